package org.basinlab.entropy;

import java.util.Arrays;

/**
 * Nearest neighbours of points in the maximum norm, {@code |x - y| = max_i |x_i - y_i|}, by a k-d tree (J. L. Bentley
 * 1975): every node halves its points at the median of the coordinate in which its box is widest. Building takes O(n
 * log n), a neighbour O(log n) in few dimensions.
 */
public final class Neighbours {
    private static final int LEAF = 12;

    private final double[][] points;
    private final int[] order;
    /** Where each point is in {@code order}. */
    private final int[] place;

    /** Boxes of the nodes, numbered as in a heap: node i has children 2i + 1 and 2i + 2. */
    private final double[][] low;

    private final double[][] high;

    /**
     * Of points.
     *
     * @param points at least one, all with equally many finite coordinates; kept, not copied
     */
    public Neighbours(double[][] points) {
        this.points = points;
        order = new int[points.length];
        Arrays.setAll(order, i -> i);
        var nodes = 1;
        for (var most = points.length; most > LEAF; most = (most + 1) / 2) {
            nodes = 2 * nodes + 1;
        }
        low = new double[nodes][];
        high = new double[nodes][];
        build(0, 0, points.length);
        place = new int[points.length];
        for (var i = 0; i < place.length; i++) {
            place[order[i]] = i;
        }
    }

    private void build(int node, int from, int to) {
        var box = box(from, to);
        low[node] = box[0];
        high[node] = box[1];
        if (to - from <= LEAF) {
            return;
        }
        var widest = 0;
        for (var d = 1; d < box[0].length; d++) {
            if (box[1][d] - box[0][d] > box[1][widest] - box[0][widest]) {
                widest = d;
            }
        }
        var middle = middle(from, to);
        select(from, to, middle, widest);
        build(2 * node + 1, from, middle);
        build(2 * node + 2, middle, to);
    }

    private static int middle(int from, int to) {
        return from + (to - from + 1) / 2;
    }

    /** Puts the least up to {@code middle} before it, by a coordinate (C. A. R. Hoare 1961, "Find"). */
    private void select(int from, int to, int middle, int coordinate) {
        var left = from;
        var right = to - 1;
        while (left < right) {
            var pivot = points[order[(left + right) >>> 1]][coordinate];
            var i = left;
            var j = right;
            while (i <= j) {
                while (points[order[i]][coordinate] < pivot) {
                    i++;
                }
                while (points[order[j]][coordinate] > pivot) {
                    j--;
                }
                if (i <= j) {
                    var taken = order[i];
                    order[i++] = order[j];
                    order[j--] = taken;
                }
            }
            if (middle <= j) {
                right = j;
            } else if (middle >= i) {
                left = i;
            } else {
                return;
            }
        }
    }

    private double[][] box(int from, int to) {
        var least = points[order[from]].clone();
        var most = least.clone();
        for (var i = from + 1; i < to; i++) {
            for (var d = 0; d < least.length; d++) {
                least[d] = Math.min(least[d], points[order[i]][d]);
                most[d] = Math.max(most[d], points[order[i]][d]);
            }
        }
        return new double[][] {least, most};
    }

    /**
     * How far a point's k-th neighbour is, the point itself not counted.
     *
     * @param point its number
     * @param k     from 1, below the number of points
     */
    public double distance(int point, int k) {
        if (k < 1 || k >= points.length) {
            throw new IllegalArgumentException("no neighbour " + k + " among " + points.length + " points");
        }
        var nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        seek(0, 0, points.length, point, nearest);
        return nearest[k - 1];
    }

    private void seek(int node, int from, int to, int point, double[] nearest) {
        if (to - from <= LEAF) {
            for (var i = from; i < to; i++) {
                if (order[i] != point) {
                    insert(nearest, between(points[order[i]], points[point]));
                }
            }
            return;
        }
        var middle = middle(from, to);
        var first = away(2 * node + 1, points[point]);
        var second = away(2 * node + 2, points[point]);
        if (first <= second) {
            seekWithin(first, 2 * node + 1, from, middle, point, nearest);
            seekWithin(second, 2 * node + 2, middle, to, point, nearest);
        } else {
            seekWithin(second, 2 * node + 2, middle, to, point, nearest);
            seekWithin(first, 2 * node + 1, from, middle, point, nearest);
        }
    }

    private void seekWithin(double away, int node, int from, int to, int point, double[] nearest) {
        if (away < nearest[nearest.length - 1]) {
            seek(node, from, to, point, nearest);
        }
    }

    private static void insert(double[] nearest, double distance) {
        var i = nearest.length - 1;
        if (distance >= nearest[i]) {
            return;
        }
        while (i > 0 && nearest[i - 1] > distance) {
            nearest[i] = nearest[i - 1];
            i--;
        }
        nearest[i] = distance;
    }

    /** How many other points are closer to a point than a distance, strictly. */
    public int closer(int point, double distance) {
        return count(0, 0, points.length, point, distance);
    }

    private int count(int node, int from, int to, int point, double distance) {
        if (away(node, points[point]) >= distance) {
            return 0;
        }
        if (to - from <= LEAF) {
            var count = 0;
            for (var i = from; i < to; i++) {
                if (order[i] != point && between(points[order[i]], points[point]) < distance) {
                    count++;
                }
            }
            return count;
        }
        if (furthest(node, points[point]) < distance) {
            return to - from - (from <= place[point] && place[point] < to ? 1 : 0);
        }
        var middle = middle(from, to);
        return count(2 * node + 1, from, middle, point, distance) + count(2 * node + 2, middle, to, point, distance);
    }

    private double away(int node, double[] at) {
        var away = 0.0;
        for (var d = 0; d < at.length; d++) {
            away = Math.max(away, Math.max(low[node][d] - at[d], at[d] - high[node][d]));
        }
        return away;
    }

    private double furthest(int node, double[] at) {
        var furthest = 0.0;
        for (var d = 0; d < at.length; d++) {
            furthest = Math.max(furthest, Math.max(Math.abs(high[node][d] - at[d]), Math.abs(at[d] - low[node][d])));
        }
        return furthest;
    }

    private static double between(double[] one, double[] other) {
        var distance = 0.0;
        for (var d = 0; d < one.length; d++) {
            distance = Math.max(distance, Math.abs(one[d] - other[d]));
        }
        return distance;
    }
}
