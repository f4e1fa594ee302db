package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The largest of some numbers and, on lines beside it, what goes with it: of two options A and B with payloads p and q in
 * [0, P], by two ReLU layers,
 *
 * <pre>
 *   d = relu(B - A),  e = relu(A - B + m);   p' = relu(p - (P/m) d) + relu(q - (P/m) e)
 * </pre>
 *
 * which is p where A &gt;= B and q where B &gt;= A + m: of equal options the first. In between it blends them, and stays in
 * [0, P]. So {@code 2 ceil(log2 k)} layers. One layer a level cannot do: a sum of ReLUs of one layer bends along whole
 * hyperplanes by the same amount everywhere, and a choice between p and q bends differently at different p and q.
 *
 * @param layers the circuit in the making
 * @param margin m; options that differ by less may blend
 * @param full   P
 */
record Tournament(Layers layers, double margin, double full) {
    /** A number with what goes with it. */
    record Option(Signal value, List<Signal> payload) {}

    /** The winner, as signals of the last layer. */
    Option winner(List<Option> options) {
        var left = options;
        while (left.size() > 1) {
            if (left != options) {
                layers.next();
            }
            var matches = new ArrayList<Match>();
            for (var i = 0; i < left.size(); i += 2) {
                matches.add(i + 1 < left.size() ? match(left.get(i), left.get(i + 1)) : bye(left.get(i)));
            }
            layers.next();
            left = matches.stream().map(this::decided).toList();
        }
        return left.get(0);
    }

    /** Two options between the layers; of one without another, gates and the second payload are missing. */
    private record Match(Signal value, Signal below, Signal above, List<Signal> first, List<Signal> second) {}

    private Match match(Option a, Option b) {
        var below = layers.above(b.value, a.value, 0);
        var above = layers.above(a.value, b.value, margin);
        return new Match(layers.max(a.value, b.value), below, above, lines(a), lines(b));
    }

    private Match bye(Option a) {
        return new Match(layers.carry(a.value), null, null, lines(a), List.of());
    }

    private List<Signal> lines(Option option) {
        return option.payload.stream()
                .map(p -> layers.relu(layers.sum().plus(1, p), p.high()))
                .toList();
    }

    private Option decided(Match match) {
        var value = layers.carry(match.value);
        var payload = IntStream.range(0, match.first.size())
                .mapToObj(line -> match.second.isEmpty()
                        ? layers.relu(layers.sum().plus(1, match.first.get(line)))
                        : chosen(match, line))
                .toList();
        return new Option(value, payload);
    }

    private Signal chosen(Match match, int line) {
        var p = match.first.get(line);
        var q = match.second.get(line);
        var either = layers.sum()
                .plusOneOf(List.of(
                        layers.gated(p, layers.sum().plus(1, p).plus(-full / margin, match.below)),
                        layers.gated(q, layers.sum().plus(1, q).plus(-full / margin, match.above))));
        return Layers.together(either, 0, Math.max(p.high(), q.high()), either.error(), true);
    }
}
