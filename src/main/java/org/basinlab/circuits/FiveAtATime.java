package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;

/**
 * The maximum of five numbers in two ReLU layers, where a tree takes three, and of more by repeating it. That two layers
 * do is the theorem of E. Bakaev, F. Brunck, C. Hertrich, J. Stade and A. Yehudayoff, "Better neural network expressivity:
 * subdividing the simplex", 2025, against a conjecture of 2021. The identity used here was found by linear programming
 * over combinations of maxima of sums of maxima, and has weights that are multiples of a half. With
 * {@code M_ij = max(x_i, x_j)} and so on:
 *
 * <pre>
 *   2 max(x_0, ..., x_4) = M_014 + M_234 + 2 M_0123 + max(M_04 + M_34, M_14 + M_24)
 *                          - max(M_01 + M_24, M_04 + M_23) - max(M_01 + M_34, M_14 + M_23)
 * </pre>
 *
 * Proof. If x_4 is the largest, all terms that hold it collapse and the rest is
 * {@code 4 x_4 + 2 M_0123 - 2 (x_4 + max(M_01, M_23)) = 2 x_4}. The right side stays the same when 0 and 1 trade places
 * together with 2 and 3, and when 0 and 3 do together with 1 and 2, so else let x_0 be the largest. Then the right side is
 * {@code 2 x_0 + max(x_0 + M_34, M_14 + M_24) - max(x_0 + M_34, M_14 + M_23)}. The two differ only if M_24 and M_23 do,
 * that is if x_2 is below x_3 or x_4; then both are at most M_34, and as M_14 is at most x_0, both maxima are x_0 + M_34.
 *
 * <p>Ten and twenty-five numbers take three and four layers, and so on: {@code 5^m} take 2m. (The paper goes on to
 * 3^(d-1) + 2 numbers in d layers.)
 */
final class FiveAtATime {
    private final Layers layers;
    private boolean begun;

    FiveAtATime(Layers layers) {
        this.layers = layers;
    }

    /** How many layers k numbers take. */
    static int depth(int k) {
        var depth = 0;
        while (most(depth) < k) {
            depth++;
        }
        return depth;
    }

    /** How many numbers so many layers can do. */
    private static double most(int depth) {
        var levels = depth / 2;
        return Math.pow(5, levels) * (depth % 2 == 0 ? 1 : 2);
    }

    /** The largest, as a signal of the last layer. */
    Signal largest(List<Signal> numbers) {
        var left = numbers;
        var depth = depth(numbers.size());
        for (; depth >= 2; depth -= 2) {
            left = groups(left, (int) most(depth - 2));
        }
        if (depth == 1) {
            next();
            return layers.max(left.get(0), left.get(1));
        }
        return left.get(0);
    }

    private void next() {
        if (begun) {
            layers.next();
        }
        begun = true;
    }

    /** The largest of each of so many groups, as equal in size as can be. */
    private List<Signal> groups(List<Signal> numbers, int groups) {
        next();
        var pairs = new ArrayList<List<Signal>>();
        for (var g = 0; g < groups; g++) {
            var from = (int) ((long) numbers.size() * g / groups);
            var to = (int) ((long) numbers.size() * (g + 1) / groups);
            pairs.add(first(numbers.subList(from, to)));
        }
        next();
        return pairs.stream().map(this::second).toList();
    }

    /** The first of two layers: at most four numbers become two, five the thirteen signals of the identity. */
    private List<Signal> first(List<Signal> x) {
        if (x.size() == 5) {
            return pairs(x);
        }
        return x.size() <= 2
                ? x.stream().map(layers::carry).toList()
                : List.of(
                        layers.max(x.get(0), x.get(1)),
                        x.size() == 3 ? layers.carry(x.get(2)) : layers.max(x.get(2), x.get(3)));
    }

    private Signal second(List<Signal> x) {
        return switch (x.size()) {
            case 1 -> layers.carry(x.get(0));
            case 2 -> layers.max(x.get(0), x.get(1));
            default -> joined(x);
        };
    }

    /** x_0, x_3 and the maxima M_01, M_03, M_04, M_12, M_14, M_23, M_24, M_34. */
    private List<Signal> pairs(List<Signal> x) {
        var carried = x.stream().map(layers::carry).toList();
        var all = new ArrayList<>(List.of(carried.get(0), carried.get(3)));
        for (var pair : new int[][] {{0, 1}, {0, 3}, {0, 4}, {1, 2}, {1, 4}, {2, 3}, {2, 4}, {3, 4}}) {
            all.add(layers.larger(x.get(pair[0]), x.get(pair[1]), carried.get(pair[1])));
        }
        return all;
    }

    private Signal joined(List<Signal> s) {
        var x0 = s.get(0);
        var x3 = s.get(1);
        var m01 = s.get(2);
        var m03 = s.get(3);
        var m04 = s.get(4);
        var m12 = s.get(5);
        var m14 = s.get(6);
        var m23 = s.get(7);
        var m24 = s.get(8);
        var m34 = s.get(9);
        // Each maximum max(P, Q) of the identity is relu(P - Q) + Q; what the Qs add up to is handed on as one number.
        var over = List.of(
                layers.sum().plus(1, x0).plus(-1, m14),
                layers.sum().plus(1, x3).plus(-1, m24),
                layers.sum().plus(1, m03).plus(-1, m12),
                layers.sum().plus(1, m04).plus(1, m34).plus(-1, m14).plus(-1, m24),
                layers.sum().plus(1, m01).plus(1, m24).plus(-1, m04).plus(-1, m23),
                layers.sum().plus(1, m01).plus(1, m34).plus(-1, m14).plus(-1, m23));
        var factors = new double[] {0.5, 0.5, 1, 0.5, -0.5, -0.5};
        var rest = layers.sum()
                .plus(1, m14)
                .plus(2, m24)
                .plus(2, m12)
                .plus(-1, m04)
                .plus(-2, m23);
        var all = layers.sum();
        var rounding = 0.0;
        for (var u = 0; u < factors.length; u++) {
            all.plus(factors[u], layers.above(over.get(u)));
            rounding += Math.abs(factors[u]) * over.get(u).rounding();
        }
        all.plus(0.5, layers.carryEither(rest));
        rounding += rest.rounding();
        var low = s.stream().mapToDouble(Signal::low).max().orElseThrow();
        var high = s.stream().mapToDouble(Signal::high).max().orElseThrow();
        // The ten sums P and Q hold pairs whose own roundings need not be those of one set of five numbers: moving each
        // pair
        // by e moves the six maxima by e, e, e, 2e, 2e and 2e, and so the whole by (1 + 1 + 2 + 2 + 2 + 2) / 2 e at
        // most.
        var pair = s.stream().mapToDouble(Signal::error).max().orElseThrow();
        return Layers.together(all, low, high, 5 * pair + rounding, false);
    }
}
