package org.basinlab.searching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchNeuronTest {
    private static Subnetwork drawn(int dimensions, StandardActivation curve, int k) {
        return Subnetwork.drawn(
                new Shape(2, dimensions, 8, curve), 4, new RandomStream(5, RandomStream.PROPOSALS, 100 + k));
    }

    private static double[] context(int k) {
        var stream = new RandomStream(6, RandomStream.PROPOSALS, 50);
        return new double[] {stream.normal(2L * k), stream.normal(2L * k + 1)};
    }

    @Test
    void gridsDrawsAndStartsAreWhereTheySay() {
        assertThat(Proposals.grid(3).points(2))
                .containsExactly(-1, -1, -1, 0, -1, 1, 0, -1, 0, 0, 0, 1, 1, -1, 1, 0, 1, 1);
        assertThat(Proposals.grid(1).points(2)).containsExactly(0, 0);
        // Centres of four cells of half the box each: thirds of nothing, so exact.
        assertThat(Proposals.gradient(4, 7).points(1)).containsExactly(-0.75, -0.25, 0.25, 0.75);
        assertThat(Proposals.gradient(4, 7).evaluations(2)).isEqualTo(128);
        var draws = Proposals.random(500, 3).points(2);
        assertThat(draws).hasSize(1000).isEqualTo(Proposals.random(500, 3).points(2));
        assertThat(Arrays.stream(draws).allMatch(z -> z >= -1 && z <= 1)).isTrue();
        // Five standard errors of the mean of 1000 numbers of variance 1/3.
        assertThat(Arrays.stream(draws).average().orElseThrow()).isCloseTo(0, within(5 / Math.sqrt(3000)));
    }

    @ParameterizedTest
    @EnumSource(
            value = StandardActivation.class,
            names = {"TANH", "SOFTPLUS"})
    void slopesAreThoseOfTheValue(StandardActivation curve) {
        var g = drawn(2, curve, 0);
        var c = context(0);
        double[] z = {0.3, -0.6};
        var h = 1e-6;
        // Central differences: h^2 of the third derivative, about 1e-12 times 4^3, and rounding 1e-16 / h.
        var near = within(1e-8);
        for (var k = 0; k < 2; k++) {
            var up = z.clone();
            var down = z.clone();
            up[k] += h;
            down[k] -= h;
            assertThat(g.slope(c, z)[k]).isCloseTo((g.value(c, up) - g.value(c, down)) / (2 * h), near);
            up = c.clone();
            down = c.clone();
            up[k] += h;
            down[k] -= h;
            assertThat(g.contextSlope(c, z)[k]).isCloseTo((g.value(up, z) - g.value(down, z)) / (2 * h), near);
        }
        for (var p = 0; p < g.theta().length; p++) {
            var up = g.theta().clone();
            var down = g.theta().clone();
            up[p] += h;
            down[p] -= h;
            assertThat(g.parameterSlope(c, z)[p])
                    .isCloseTo(
                            (new Subnetwork(g.shape(), up).value(c, z) - new Subnetwork(g.shape(), down).value(c, z))
                                    / (2 * h),
                            near);
        }
    }

    /** One unit: g = tanh(c + 2 z) grows in z, so its maximum is at z = 1; with v = -1 at z = -1. */
    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void findsMaximaOnTheBorder(double out) {
        var g = new Subnetwork(new Shape(1, 1, 1, StandardActivation.TANH), new double[] {1, 2, 0, out, 0.5});
        for (var proposals : List.of(Proposals.grid(2), Proposals.gradient(1, 20))) {
            var choice = new SearchNeuron(g, proposals).search(new double[] {0.3});
            assertThat(choice.z()).containsExactly(out);
            assertThat(choice.residual()).isZero();
            // One sum and one tanh: an ulp or so.
            assertThat(choice.value()).isCloseTo(out * Math.tanh(0.3 + 2 * out) + 0.5, within(1e-15));
        }
    }

    /** g = tanh(z + c + 1) - tanh(z + c - 1) is largest at z = -c, with value 2 tanh 1, and dz/dc = -1. */
    @Test
    void closedForm() {
        var g = bump();
        double[] c = {0.4};
        var choice = new SearchNeuron(g, Proposals.gradient(2, 60)).search(c);
        assertThat(choice.value()).isCloseTo(2 * Math.tanh(1), within(1e-15));
        // Rounding hides growth within the root of 2^-53 of the maximum.
        assertThat(choice.z()[0]).isCloseTo(-0.4, within(1e-7));
        assertThat(g.choiceSlope(c, choice.z())[0]).isCloseTo(-1, within(1e-6));
        assertThat(g.contextSlope(c, choice.z())[0]).isCloseTo(0, within(1e-7));
        assertThat(TrueMaximum.of(1).over(g, c).high()).isCloseTo(2 * Math.tanh(1), within(1e-15));
    }

    @Test
    void nothingProposedBeatsTheTrueMaximum() {
        for (var d = 1; d <= 2; d++) {
            for (var k = 0; k < 6; k++) {
                var g = drawn(d, StandardActivation.TANH, k);
                var c = context(k);
                var most = TrueMaximum.of(d).over(g, c).high();
                for (var proposals : List.of(
                        Proposals.grid(d == 1 ? 3000 : 90), Proposals.random(3000, 1), Proposals.gradient(6, 60))) {
                    // The oracle rounds as well.
                    assertThat(new SearchNeuron(g, proposals).search(c).value()).isLessThanOrEqualTo(most + 1e-14);
                }
            }
        }
    }

    /** A bump about z = -c, {@code tanh(z + c + 1) - tanh(z + c - 1)}. */
    private static Subnetwork bump() {
        return new Subnetwork(new Shape(1, 1, 2, StandardActivation.TANH), new double[] {1, 1, 1, 1, 1, -1, 1, -1, 0});
    }

    /** A grid of spacing h misses a smooth maximum by at most h^2 / 8 of the curvature: a quarter for half of h. */
    @Test
    void gapsOfGridsAreOfSecondOrder() {
        var gaps = new ArrayList<Double>();
        for (var p : new int[] {33, 65}) {
            var sum = 0.0;
            for (var k = 0; k < 500; k++) {
                // Even places in the cells of either grid.
                var c = (k * 0.6180339887498949) % 1 - 0.5;
                sum += 2 * Math.tanh(1)
                        - new SearchNeuron(bump(), Proposals.grid(p))
                                .search(new double[] {c})
                                .value();
            }
            gaps.add(sum);
        }
        // The next order is h^2 of the first, 1e-3; 500 even places give the mean square to a hundredth.
        assertThat(gaps.get(0) / gaps.get(1)).isCloseTo(4, within(0.05));
    }

    /** What a free choice gains after a change of the context: {@code 2 tanh 1 - tanh(1 + d) - tanh(1 - d)}. */
    @Test
    void gainsAreOfSecondOrder() {
        var neuron = new SearchNeuron(bump(), Proposals.gradient(2, 40));
        double[] c = {0.2};
        var z = neuron.search(c).z();
        var gains = new ArrayList<Double>();
        for (var delta : new double[] {0.04, 0.02}) {
            double[] there = {c[0] + delta};
            var gain = neuron.search(there).value() - bump().value(there, z);
            // z is known to 1e-8, and with it the gain to that times delta.
            assertThat(gain).isCloseTo(2 * Math.tanh(1) - Math.tanh(1 + delta) - Math.tanh(1 - delta), within(1e-8));
            gains.add(gain);
        }
        // The next order is delta^2 of the first: 2e-3.
        assertThat(gains.get(0) / gains.get(1)).isCloseTo(4, within(0.02));
    }

    /** The envelope theorem: what steps leave makes an error that vanishes with it. */
    @Test
    void theErrorOfTheGradientFallsWithWhatIsLeft() {
        var h = 1e-5;
        var last = Double.POSITIVE_INFINITY;
        for (var steps : new int[] {4, 12, 40}) {
            var most = 0.0;
            var residual = 0.0;
            for (var k = 0; k < 12; k++) {
                var neuron = new SearchNeuron(drawn(1, StandardActivation.SOFTPLUS, k), Proposals.gradient(4, steps));
                var c = context(k);
                double[] up = {c[0] + h, c[1]};
                double[] down = {c[0] - h, c[1]};
                var choice = neuron.search(c);
                residual = Math.max(residual, choice.residual());
                most = Math.max(
                        most,
                        Math.abs(
                                (neuron.search(up).value() - neuron.search(down).value()) / (2 * h)
                                        - neuron.g().contextSlope(c, choice.z())[0]));
            }
            assertThat(most).isLessThan(last);
            last = most;
            if (steps == 40) {
                // Differences are good to 1e-9 here: h^2 times third derivatives of order ten, rounding 1e-11.
                assertThat(most).isLessThan(1e-6);
                assertThat(residual).isLessThan(1e-6);
            }
        }
    }

    @Test
    void theWorstIsKeptWhenBroken() {
        var g = drawn(1, StandardActivation.TANH, 1);
        var c = context(1);
        var grid = Proposals.grid(9);
        var worst = new SearchNeuron(g, grid, Keep.WORST).search(c).value();
        var values = Arrays.stream(grid.points(1))
                .map(z -> g.value(c, new double[] {z}))
                .toArray();
        assertThat(worst).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(new SearchNeuron(g, grid).search(c).value())
                .isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    @Test
    void refusesWhatCannotBeSearched() {
        assertThatThrownBy(() -> Proposals.grid(0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Proposals(Proposals.Kind.GRID, 3, 2, 0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("only gradient proposals take steps");
        assertThatThrownBy(() -> new NeuronConfig(12, 16, 8, StandardActivation.RELU, 256, 6, 10, 64, 0.2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--neuron-curve");
    }

    @Test
    void theDenseNetworkIsOfTheSameSize() {
        // Widths are whole numbers: a step of one of them changes about ten parameters.
        assertThat(NetworkPlan.Dense.nearest(2, 157).parameters()).isBetween(151, 163);
        assertThat(new NetworkPlan.Dense(2, List.of(3, 2)).parameters()).isEqualTo(9 + 8 + 3);
    }
}
