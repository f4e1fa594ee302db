package org.basinlab.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A hue for each of many groups, from few: no palette has a hundred colours that can be told apart,
 * but neighbours need different ones only.
 *
 * <p>From left to right each group takes the hue whose nearest group, by their centres, is furthest.
 */
final class GroupHues {
    /** Groups further back in the order from left to right are no neighbours. */
    private static final int NEIGHBOURS = 300;

    private GroupHues() {}

    /** The hue of each group, from 0 to {@code hues - 1}; groups without a place take the first. */
    static int[] of(double[] x, double[] y, int[] groups, Scale across, Scale up, int hues) {
        var count = Arrays.stream(groups).max().orElse(-1) + 1;
        var points = new int[count];
        var centreX = new double[count];
        var centreY = new double[count];
        for (var i = 0; i < x.length; i++) {
            var right = part(x[i], across);
            var above = part(y[i], up);
            if (groups[i] >= 0 && !Double.isNaN(right) && !Double.isNaN(above)) {
                var group = groups[i];
                points[group]++;
                centreX[group] += (right - centreX[group]) / points[group];
                centreY[group] += (above - centreY[group]) / points[group];
            }
        }
        var order = IntStream.range(0, count)
                .filter(group -> points[group] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(group -> centreX[group]))
                .mapToInt(group -> group)
                .toArray();
        var hueOf = new int[count];
        for (var place = 0; place < order.length; place++) {
            var nearest = new double[hues];
            Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            for (var earlier = Math.max(0, place - NEIGHBOURS); earlier < place; earlier++) {
                var hue = hueOf[order[earlier]];
                var distance = Math.hypot(
                        centreX[order[place]] - centreX[order[earlier]],
                        centreY[order[place]] - centreY[order[earlier]]);
                nearest[hue] = Math.min(nearest[hue], distance);
            }
            hueOf[order[place]] = furthest(nearest);
        }
        return hueOf;
    }

    private static double part(double value, Scale scale) {
        return (scale.at(value) - scale.low()) / (scale.high() - scale.low());
    }

    private static int furthest(double[] distances) {
        var best = 0;
        for (var i = 1; i < distances.length; i++) {
            best = distances[i] > distances[best] ? i : best;
        }
        return best;
    }
}
