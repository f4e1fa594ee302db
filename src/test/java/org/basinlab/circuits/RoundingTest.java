package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rounding does in any order of summation against what it can do at most. */
class RoundingTest {
    private static final int VECTORS = 6;
    private static final int[] OPTIONS = {2, 3, 5, 7, 11, 17};

    private final Random random = new Random(9);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grid:24",
                "grid:20:-1:1",
                "grid:24:-1:1",
                "grid:30",
                "grid:10:-3:5",
                "grid:12:4:5",
                "grid:8:0:0.5",
                "uniform:-5:5",
                "uniform:0:1e-3",
                "uniform:-2:-1",
                "uniform:0.1:0.3",
                "uniform:10:11"
            })
    void noErrorIsAboveItsBoundWhateverTheOrderOfSums(String text) {
        var grid = InputGrid.of(text);
        for (var operation : Operation.values()) {
            for (var form : Form.values()) {
                for (var k : OPTIONS) {
                    if (form == Form.TREE && k < 12 || k < 6 || operation == Operation.MAX) {
                        check(design(operation, form, k, true, grid));
                        if (grid.low() >= 0) {
                            check(design(operation, form, k, false, grid));
                        }
                    }
                }
            }
        }
    }

    private static Design design(Operation operation, Form form, int k, boolean signed, InputGrid grid) {
        return new Design(operation, form, k, Math.min(3, k), 2, false, signed, grid, grid.margin());
    }

    private void check(Design design) {
        var circuit = design.circuit(24);
        for (var single : new boolean[] {true, false}) {
            var run = new AnyOrder(circuit, single, random);
            for (var kind : Trial.Kind.values()) {
                if (applies(kind, design)) {
                    check(design, kind, run);
                }
            }
        }
    }

    /** As {@link CircuitStudy} has it. */
    private static boolean applies(Trial.Kind kind, Design design) {
        return switch (kind) {
            case GRID, TIES, NEAR_TIES -> true;
            case UNIFORM -> design.forAllNumbers();
            case MIXED_SIGNS, HUGE, TINY -> design.homogeneous();
        };
    }

    private void check(Design design, Trial.Kind kind, AnyOrder run) {
        var bounds = Bounds.of(design, kind, run.single() ? 24 : 53);
        var trial = new Trial(kind, design, bounds.low(), bounds.high(), 1, run.single());
        var inputs = new double[VECTORS * design.inputs()];
        trial.fill(0, VECTORS, inputs);
        var answer = Answer.of(design);
        for (var v = 0; v < VECTORS; v++) {
            var x = Arrays.copyOfRange(inputs, v * design.inputs(), (v + 1) * design.inputs());
            if (answer.isPromised(x)) {
                var error = largest(run.at(x), answer.to(x));
                var what = design + " " + kind + " single " + run.single() + " " + Arrays.toString(x);
                // A bound of 0 is to the letter: nothing may be rounded.
                if (!Double.isNaN(bounds.error())) {
                    assertThat(error).as(what).isLessThanOrEqualTo(bounds.error());
                }
                if (design.homogeneous()) {
                    var size = Arrays.stream(x).map(Math::abs).max().orElseThrow();
                    assertThat(error / (run.single() ? Math.ulp((float) size) : Math.ulp(size)))
                            .as(what)
                            .isLessThanOrEqualTo(bounds.ulps());
                }
            }
        }
    }

    private static double largest(double[] outputs, double[] right) {
        var largest = 0.0;
        for (var o = 0; o < right.length; o++) {
            // NaN, as an overflow leaves it, stays NaN and is below no bound.
            largest = Math.max(largest, Math.abs(outputs[o] - right[o]));
        }
        return largest;
    }
}
