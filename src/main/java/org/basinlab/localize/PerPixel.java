package org.basinlab.localize;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.stats.FalseDiscovery;
import org.basinlab.stats.PearsonTest;

/**
 * The correlation of r with q for each input pixel, over its outgoing weights (P4's 28x28 map).
 *
 * <p>A pixel that is never inked is a constant input: in exact arithmetic its weights' r and q are those of the
 * neurons' biases, the same for every such pixel, so all of them together are one observation. They are
 * counted apart, and have no p.
 *
 * @param mean        over the pixels that have a correlation; NaN if none has
 * @param negative    how many are below 0
 * @param map         one a pixel, row by row; NaN where there is none
 * @param inked       the pixels above 0 in some image that was trained on
 * @param constant    the others
 * @param adjustedP   of each inked pixel: two-sided p by Student's t, adjusted for a false discovery rate
 *                    (Benjamini and Hochberg 1995) over the inked pixels; NaN for the others
 * @param significant inked pixels whose adjusted p is at most {@value #LEVEL}
 */
public record PerPixel(
        double mean,
        int negative,
        double[] map,
        Part inked,
        Part constant,
        double[] adjustedP,
        Significant significant) {
    /** The false discovery rate. */
    static final double LEVEL = 0.05;

    /**
     * Some of the pixels.
     *
     * @param pixels       how many
     * @param mean         correlation over those that have one; NaN if none has
     * @param meanAbsolute mean of |correlation|
     * @param negative     how many are below 0
     */
    public record Part(int pixels, double mean, double meanAbsolute, int negative) {}

    /** Whether a pixel is inked in some image that was trained on and has a correlation. */
    boolean isTested(int pixel) {
        return !Double.isNaN(adjustedP[pixel]);
    }

    /** How many pixels are surely above 0 and surely below. */
    public record Significant(int positive, int negative) {}

    static PerPixel of(RelativeSizes sizes, ParameterMap parameters, boolean[] isInked) {
        var pixels = isInked.length;
        var map = new double[pixels];
        var p = new double[pixels];
        for (var i = 0; i < pixels; i++) {
            var regression = new SimpleRegression();
            for (var w = i; w < parameters.spec().biasOffset(0); w += pixels) {
                if (!Double.isNaN(sizes.r()[w]) && !Double.isNaN(sizes.q()[w])) {
                    regression.addData(sizes.r()[w], sizes.q()[w]);
                }
            }
            map[i] = regression.getN() < 3 ? Double.NaN : regression.getR();
            p[i] = isInked[i] ? PearsonTest.p(map[i], (int) regression.getN()) : Double.NaN;
        }
        var all = part(map, IntStream.range(0, pixels).toArray());
        var adjusted = FalseDiscovery.adjusted(p);
        return new PerPixel(
                all.mean(),
                all.negative(),
                map,
                part(map, where(isInked, true)),
                part(map, where(isInked, false)),
                adjusted,
                new Significant(significant(map, adjusted, 1), significant(map, adjusted, -1)));
    }

    private static int[] where(boolean[] inked, boolean wanted) {
        return IntStream.range(0, inked.length).filter(i -> inked[i] == wanted).toArray();
    }

    private static Part part(double[] map, int[] pixels) {
        var known = IntStream.of(pixels)
                .mapToDouble(i -> map[i])
                .filter(r -> !Double.isNaN(r))
                .toArray();
        return new Part(
                pixels.length,
                Arrays.stream(known).average().orElse(Double.NaN),
                Arrays.stream(known).map(Math::abs).average().orElse(Double.NaN),
                (int) Arrays.stream(known).filter(r -> r < 0).count());
    }

    private static int significant(double[] map, double[] adjusted, int sign) {
        return (int) IntStream.range(0, map.length)
                .filter(i -> adjusted[i] <= LEVEL && Math.signum(map[i]) == sign)
                .count();
    }
}
