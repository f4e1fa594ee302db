package org.basinlab.circuits;

import java.util.Arrays;

/**
 * What a circuit should give, by comparing its options in plain code.
 *
 * @param design the circuit
 */
record Answer(Design design) {
    static Answer of(Design design) {
        return new Answer(design);
    }

    /** The right outputs for an input. */
    double[] to(double[] input) {
        var k = design.options();
        return switch (design.operation()) {
            case MAX -> new double[] {input[first(input)]};
            case MIN -> new double[] {Arrays.stream(input).limit(k).min().orElseThrow()};
            case ARGMAX -> {
                var place = new double[k];
                place[first(input)] = 1;
                yield place;
            }
            case SELECT -> design.digits() ? new double[] {packed(input)} : chosen(input, first(input));
            case TOPK -> {
                var ascending = sorted(input);
                var top = new double[design.top()];
                for (var r = 0; r < top.length; r++) {
                    top[r] = ascending[k - 1 - r];
                }
                yield top;
            }
            case SORT -> sorted(input);
        };
    }

    /**
     * Whether the design promises anything for an input: its options differ by the margin, or not at all, where that
     * matters.
     */
    boolean isPromised(double[] input) {
        if (design.forAllNumbers()) {
            return true;
        }
        var ascending = sorted(input);
        var largest = ascending[ascending.length - 1];
        var all = design.operation() == Operation.SORT || design.operation() == Operation.TOPK;
        for (var i = ascending.length - 1; i > 0; i--) {
            var gap = (all ? ascending[i] : largest) - ascending[i - 1];
            if (gap > 0) {
                if (gap < design.margin()) {
                    return false;
                }
                if (!all) {
                    return true;
                }
            }
        }
        return true;
    }

    private int first(double[] input) {
        var first = 0;
        for (var i = 1; i < design.options(); i++) {
            if (input[i] > input[first]) {
                first = i;
            }
        }
        return first;
    }

    private double[] sorted(double[] input) {
        var sorted = Arrays.copyOf(input, design.options());
        Arrays.sort(sorted);
        return sorted;
    }

    private double[] chosen(double[] input, int option) {
        var chosen = new double[1 + design.payload()];
        chosen[0] = input[option];
        System.arraycopy(input, design.options() + option * design.payload(), chosen, 1, design.payload());
        return chosen;
    }

    private double packed(double[] input) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < design.options(); i++) {
            var z = input[i];
            for (var q = 0; q < design.payload(); q++) {
                z += Math.scalb(
                        input[design.options() + i * design.payload() + q],
                        -design.grid().bits() - design.digitBits() * q);
            }
            largest = Math.max(largest, z);
        }
        return largest;
    }
}
