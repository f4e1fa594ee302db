package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the largest number M stands, by a tree of maxima beside which the numbers are carried along, and two layers more:
 *
 * <pre>  h_i = relu(1 - (M - x_i) / m),   o_i = relu(h_i - sum_(j before i) h_j)</pre>
 *
 * h_i is 1 in every place of the maximum and 0 where x_i is below it by the margin m or more; o_i is 1 in the first such
 * place alone. Where others come closer than m the places in question hold numbers between 0 and 1.
 */
final class Position {
    private Position() {}

    /** One signal a place, of the last layer. */
    static List<Signal> of(Layers layers, List<Signal> numbers, double margin) {
        var carried = numbers;
        var left = numbers;
        while (left.size() > 1) {
            if (left != numbers) {
                layers.next();
            }
            var next = new ArrayList<Signal>();
            for (var i = 0; i < left.size(); i += 2) {
                next.add(i + 1 < left.size() ? layers.max(left.get(i), left.get(i + 1)) : layers.carry(left.get(i)));
            }
            carried = carried.stream().map(layers::carry).toList();
            left = next;
        }
        var largest = left.get(0);
        layers.next();
        var highest = carried.stream()
                .map(x -> layers.relu(
                        layers.sum().plus(1.0).plus(-1 / margin, largest).plus(1 / margin, x), 1))
                .toList();
        layers.next();
        var first = new ArrayList<Signal>();
        for (var i = 0; i < highest.size(); i++) {
            var z = layers.sum().plus(1, highest.get(i));
            highest.subList(0, i).forEach(h -> z.plus(-1, h));
            first.add(layers.relu(z, 1));
        }
        return first;
    }
}
