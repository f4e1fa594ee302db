package org.basinlab.registration;

import java.util.Arrays;

/**
 * The fixed frame as one similarity sees it, with f its n features, c = (f - mean f)/|f - mean f|, and of the moved frame
 * w, W = w - mean w, V = |W|^2, A = c . w:
 *
 * <pre>
 *   SSD  E = -|w - f|^2/n,   dE/dw = -2 (w - f)/n
 *   NCC  E = A/sqrt(V),      dE/dw = c/sqrt(V) - A W/V^(3/2)
 *   E_ab = A_ab/sqrt(V) - (A_a V_b + A_b V_a + A V_ab)/(2 V^(3/2)) + 3 A V_a V_b/(4 V^(5/2))
 * </pre>
 *
 * <p>A flat frame has V = 0 and no correlation: E is 0 there with no slope.
 */
final class Template {
    private final Similarity kind;
    private final double[] features;
    private final double[] unit;

    Template(Similarity kind, Jets fixed) {
        this.kind = kind;
        this.features = kind.feature(fixed).values();
        var centred = centred(features);
        var size = Math.sqrt(dot(centred, centred));
        this.unit = Arrays.stream(centred).map(v -> size > 0 ? v / size : 0).toArray();
    }

    private Template(Similarity kind, double[] features, double[] unit) {
        this.kind = kind;
        this.features = features;
        this.unit = unit;
    }

    /** The same pixels in another order, so that no anatomy is left. */
    Template shuffled(int[] order) {
        return new Template(kind, picked(features, order), picked(unit, order));
    }

    private static double[] picked(double[] from, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> from[i]).toArray();
    }

    /** E of the features of the moved frame. */
    double value(double[] w) {
        if (kind == Similarity.SSD) {
            var sum = 0.0;
            for (var p = 0; p < w.length; p++) {
                var d = w[p] - features[p];
                sum += d * d;
            }
            return -sum / w.length;
        }
        var mean = mean(w);
        var a = 0.0;
        var v = 0.0;
        for (var p = 0; p < w.length; p++) {
            var d = w[p] - mean;
            a += unit[p] * d;
            v += d * d;
        }
        return v > 0 ? a / Math.sqrt(v) : 0;
    }

    /** dE/dw, a number a pixel. */
    double[] slopes(double[] w) {
        return slopes(w, centred(w));
    }

    private double[] slopes(double[] w, double[] centred) {
        var slopes = new double[w.length];
        if (kind == Similarity.SSD) {
            for (var p = 0; p < w.length; p++) {
                slopes[p] = -2 * (w[p] - features[p]) / w.length;
            }
            return slopes;
        }
        var v = dot(centred, centred);
        if (v > 0) {
            var a = dot(unit, centred);
            var size = Math.sqrt(v);
            for (var p = 0; p < w.length; p++) {
                slopes[p] = (unit[p] - a * centred[p] / v) / size;
            }
        }
        return slopes;
    }

    /**
     * E and its derivatives as the whole moved frame shifts.
     *
     * @param w features of the moved frame, to first order or to second
     */
    Score score(Jets w) {
        var centred = centred(w.values());
        var slopes = slopes(w.values(), centred);
        var x = dot(slopes, w.row(1));
        var y = dot(slopes, w.row(2));
        var value = value(w.values());
        if (w.order() < 2) {
            return new Score(value, x, y, Double.NaN, Double.NaN, Double.NaN);
        }
        return kind == Similarity.SSD
                ? new Score(value, x, y, squared(w, 1, 1, 3), squared(w, 1, 2, 4), squared(w, 2, 2, 5))
                : correlated(value, x, y, w, centred);
    }

    private double squared(Jets w, int a, int b, int both) {
        var wa = w.row(a);
        var wb = w.row(b);
        var wab = w.row(both);
        var sum = 0.0;
        for (var p = 0; p < wa.length; p++) {
            sum += wa[p] * wb[p] + (w.values()[p] - features[p]) * wab[p];
        }
        return -2 * sum / wa.length;
    }

    private Score correlated(double value, double x, double y, Jets w, double[] centred) {
        var v = dot(centred, centred);
        if (!(v > 0)) {
            return Score.ZERO;
        }
        var top = dot(unit, centred);
        var inX = centred(w.row(1));
        var inY = centred(w.row(2));
        var tops = new double[] {dot(unit, inX), dot(unit, inY)};
        var sizes = new double[] {2 * dot(centred, inX), 2 * dot(centred, inY)};
        var second = new double[3];
        for (var k = 0; k < 3; k++) {
            var one = k / 2;
            var other = (k + 1) / 2;
            var wab = w.row(3 + k);
            var crossed = dot(one == 0 ? inX : inY, other == 0 ? inX : inY);
            var mixed = tops[one] * sizes[other] + tops[other] * sizes[one] + top * 2 * (crossed + dot(centred, wab));
            second[k] = (dot(unit, wab) - mixed / (2 * v) + 3 * top * sizes[one] * sizes[other] / (4 * v * v))
                    / Math.sqrt(v);
        }
        return new Score(value, x, y, second[0], second[1], second[2]);
    }

    private static double[] centred(double[] w) {
        var mean = mean(w);
        var centred = new double[w.length];
        for (var p = 0; p < w.length; p++) {
            centred[p] = w[p] - mean;
        }
        return centred;
    }

    private static double mean(double[] w) {
        var sum = 0.0;
        for (var v : w) {
            sum += v;
        }
        return sum / w.length;
    }

    private static double dot(double[] one, double[] other) {
        var sum = 0.0;
        for (var p = 0; p < one.length; p++) {
            sum += one[p] * other[p];
        }
        return sum;
    }
}
