package org.basinlab.circuits.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.basinlab.circuits.Circuit;
import org.basinlab.circuits.Design;
import org.basinlab.circuits.Form;
import org.basinlab.circuits.InputGrid;
import org.basinlab.circuits.Operation;
import org.basinlab.network.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Dl4jCircuitsTest {
    private static final int ROWS = 50;

    private final Dl4jCircuits networks = new Dl4jCircuits();

    private static Design design(Operation operation, Form form, int k, InputGrid grid) {
        return new Design(operation, form, k, 2, 2, false, true, grid, grid.margin());
    }

    /** On the default grid nothing is rounded, in either precision and in whichever order the library adds. */
    @ParameterizedTest
    @EnumSource(Operation.class)
    void givesWhatTheCircuitGives(Operation operation) {
        for (var form : Form.values()) {
            var design = design(operation, form, form == Form.TREE ? 9 : 4, InputGrid.DEFAULT);
            var circuit = design.circuit(24);
            assertThat(circuit.bound()).isZero();
            var random = new Random(4);
            var inputs = IntStream.range(0, ROWS * design.inputs())
                    .mapToDouble(i -> random.nextInt(i % 3 == 0 ? 1 << 24 : 4) * 0x1p-24)
                    .toArray();
            for (var precision : new Precision[] {Precision.FLOAT32, Precision.FLOAT64}) {
                assertThat(run(circuit, precision, inputs)).isEqualTo(evaluated(circuit, inputs));
            }
        }
    }

    /** Subnormal numbers are added as exactly as others: nothing on the way flushes them to zero. */
    @Test
    void subnormalNumbersAreNumbers() {
        var circuit = design(Operation.MAX, Form.TREE, 5, InputGrid.DEFAULT).circuit(24);
        var random = new Random(5);
        var inputs = IntStream.range(0, ROWS * 5)
                .mapToDouble(i -> (random.nextInt(1 << 20) - (1 << 19)) * (double) Float.MIN_VALUE)
                .toArray();
        assertThat(run(circuit, Precision.FLOAT32, inputs)).isEqualTo(largest(inputs));
        var smaller = Arrays.stream(inputs)
                .map(x -> x / Float.MIN_VALUE * Double.MIN_VALUE)
                .toArray();
        assertThat(run(circuit, Precision.FLOAT64, smaller)).isEqualTo(largest(smaller));
    }

    @Test
    void roundingStaysWithinItsBound() {
        var grid = InputGrid.of("uniform:-1:1");
        var circuit = design(Operation.MAX, Form.SHALLOW, 25, grid).circuit(24);
        var random = new Random(6);
        var inputs = IntStream.range(0, ROWS * 25)
                .mapToDouble(i -> (float) (2 * random.nextDouble() - 1))
                .toArray();
        var outputs = run(circuit, Precision.FLOAT32, inputs);
        for (var r = 0; r < ROWS; r++) {
            var right = Arrays.stream(inputs, r * 25, (r + 1) * 25).max().orElseThrow();
            assertThat(Math.abs(outputs[r] - right)).isLessThanOrEqualTo(circuit.bound());
        }
    }

    private double[] run(Circuit circuit, Precision precision, double[] inputs) {
        try (var network = networks.open(circuit.parameters(), precision)) {
            return network.outputs(inputs, ROWS);
        }
    }

    private static double[] evaluated(Circuit circuit, double[] inputs) {
        var width = inputs.length / ROWS;
        return IntStream.range(0, ROWS)
                .mapToObj(r -> circuit.at(Arrays.copyOfRange(inputs, r * width, (r + 1) * width)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] largest(double[] inputs) {
        var width = inputs.length / ROWS;
        return IntStream.range(0, ROWS)
                .mapToDouble(r ->
                        Arrays.stream(inputs, r * width, (r + 1) * width).max().orElseThrow())
                .toArray();
    }
}
