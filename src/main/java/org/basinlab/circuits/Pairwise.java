package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Order by comparing every pair at once, in a number of layers that does not grow with k:
 *
 * <pre>
 *   d_ij = relu(x_j - x_i),  c_ij = relu(1 - d_ij / m)   for i before j
 *   n_i = sum_(j before i) c_ji + sum_(j after i) (1 - c_ij)
 * </pre>
 *
 * c_ij is 1 where x_i &gt;= x_j and 0 where x_j &gt;= x_i + m, so n_i is how many numbers come before x_i, of equal ones
 * those that stand before it. The place of the largest is relu(1 - n_i), three layers. What goes with the number of rank
 * r is the sum over i of {@code relu(p_i - P |n_i - r|)}, four layers: all terms but one are zero. Width grows as k^2.
 */
final class Pairwise {
    private final Layers layers;
    private final int k;
    private final double margin;
    private final double full;
    private List<Signal> carried;
    private List<Sum> before;

    /**
     * Compares, in two layers.
     *
     * @param numbers to be compared
     * @param lines   carried along, each known to be in [0, full]; may be empty
     * @param margin  m
     * @param full    P
     */
    Pairwise(Layers layers, List<Signal> numbers, List<Sum> lines, double margin, double full) {
        this.layers = layers;
        this.k = numbers.size();
        this.margin = margin;
        this.full = full;
        compare(numbers, lines);
    }

    private void compare(List<Signal> numbers, List<Sum> lines) {
        var below = new Signal[k][k];
        for (var i = 0; i < k; i++) {
            for (var j = i + 1; j < k; j++) {
                below[i][j] = layers.above(numbers.get(j), numbers.get(i), 0);
            }
        }
        carried = lines.stream().map(line -> layers.relu(line, full)).toList();
        layers.next();
        var ahead = new Signal[k][k];
        for (var i = 0; i < k; i++) {
            for (var j = i + 1; j < k; j++) {
                ahead[i][j] = layers.relu(layers.sum().plus(1.0).plus(-1 / margin, below[i][j]), 1);
            }
        }
        carry();
        layers.next();
        before = IntStream.range(0, k).mapToObj(i -> before(ahead, i)).toList();
    }

    private void carry() {
        carried = carried.stream()
                .map(p -> layers.relu(layers.sum().plus(1, p), full))
                .toList();
    }

    private Sum before(Signal[][] ahead, int i) {
        var n = layers.sum();
        for (var j = 0; j < i; j++) {
            n.plus(1, ahead[j][i]);
        }
        for (var j = i + 1; j < k; j++) {
            n.plus(-1, ahead[i][j]);
        }
        return n.plus(k - 1.0 - i);
    }

    /** 1 in the place of the largest, as signals of the third layer. */
    List<Signal> place() {
        var place = new ArrayList<Signal>();
        for (var n : before) {
            place.add(layers.relu(negated(n).plus(1.0), 1));
        }
        return place;
    }

    private Sum negated(Sum n) {
        return layers.sum().minus(n);
    }

    /**
     * What goes with the numbers of the first few ranks: for each rank the sums of every kind of line.
     *
     * @param ranks how many
     * @param kinds lines a number; those of number i are lines i, i + k, i + 2k, ...
     */
    List<List<Sum>> ranked(int ranks, int kinds) {
        var off = new ArrayList<List<List<Signal>>>();
        for (var r = 0; r < ranks; r++) {
            var rank = r;
            off.add(before.stream()
                    .map(n -> rank == 0
                            ? List.of(layers.relu(layers.sum().plus(n)))
                            : List.of(
                                    layers.relu(layers.sum().plus(n).plus(-(double) rank)),
                                    layers.relu(negated(n).plus(rank))))
                    .toList());
        }
        carry();
        layers.next();
        var ranked = new ArrayList<List<Sum>>();
        for (var rank : off) {
            ranked.add(
                    IntStream.range(0, kinds).mapToObj(kind -> line(rank, kind)).toList());
        }
        return ranked;
    }

    private Sum line(List<List<Signal>> off, int kind) {
        var terms = new ArrayList<Signal>();
        for (var i = 0; i < k; i++) {
            var p = carried.get(kind * k + i);
            var z = layers.sum().plus(1, p);
            off.get(i).forEach(gate -> z.plus(-full, gate));
            terms.add(layers.gated(p, z));
        }
        return layers.sum().plusOneOf(terms);
    }
}
