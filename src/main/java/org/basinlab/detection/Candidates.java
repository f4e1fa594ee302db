package org.basinlab.detection;

import java.util.ArrayList;
import java.util.List;

/**
 * The comparisons that units of a layer may make: of any two signals known before it, wherever each of them is the larger on
 * enough of the domain. max(a, b) is never below a, so that pair is none.
 *
 * @param comparisons what is compared; which of the two is kept is open
 * @param differences a - b of each over the points
 * @param norms       root of the sum of their squares
 */
record Candidates(List<Signal.Selected> comparisons, List<double[]> differences, double[] norms) {
    static Candidates of(List<Signal> signals, Cloud cloud, double minority) {
        var comparisons = new ArrayList<Signal.Selected>();
        var differences = new ArrayList<double[]>();
        for (var i = 0; i < signals.size(); i++) {
            for (var j = 0; j < i; j++) {
                var pair = new Signal.Selected(Selection.MAX, signals.get(j), signals.get(i));
                var difference = pair.difference(cloud);
                if (changesSide(difference, minority)) {
                    comparisons.add(pair);
                    differences.add(difference);
                }
            }
        }
        return new Candidates(
                comparisons,
                differences,
                differences.stream().mapToDouble(Candidates::norm).toArray());
    }

    /** Whether both signs occur on at least this share of points. */
    static boolean changesSide(double[] z, double minority) {
        var above = 0;
        var below = 0;
        for (var value : z) {
            if (value > 0) {
                above++;
            } else if (value < 0) {
                below++;
            }
        }
        return Math.min(above, below) >= minority * z.length;
    }

    private static double norm(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /**
     * The one that a unit is nearest to.
     *
     * @param index of the comparison; -1 if there is none
     * @param angle in degrees, from 0 to 90, whatever the sign of z
     */
    record Nearest(int index, double angle) {}

    Nearest nearest(double[] z) {
        var size = norm(z);
        var best = -1;
        var most = 0.0;
        for (var c = 0; c < norms.length; c++) {
            var difference = differences.get(c);
            var along = 0.0;
            for (var p = 0; p < z.length; p++) {
                along += z[p] * difference[p];
            }
            var cosine = Math.abs(along) / (size * norms[c]);
            if (cosine > most) {
                most = cosine;
                best = c;
            }
        }
        return new Nearest(best, Math.toDegrees(Math.acos(Math.min(1, most))));
    }
}
