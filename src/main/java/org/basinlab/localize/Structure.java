package org.basinlab.localize;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.basinlab.stats.ClusterShare;
import org.basinlab.stats.TwoWaySplit;

/**
 * How r and q of the first layer's weights, one a neuron j and pixel i, are made up.
 *
 * @param split    of the variance and of R^2: a neuron's mean, a pixel's mean, what is left; over the neurons and
 *                 pixels for which every weight has both numbers; null where there are none
 * @param clusters shares of the variance of r and of q that lie between neurons
 */
public record Structure(Split split, Clusters clusters) {
    /**
     * r_ij = mean + neuron_j + pixel_i + rest_ij, the same for q; the parts of R^2 add up to it.
     *
     * @param neurons     between neurons
     * @param pixels      between pixels
     * @param within      the rest
     * @param r2          of the weights that are in it
     * @param neuronsUsed how many neurons are in it
     * @param pixelsUsed  how many pixels
     */
    public record Split(Part neurons, Part pixels, Part within, double r2, int neuronsUsed, int pixelsUsed) {}

    /**
     * One part.
     *
     * @param rShare  of the variance of r
     * @param qShare  of the variance of q
     * @param r       correlation of the two parts
     * @param r2Share what it adds to R^2: below 0 where it works against the rest
     */
    public record Part(double rShare, double qShare, double r, double r2Share) {}

    /**
     * Correlation ratios eta^2 and how a neuron's cluster of weights goes with its bias.
     *
     * @param all         over all weights
     * @param constant    over those from pixels never inked
     * @param biasPattern correlation over neurons of the centre of the cluster of weights from pixels never
     *                    inked with the bias
     */
    public record Clusters(Pair all, Pair constant, Pair biasPattern) {}

    /** One number for r, one for q. */
    public record Pair(double r, double q) {}

    static Structure of(RelativeSizes sizes, ParameterMap parameters, boolean[] inked) {
        var constant = IntStream.range(0, inked.length).filter(i -> !inked[i]).toArray();
        var every = IntStream.range(0, inked.length).toArray();
        var r = grid(sizes.r(), parameters, every);
        var q = grid(sizes.q(), parameters, every);
        var constantR = grid(sizes.r(), parameters, constant);
        var constantQ = grid(sizes.q(), parameters, constant);
        return new Structure(
                split(TwoWaySplit.of(r, q)),
                new Clusters(
                        new Pair(betweenRows(r), betweenRows(q)),
                        new Pair(betweenRows(constantR), betweenRows(constantQ)),
                        new Pair(
                                pattern(constantR, biases(sizes.r(), parameters)),
                                pattern(constantQ, biases(sizes.q(), parameters)))));
    }

    private static Split split(TwoWaySplit s) {
        return s == null
                ? null
                : new Split(
                        part(s.betweenRows()),
                        part(s.betweenColumns()),
                        part(s.within()),
                        s.r2(),
                        s.rows(),
                        s.columns());
    }

    private static Part part(TwoWaySplit.Part p) {
        return new Part(p.xShare(), p.yShare(), p.r(), p.r2Share());
    }

    /** [neuron][pixel]. */
    private static double[][] grid(double[] values, ParameterMap parameters, int[] pixels) {
        var fanIn = parameters.spec().fanIn(0);
        return IntStream.range(0, parameters.spec().units(0))
                .mapToObj(j -> IntStream.of(pixels)
                        .mapToDouble(i -> values[j * fanIn + i])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] biases(double[] values, ParameterMap parameters) {
        var from = parameters.spec().biasOffset(0);
        return Arrays.copyOfRange(values, from, from + parameters.spec().units(0));
    }

    private static double betweenRows(double[][] grid) {
        var cells = Arrays.stream(grid).flatMapToDouble(Arrays::stream).toArray();
        var rows = IntStream.range(0, grid.length)
                .flatMap(j -> IntStream.range(0, grid[j].length).map(i -> j))
                .toArray();
        return ClusterShare.of(cells, rows, grid.length);
    }

    private static double pattern(double[][] grid, double[] biases) {
        var centres = Arrays.stream(grid)
                .mapToDouble(row -> Arrays.stream(row)
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        var both = IntStream.range(0, biases.length)
                .filter(j -> !Double.isNaN(centres[j]) && !Double.isNaN(biases[j]))
                .toArray();
        return both.length < 3
                ? Double.NaN
                : new PearsonsCorrelation()
                        .correlation(
                                IntStream.of(both).mapToDouble(j -> centres[j]).toArray(),
                                IntStream.of(both).mapToDouble(j -> biases[j]).toArray());
    }
}
