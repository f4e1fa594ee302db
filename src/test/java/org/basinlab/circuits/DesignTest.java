package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.basinlab.experiment.InputException;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesignTest {
    static Design design(Operation operation, Form form, int k, boolean signed, String grid) {
        var inputs = InputGrid.of(grid);
        return new Design(operation, form, k, Math.min(3, k), 2, false, signed, inputs, inputs.margin());
    }

    private static Design max(int k, String grid) {
        return design(Operation.MAX, Form.TREE, k, true, grid);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 7, 8, 9, 11, 16, 17, 26, 33})
    void everyCircuitIsRightOnTheDefaultGrid(int k) {
        for (var operation : Operation.values()) {
            for (var form : Form.values()) {
                for (var signed : new boolean[] {true, false}) {
                    if (k <= 17 || form == Form.TREE || operation == Operation.MAX) {
                        check(design(operation, form, k, signed, "grid:24"));
                    }
                }
            }
        }
    }

    private static void check(Design design) {
        var circuit = design.circuit(24);
        var random = new RandomStream(1, RandomStream.CIRCUIT_INPUTS, design.options());
        for (var t = 0; t < 20; t++) {
            var x = new double[design.inputs()];
            for (var i = 0; i < x.length; i++) {
                var raw = Math.floor(random.uniform((long) t * x.length + i) * 0x1p24) * 0x1p-24;
                // Some few values only, so that there are ties.
                x[i] = t % 2 == 0 ? raw : Math.floor(raw * 4) / 4;
            }
            // In double precision nothing is rounded here, so that this is the circuit's mathematics.
            assertThat(circuit.at(x))
                    .as(design.toString())
                    .isEqualTo(Answer.of(design).to(x));
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "12, 3", "16, 1", "16, 8", "4, 10", "23, 1"})
    void digitsRideInAPlainMaximumWithoutRounding(int bits, int payload) {
        var grid = new InputGrid(bits, 0, 1);
        var design = new Design(Operation.SELECT, Form.TREE, 9, 1, payload, true, true, grid, grid.margin());
        assertThat(design.circuit(24).bound()).isZero();
        var trial = new Trial(Trial.Kind.TIES, design, 0, 1, 5, true);
        var inputs = new double[100 * design.inputs()];
        trial.fill(0, 100, inputs);
        var run = new AnyOrder(design.circuit(24), true, new Random(1));
        for (var v = 0; v < 100; v++) {
            var x = Arrays.copyOfRange(inputs, v * design.inputs(), (v + 1) * design.inputs());
            var packed = run.at(x)[0];
            // Unpacked again: the largest option, and digits that went with one of those as large.
            var largest = Arrays.stream(x).limit(9).max().orElseThrow();
            assertThat(Math.floor(packed * Math.scalb(1.0, bits)) * Math.scalb(1.0, -bits))
                    .isEqualTo(largest);
            assertThat(packed).isEqualTo(Answer.of(design).to(x)[0]);
        }
    }

    @Test
    void depthIsThatOfATree() {
        for (var k = 2; k <= 70; k++) {
            var levels = 32 - Integer.numberOfLeadingZeros(k - 1);
            assertThat(design(Operation.MAX, Form.TREE, k, true, "grid:24")
                            .circuit(24)
                            .depth())
                    .isEqualTo(levels);
            assertThat(design(Operation.MIN, Form.TREE, k, false, "grid:24")
                            .circuit(24)
                            .depth())
                    .isEqualTo(levels);
            assertThat(design(Operation.SELECT, Form.TREE, k, true, "grid:24")
                            .circuit(24)
                            .depth())
                    .isEqualTo(2 * levels);
            assertThat(design(Operation.ARGMAX, Form.TREE, k, true, "grid:24")
                            .circuit(24)
                            .depth())
                    .isEqualTo(levels + 2);
        }
        assertThat(max(1000, "grid:24").circuit(24).depth()).isEqualTo(10);
    }

    @Test
    void allPairsAtOnceTakeLayersThatDoNotGrow() {
        for (var k = 2; k <= 20; k++) {
            assertThat(design(Operation.ARGMAX, Form.SHALLOW, k, true, "grid:24")
                            .circuit(24)
                            .depth())
                    .isEqualTo(3);
            for (var operation : new Operation[] {Operation.SELECT, Operation.TOPK, Operation.SORT}) {
                assertThat(design(operation, Form.SHALLOW, k, true, "grid:24")
                                .circuit(24)
                                .depth())
                        .isEqualTo(4);
            }
        }
    }

    /** The post's three ReLUs for two numbers, and the two that do for those of 0 and more. */
    @Test
    void aMaximumOfTwoHasThreeUnitsOrTwo() {
        var three = max(2, "grid:24").circuit(24);
        assertThat(three.units()).isEqualTo(3);
        assertThat(three.parameterCount()).isEqualTo(3 * 3 + 4);
        assertThat(three.nonzero()).isEqualTo(4 + 3);
        assertThat(three.at(-5, -7)).containsExactly(-5);
        var two = design(Operation.MAX, Form.TREE, 2, false, "grid:24").circuit(24);
        assertThat(two.units()).isEqualTo(2);
        assertThat(two.at(5, 7)).containsExactly(7);
        assertThat(two.at(-5, -7)).as("not below 0").containsExactly(2);
    }

    @Test
    void weightsDependOnTheDesignAlone() {
        for (var operation : Operation.values()) {
            for (var form : Form.values()) {
                for (var grid : new String[] {"grid:24", "grid:8:0:0.5", "grid:12:4:5", "uniform:10:11"}) {
                    var design = design(operation, form, 7, false, grid);
                    var layers = design.circuit(24).layers();
                    assertThat(design.circuit(53).layers()).isEqualTo(layers);
                    assertThat(design.circuit(new Known(0, 1, Known.ANY, 24)).layers())
                            .as(design.toString())
                            .isEqualTo(layers);
                }
            }
        }
    }

    @Test
    void neverFewerWeightsThanItSays() {
        for (var operation : Operation.values()) {
            for (var form : Form.values()) {
                for (var k = 2; k <= 20; k++) {
                    for (var top : new int[] {1, k}) {
                        var design =
                                new Design(operation, form, k, top, 1, false, k % 2 == 0, InputGrid.DEFAULT, 0x1p-24);
                        assertThat(design.leastParameters())
                                .as(design.toString())
                                .isLessThanOrEqualTo(design.circuit(24).parameterCount());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "grid:24, 24, 53",
        "uniform:-5:5, 20, 49",
        "uniform:0:1e-3, 33, 62",
        "uniform:0:1e9, -6, 23",
        "grid:4:-1:1, 23, 52"
    })
    void theFinestExactGridOfTwoNumbers(String grid, int single, int twice) {
        assertThat(max(2, grid).exactBits(24)).isEqualTo(single);
        assertThat(max(2, grid).exactBits(53)).isEqualTo(twice);
    }

    /** One bit finer, a difference of two numbers of the grid is no number of the precision. */
    @Test
    void oneBitFinerRoundsOfTwoNumbersBelowAndAboveZero() {
        var bits = (int) max(2, "grid:4:-1:1").exactBits(24);
        var step = Math.scalb(1.0, -bits - 1);
        var run = new AnyOrder(max(2, "grid:4:-1:1").circuit(24), true, new Random(2));
        var x = new double[] {1 - step, -1 + 2 * step};
        // 2 - 3 steps is an odd number of steps and has 25 bits.
        assertThat((double) (float) x[0]).isEqualTo(x[0]);
        assertThat((double) (float) x[1]).isEqualTo(x[1]);
        assertThat(run.at(x)[0]).isNotEqualTo(x[0]);
    }

    /** Weights of a half alone would show nothing: 3 x is rounded though every factor is a power of two. */
    @Test
    void aProductByThreeIsRounded() {
        var known = new Known(0, 1, Known.ANY, 24);
        var layers = new Layers(1, known, false);
        var x = layers.input(0, known);
        assertThat(layers.sum().plus(1, x).plus(2, x).rounding()).isEqualTo(3 * 0x1p-24);
        assertThat(layers.sum().plus(2, x).plus(2, x).rounding()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | 1 | 0.5 | --inputs",
                "4 | 0 | 1 | 0.5 | --top",
                "4 | 5 | 1 | 0.5 | --top",
                "4 | 1 | 0 | 0.5 | --payload",
                "4 | 1 | 65 | 0.5 | --payload",
                "4 | 1 | 1 | 0.3 | --margin",
                "4 | 1 | 1 | 0 | --margin",
                "4 | 1 | 1 | -0.5 | --margin",
                "4 | 1 | 1 | 2 | --margin",
                "4 | 1 | 1 | NaN | --margin",
                "4 | 1 | 1 | Infinity | --margin",
                "4 | 1 | 1 | 0x1p-80 | --margin"
            })
    void refusesWhatIsNoDesign(int k, int top, int payload, double margin, String option) {
        assertThatThrownBy(() ->
                        new Design(Operation.TOPK, Form.TREE, k, top, payload, false, true, InputGrid.DEFAULT, margin))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(option);
    }

    @Test
    void refusesNetworksThatWouldTakeAllMemoryWithoutMakingThem() {
        for (var operation : Operation.values()) {
            for (var form : Form.values()) {
                assertThatThrownBy(() -> CircuitConfig.usual(design(operation, form, 99_999_999, true, "grid:24")))
                        .isInstanceOf(InputException.class)
                        .hasMessageContaining("--inputs");
            }
        }
    }

    @Test
    void promisesNothingWhereOptionsDifferByLessThanTheMargin() {
        var select = new Design(Operation.SELECT, Form.TREE, 3, 1, 1, false, true, InputGrid.DEFAULT, 0x1p-4);
        var answer = Answer.of(select);
        assertThat(answer.isPromised(new double[] {0.5, 0.5, 0.25, 0, 0, 0}))
                .as("a tie")
                .isTrue();
        assertThat(answer.isPromised(new double[] {0.5, 0.47, 0.25, 0, 0, 0})).isFalse();
        assertThat(answer.isPromised(new double[] {0.5, 0.4375, 0.43, 0, 0, 0}))
                .as("just the margin")
                .isTrue();
        var sort = new Design(Operation.SORT, Form.SHALLOW, 3, 1, 1, false, true, InputGrid.DEFAULT, 0x1p-4);
        assertThat(Answer.of(sort).isPromised(new double[] {0.5, 0.26, 0.25})).isFalse();
        assertThat(Answer.of(max(3, "grid:24")).isPromised(new double[] {0.5, 0.5 - 0x1p-24, 0}))
                .isTrue();
    }

    @Test
    void ofEqualOptionsTheFirstIsChosen() {
        for (var form : Form.values()) {
            var design = design(Operation.SELECT, form, 4, true, "grid:24");
            var x = new double[] {0.25, 0.5, 0.5, 0.5, 0, 0, 0.125, 0.375, 0.75, 0.875, 0.25, 0.25};
            assertThat(design.circuit(24).at(x)).containsExactly(0.5, 0.125, 0.375);
            assertThat(design(Operation.ARGMAX, form, 4, true, "grid:24")
                            .circuit(24)
                            .at(0.25, 0.5, 0.5, 0.5))
                    .containsExactly(0, 1, 0, 0);
        }
    }
}
