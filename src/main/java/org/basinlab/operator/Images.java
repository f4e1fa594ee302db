package org.basinlab.operator;

import java.util.Arrays;

/**
 * Where a cell goes in one step: pieces of it, so short that each map is all but straight on them, and their images.
 * Used again for each cell.
 */
final class Images {
    /** A piece is cut where its middle's image misses the middle of its ends' images by this part of the cell. */
    private static final double BEND = 0.05;

    private static final int DEEPEST = 5;

    private final Maps maps;
    private double[] low = new double[64];
    private double[] high = new double[64];
    private double[] share = new double[64];
    private int count;

    Images(Maps maps) {
        this.maps = maps;
    }

    /** Finds the images of a cell. */
    void of(double left, double right) {
        count = 0;
        var middle = 0.5 * (left + right);
        var toLeft = maps.to(left);
        var toMiddle = maps.to(middle);
        var toRight = maps.to(right);
        for (var k = 0; k < toLeft.length; k++) {
            cut(k, left, toLeft[k], toMiddle[k], right, toRight[k], 1.0 / toLeft.length, right - left, 0);
        }
    }

    private void cut(
            int k,
            double left,
            double toLeft,
            double toMiddle,
            double right,
            double toRight,
            double part,
            double cell,
            int depth) {
        var bend = Math.abs(toMiddle - 0.5 * (toLeft + toRight));
        if (depth < DEEPEST && bend > BEND * cell) {
            var middle = 0.5 * (left + right);
            var lower = maps.to(k, 0.5 * (left + middle));
            var upper = maps.to(k, 0.5 * (middle + right));
            cut(k, left, toLeft, lower, middle, toMiddle, part / 2, cell, depth + 1);
            cut(k, middle, toMiddle, upper, right, toRight, part / 2, cell, depth + 1);
        } else {
            add(toLeft, toMiddle, part / 2);
            add(toMiddle, toRight, part / 2);
        }
    }

    private void add(double a, double b, double part) {
        if (count == low.length) {
            low = Arrays.copyOf(low, 2 * count);
            high = Arrays.copyOf(high, 2 * count);
            share = Arrays.copyOf(share, 2 * count);
        }
        low[count] = Math.min(a, b);
        high[count] = Math.max(a, b);
        share[count++] = part;
    }

    /** How many pieces. */
    int count() {
        return count;
    }

    /** The lower end of an image. */
    double low(int piece) {
        return low[piece];
    }

    /** The upper end of an image. */
    double high(int piece) {
        return high[piece];
    }

    /** The probability of a piece. */
    double share(int piece) {
        return share[piece];
    }

    /** The probability that a step from the cell ends above w. */
    double above(double w) {
        var sum = 0.0;
        for (var p = 0; p < count; p++) {
            sum += high[p] > w ? share[p] * part(Math.max(low[p], w), high[p], low[p], high[p]) : 0;
        }
        return sum;
    }

    /** The probability that a step from the cell ends below w. */
    double below(double w) {
        var sum = 0.0;
        for (var p = 0; p < count; p++) {
            sum += low[p] < w ? share[p] * part(low[p], Math.min(high[p], w), low[p], high[p]) : 0;
        }
        return sum;
    }

    /** What [from, to] is of [low, high], directly and not as what others leave; a point's is all or nothing. */
    static double part(double from, double to, double low, double high) {
        if (low == high) {
            return from == to ? 1 : 0;
        }
        return from < to ? (to - from) / (high - low) : 0;
    }
}
