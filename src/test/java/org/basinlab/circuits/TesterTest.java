package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.junit.jupiter.api.Test;

class TesterTest {
    private static final long VECTORS = 3000;

    @Test
    void theWorstErrorDoesNotDependOnThreads() {
        var design = DesignTest.design(Operation.MAX, Form.TREE, 6, true, "uniform:-1:1");
        var one = tried(design, 1, 0);
        assertThat(one.kept()).isTrue();
        assertThat(one.vectors()).isEqualTo(VECTORS);
        assertThat(tried(design, 3, 0)).isEqualTo(one);
    }

    @Test
    void anErrorAboveItsBoundIsSeen() {
        var design = DesignTest.design(Operation.MAX, Form.TREE, 6, true, "grid:24");
        var wrong = tried(design, 2, 0x1p-20);
        assertThat(wrong.errorBound()).isZero();
        assertThat(wrong.maxError()).isEqualTo(0x1p-20);
        assertThat(wrong.kept()).isFalse();
        var broken = tried(design, 2, Double.NaN);
        assertThat(broken.maxError()).isInfinite();
        assertThat(broken.kept()).isFalse();
    }

    @Test
    void inputsBelowTheMarginAreCountedAndNotJudged() {
        var grid = InputGrid.DEFAULT;
        var design = new Design(Operation.ARGMAX, Form.TREE, 6, 1, 1, false, true, grid, 0x1p-4);
        var tried = tried(design, 2, 0);
        assertThat(tried.outside()).isBetween(1L, VECTORS - 1);
        assertThat(tried.kept()).isTrue();
        assertThat(tried.maxErrorUlps()).as("an argmax does not scale").isNaN();
    }

    private static Tried tried(Design design, int threads, double wrong) {
        try (var tester = new Tester(design, Precision.FLOAT32, new Plain(design.circuit(24), wrong), threads)) {
            return tester.run(Trial.Kind.GRID, VECTORS, 7, Progress.NONE);
        }
    }

    /** A circuit unit by unit, its outputs off by a number. */
    private record Plain(Circuit circuit, double wrong) implements RealNetworks {
        @Override
        public Running open(Parameters parameters, Precision precision) {
            return new Running() {
                @Override
                public double[] outputs(double[] inputs, int rows) {
                    var width = circuit.inputs();
                    return IntStream.range(0, rows)
                            .mapToObj(r -> at(Arrays.copyOfRange(inputs, r * width, (r + 1) * width)))
                            .flatMapToDouble(Arrays::stream)
                            .map(y -> y + wrong)
                            .toArray();
                }

                private double[] at(double[] input) {
                    // The same order of sums for the same input, whichever thread has it.
                    return new AnyOrder(circuit, precision == Precision.FLOAT32, new Random(Arrays.hashCode(input)))
                            .at(input);
                }

                @Override
                public void close() {
                    // Holds nothing.
                }
            };
        }
    }
}
