package org.basinlab.knowledge.leaveout;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What one replica's predictors tell of what leaving out does.
 *
 * @param elements one by one
 * @param matrix   over hidden weights, the rank correlation of row k's tally with the change that leaving out column l
 *                 causes
 */
record Told(List<OfElement> elements, double[][] matrix) {
    /** Shares of the hidden weights at which it is asked how much of the change they hold. */
    private static final double[] SHARES = {0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1};

    /** Of the shares, the one that is judged: 10%. */
    static final int TENTH = 4;

    /** In what orders hidden weights are taken, besides by own share of the total update size. */
    static final List<Predictor> ORDERS =
            List.of(Predictor.TALLY, Predictor.FISHER_MODEL, Predictor.INTELLIGENCE, Predictor.TOTAL, Predictor.INPUT);

    /**
     * Of one element.
     *
     * @param spearman     [predictor][level], with the change
     * @param pearson      likewise
     * @param partial      over hidden weights, the rank correlation of tally and change given the total update size
     * @param partialToo   given the total update size and the empirical Fisher information
     * @param partialInput given E's mean input, which is the same for all units and knows nothing of training
     * @param relative     P4's form over hidden weights: Pearson's r of t_E / t_total and c_E / sum over elements of c, c the
     *                     change; NaN for a single element
     * @param byShare      share of the change's energy held by the first of the hidden weights, in the order of
     *                     t_E / t_total, at {@link #shares}
     * @param byPredictor  likewise, [order][share]
     * @param pixels       for each pixel, the rank correlation of tally and change over units
     */
    record OfElement(
            double[][] spearman,
            double[][] pearson,
            double partial,
            double partialToo,
            double partialInput,
            double relative,
            double[] byShare,
            double[][] byPredictor,
            double[] pixels) {
        /** Of a training that diverged. */
        static OfElement nothing(int inputs) {
            return new OfElement(
                    nan(Predictor.values().length, Level.values().length),
                    nan(Predictor.values().length, Level.values().length),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    nan(1, SHARES.length)[0],
                    nan(ORDERS.size(), SHARES.length),
                    nan(1, inputs)[0]);
        }

        double spearman(Predictor predictor, Level level) {
            return spearman[predictor.ordinal()][level.ordinal()];
        }

        double pearson(Predictor predictor, Level level) {
            return pearson[predictor.ordinal()][level.ordinal()];
        }

        /** How much more than its share of the change the tenth with the largest tallies holds: 0 for its share. */
        double lift() {
            return byPredictor[ORDERS.indexOf(Predictor.TALLY)][TENTH] / SHARES[TENTH] - 1;
        }
    }

    /** From 0 to 1. */
    static double[] shares() {
        return SHARES.clone();
    }

    /** Of a replica that diverged. */
    static Told nothing(int elements, int inputs) {
        return new Told(Collections.nCopies(elements, OfElement.nothing(inputs)), nan(elements, elements));
    }

    private static double[][] nan(int rows, int columns) {
        var nan = new double[rows][columns];
        for (var row : nan) {
            Arrays.fill(row, Double.NaN);
        }
        return nan;
    }

    /**
     * How much better an element's own tally goes with the change than the tallies of others do: the mean over columns of
     * the diagonal less the mean of the rest of the column. NaN for one element.
     */
    double specificity() {
        var sum = 0.0;
        for (var l = 0; l < matrix.length; l++) {
            var others = 0.0;
            for (var k = 0; k < matrix.length; k++) {
                others += k == l ? 0 : matrix[k][l];
            }
            sum += matrix[l][l] - others / (matrix.length - 1);
        }
        return sum / matrix.length;
    }
}
