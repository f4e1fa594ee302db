package org.basinlab.causal;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Op of many cases of one question: each has a change of m with A free and one with A frozen, both derivatives or both
 * differences, and so Comp = free / frozen and Op = -log |Comp| (P7, P8). Op is infinite where A takes the whole change
 * away, minus infinity where there is none without A, and undefined where both are zero; infinite ones have their place in
 * the order, so that a median always exists where any case is defined.
 *
 * @param cases     how many are defined
 * @param undefined how many are 0/0
 * @param removed   share of the defined with Op infinite: A takes all of the change away
 * @param made      share with Op minus infinity: the change comes through A alone
 * @param positive  share with Op above zero, the infinite ones among them
 * @param median    of Op in nats, possibly infinite; NaN where nothing is defined
 * @param meanFree  mean of |change| with A free, over all cases
 * @param meanFrozen mean of |change| with A frozen
 */
public record OpSample(
        int cases,
        int undefined,
        double removed,
        double made,
        double positive,
        double median,
        double meanFree,
        double meanFrozen) {
    /**
     * Of the changes of m.
     *
     * @param free   with A free, a number a case
     * @param frozen with A frozen, as many
     * @param zero   what counts as no change: at most this in size; 0 for exact derivatives, the rounding of a
     *     difference otherwise
     */
    public static OpSample of(double[] free, double[] frozen, double zero) {
        require(
                free.length == frozen.length && free.length > 0,
                "%s free changes and %s frozen ones are no cases: give as many of each, one at least",
                free.length,
                frozen.length);
        var ops = IntStream.range(0, free.length)
                .mapToDouble(i -> Comp.of(rounded(free[i], zero), rounded(frozen[i], zero))
                        .op())
                .filter(op -> !Double.isNaN(op))
                .sorted()
                .toArray();
        var n = ops.length;
        return new OpSample(
                n,
                free.length - n,
                share(ops, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY),
                share(ops, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY),
                share(ops, Double.MIN_VALUE, Double.POSITIVE_INFINITY),
                n == 0 ? Double.NaN : middle(ops[(n - 1) / 2], ops[n / 2]),
                size(free),
                size(frozen));
    }

    private static double rounded(double change, double zero) {
        return Math.abs(change) <= zero ? 0 : change;
    }

    private static double share(double[] ops, double low, double high) {
        return Arrays.stream(ops).filter(op -> op >= low && op <= high).count() / (double) ops.length;
    }

    /** Of opposite infinities there is no middle: zero, as neither side has more. */
    private static double middle(double one, double other) {
        return Double.isInfinite(one) && Double.isInfinite(other) && one < other ? 0 : (one + other) / 2;
    }

    private static double size(double[] changes) {
        return Arrays.stream(changes).map(Math::abs).sum() / changes.length;
    }
}
