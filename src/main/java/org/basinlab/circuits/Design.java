package org.basinlab.circuits;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which circuit to build. Its weights depend on nothing else; what is known of the inputs only decides what can be said
 * of its rounding.
 *
 * <p>An input is the k options and, of {@link Operation#SELECT}, their payloads after them, option by option.
 *
 * <p>Minima are {@code c - max(c - x)} with c the sum of the grid's ends, so that c - x has the inputs' own range and is as
 * exact as they are.
 *
 * @param operation what it finds
 * @param form      how it is laid out
 * @param options   k, how many numbers it chooses from
 * @param top       how many of them {@link Operation#TOPK} gives
 * @param payload   numbers that go with an option of {@link Operation#SELECT}
 * @param digits    whether they ride in the low digits of the options instead of on lines of their own
 * @param signed    whether numbers below zero may come in: three ReLUs for a maximum, else two
 * @param grid      where inputs come from
 * @param margin    by how much options differ that circuits of yes and no tell apart; a power of two
 */
public record Design(
        Operation operation,
        Form form,
        int options,
        int top,
        int payload,
        boolean digits,
        boolean signed,
        InputGrid grid,
        double margin) {
    public Design {
        require(options >= 2, "--inputs must be at least 2 to choose from, got %s", options);
        require(
                operation != Operation.TOPK || top >= 1 && top <= options,
                "--top must be 1 to the number of inputs, %s, got %s",
                options,
                top);
        require(payload >= 1 && payload <= 64, "--payload must be 1 to 64 numbers an option, got %s", payload);
        require(
                signed || grid.low() >= 0,
                "--relus 2 is for inputs of 0 and more, and --input-grid %s has others: give --relus 3",
                grid);
        require(
                margin > 0 && !(Math.abs(margin - Math.scalb(1.0, Math.getExponent(margin))) > 0),
                "--margin must be a power of two, such as 0.0009765625, got %s",
                margin);
        require(
                margin <= grid.high() - grid.low() && margin >= (grid.high() - grid.low()) * 0x1p-52,
                "--margin must be at most the range of --input-grid %s, and at least 2^-52 of it, got %s",
                grid,
                margin);
        require(
                !digits || grid.bits() > 0 && !(grid.low() < 0) && grid.high() <= 1 && digitBits(grid, payload) >= 1,
                "--carry digits needs a grid in [0, 1) that leaves digits free: at most grid:%s for --payload %s, got %s",
                24 - payload,
                payload,
                grid);
        require(
                !digits || form == Form.TREE,
                "--carry digits is a plain maximum and comes as --form tree: leave --form shallow out");
    }

    /** The same of another number of options. */
    Design withOptions(int k) {
        return new Design(operation, form, k, Math.min(top, k), payload, digits, signed, grid, margin);
    }

    /** Digits of each payload number where they ride in the options': what single precision has left. */
    public int digitBits() {
        return digitBits(grid, payload);
    }

    private static int digitBits(InputGrid grid, int payload) {
        return (24 - grid.bits()) / payload;
    }

    /** Numbers in an input. */
    public int inputs() {
        return operation == Operation.SELECT ? options * (1 + payload) : options;
    }

    /** Whether it is exact mathematics for all numbers, and not for those alone that differ by the margin. */
    public boolean forAllNumbers() {
        return switch (operation) {
            case MAX, MIN -> true;
            case TOPK, SORT -> form == Form.TREE;
            case ARGMAX -> false;
            case SELECT -> digits;
        };
    }

    /** Whether scaling the inputs scales the output and all errors, so that a bound in ulps holds at any size. */
    public boolean homogeneous() {
        return forAllNumbers() && operation != Operation.SELECT && !(operation == Operation.MIN && reflected() > 0);
    }

    /** c of {@code min = c - max(c - x)}, in size. */
    private double reflected() {
        return Math.abs(constants().low() + constants().high());
    }

    /** Fewer weights than this it cannot have: found without building it, which for too many options would take all memory. */
    double leastParameters() {
        var k = (double) options;
        if (pairwise()) {
            // Every pair of options is a unit of two layers.
            return k * (k - 1) / 2 * k * (k - 1) / 2;
        }
        // A number on its way takes two units where it may be below zero.
        var onTheWay = signed ? 4 * k * k : k * k;
        var levels = Math.ceil(Math.log(k) / Math.log(2));
        return switch (operation) {
            case MAX, MIN, SELECT, TOPK -> inputs() * k;
            case ARGMAX -> onTheWay * (levels - 1);
            case SORT -> onTheWay * (levels * (levels + 1) / 2 - 1);
        };
    }

    /** Whether it compares every pair at once. */
    boolean pairwise() {
        return form == Form.SHALLOW && operation != Operation.MAX && operation != Operation.MIN;
    }

    private Known constants() {
        return grid.known(24);
    }

    /** Built for inputs from its grid, in a precision of so many bits. */
    public Circuit circuit(int bits) {
        return circuit(grid.known(bits));
    }

    /** The same circuit with what can be said of other inputs. */
    public Circuit circuit(Known known) {
        var layers = new Layers(inputs(), known, signed);
        var x = IntStream.range(0, options)
                .mapToObj(i -> layers.input(i, known))
                .toList();
        return layers.circuit(
                switch (operation) {
                    case MAX -> List.of(layers.sum().plus(1, largest(layers, x)));
                    case MIN ->
                        List.of(layers.sum()
                                .plus(constants().low() + constants().high())
                                .plus(
                                        -1,
                                        largest(
                                                layers,
                                                x.stream()
                                                        .map(s -> reflection(layers, s))
                                                        .toList())));
                    case ARGMAX -> sums(layers, place(layers, x));
                    case SELECT -> digits ? packed(layers, x) : selected(layers, x, known);
                    case TOPK -> ordered(layers, x, top);
                    case SORT -> {
                        var descending = new ArrayList<>(ordered(layers, x, options));
                        Collections.reverse(descending);
                        yield descending;
                    }
                });
    }

    /**
     * The finest grid, as multiples of 2^-bits in the range of its own one, on which nothing is rounded in a precision of so
     * many bits; NaN where something is on grids down to a few numbers.
     */
    public double exactBits(int precision) {
        // From more bits than the largest input can have, to the last grid of two numbers.
        var finest = precision - Math.getExponent(grid.known(precision).size());
        var coarsest = 1 - Math.getExponent(grid.high() - grid.low());
        for (var bits = finest; bits >= coarsest; bits--) {
            var known = new Known(grid.low(), grid.high() - Math.scalb(1.0, -bits), -bits, precision);
            if (!(circuit(known).bound() > 0)) {
                return bits;
            }
        }
        return Double.NaN;
    }

    private Signal largest(Layers layers, List<Signal> x) {
        return form == Form.TREE ? new ByComparators(layers, x).largest(1).get(0) : new FiveAtATime(layers).largest(x);
    }

    private Signal reflection(Layers layers, Signal s) {
        var z = layers.sum().plus(constants().low() + constants().high()).plus(-1, s);
        return Layers.together(z, z.low(), z.high(), 0, true);
    }

    private List<Signal> place(Layers layers, List<Signal> x) {
        return form == Form.TREE
                ? Position.of(layers, x, margin)
                : new Pairwise(layers, x, List.of(), margin, 1).place();
    }

    private List<Sum> packed(Layers layers, List<Signal> x) {
        var bits = digitBits();
        var packed = new ArrayList<Signal>();
        for (var i = 0; i < options; i++) {
            var z = layers.sum().plus(1, x.get(i));
            for (var q = 0; q < payload; q++) {
                var digit = layers.input(options + i * payload + q, new InputGrid(bits, 0, 1).known(24));
                z.plus(Math.scalb(1.0, -grid.bits() - bits * q), digit);
            }
            packed.add(Layers.together(z, z.low(), z.high(), 0, true));
        }
        return List.of(layers.sum()
                .plus(1, new ByComparators(layers, packed).largest(1).get(0)));
    }

    private List<Sum> selected(Layers layers, List<Signal> x, Known known) {
        // Lines hold numbers from 0 on: payloads are moved there and back.
        var shift = constants().low();
        if (form == Form.SHALLOW) {
            return shallow(layers, x, known, 1).get(0);
        }
        var entrants = new ArrayList<Tournament.Option>();
        for (var i = 0; i < options; i++) {
            var lines = new ArrayList<Signal>();
            for (var q = 0; q < payload; q++) {
                var z = layers.sum()
                        .plus(1, layers.input(options + i * payload + q, known))
                        .plus(-shift);
                lines.add(Layers.together(z, 0, z.high(), 0, true));
            }
            entrants.add(new Tournament.Option(x.get(i), lines));
        }
        var winner = new Tournament(layers, margin, full()).winner(entrants);
        var outputs = new ArrayList<>(List.of(layers.sum().plus(1, winner.value())));
        winner.payload().forEach(p -> outputs.add(layers.sum().plus(1, p).plus(shift)));
        return outputs;
    }

    private List<Sum> ordered(Layers layers, List<Signal> x, int wanted) {
        if (form == Form.TREE) {
            return sums(layers, new ByComparators(layers, x).largest(wanted));
        }
        return shallow(layers, x, null, wanted).stream()
                .map(line -> line.get(0))
                .toList();
    }

    /** Of the first ranks, the number and, where it has one, its payload. */
    private List<List<Sum>> shallow(Layers layers, List<Signal> x, Known payloads, int ranks) {
        var shift = constants().low();
        var kinds = payloads == null ? 1 : 1 + payload;
        var lines = new ArrayList<Sum>();
        for (var kind = 0; kind < kinds; kind++) {
            for (var i = 0; i < options; i++) {
                var s = kind == 0 ? x.get(i) : layers.input(options + i * payload + kind - 1, payloads);
                lines.add(layers.sum().plus(1, s).plus(-shift));
            }
        }
        var ranked = new Pairwise(layers, x, lines, margin, full()).ranked(ranks, kinds);
        ranked.forEach(sums -> sums.forEach(sum -> sum.plus(shift)));
        return ranked;
    }

    /** P: a power of two that no number on a line, from 0 on, is above. */
    private double full() {
        var range = constants().high() - constants().low();
        return Math.scalb(1.0, Math.getExponent(range) + 1);
    }

    private static List<Sum> sums(Layers layers, List<Signal> signals) {
        return signals.stream().map(s -> layers.sum().plus(1, s)).toList();
    }
}
