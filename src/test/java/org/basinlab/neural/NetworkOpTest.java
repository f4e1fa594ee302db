package org.basinlab.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two passes against networks whose units are held by hand. */
class NetworkOpTest {
    private static final int POINTS = 5;
    private static final double[] INPUTS = ClampedNetwork.drawn(POINTS * 4, 0);
    private static final double[] DIRECTION = ClampedNetwork.drawn(4, 1);

    private static Parameters parameters(StandardActivation activation, Loss loss) {
        return Parameters.initial(
                NetworkSpec.dense(List.of(4, 6, 5, 3), activation, StandardActivation.IDENTITY, loss),
                Initialization.HE,
                BiasInitialization.HE,
                3);
    }

    private static double[] targets() {
        var y = new double[POINTS * 3];
        for (var p = 0; p < POINTS; p++) {
            y[p * 3 + p % 3] = 1;
        }
        return y;
    }

    /** Two-sided differences of the clamped network, which err by h^2 in the third derivative: h 1e-5, so 1e-9. */
    private static double slope(Parameters parameters, UnitSet held, Outcome m, int point) {
        var h = 1e-5;
        var x = Arrays.copyOfRange(INPUTS, point * 4, point * 4 + 4);
        var network = new ClampedNetwork(parameters, held, x);
        var above = x.clone();
        var below = x.clone();
        for (var i = 0; i < 4; i++) {
            above[i] += h * DIRECTION[i];
            below[i] -= h * DIRECTION[i];
        }
        var loss = parameters.spec().loss();
        return (ClampedNetwork.outcome(loss, m, point, network.outputs(above))
                        - ClampedNetwork.outcome(loss, m, point, network.outputs(below)))
                / (2 * h);
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void everyUnitAloneIsAsIfItWereHeld(StandardActivation activation) {
        for (var loss : Loss.values()) {
            var parameters = parameters(activation, loss);
            for (var m : List.of(new Outcome.Output(1), new Outcome.OfLoss(targets()))) {
                var flow = new NetworkOp(new DenseNetwork(parameters), INPUTS, m).from(DIRECTION);
                for (var p = 0; p < POINTS; p++) {
                    var free = slope(parameters, UnitSet.NONE, m, p);
                    // Differences are good to 1e-9 times third derivatives of some tens.
                    assertThat(flow.derivative()[p]).isCloseTo(free, within(1e-7));
                    for (var l = 0; l < 2; l++) {
                        for (var u = 0; u < parameters.spec().units(l); u++) {
                            var unit = flow.units(l, p).get(u);
                            assertThat(ClampedNetwork.free(unit)).isCloseTo(free, within(1e-7));
                            assertThat(ClampedNetwork.frozen(unit))
                                    .as("%s %s layer %s unit %s", activation, m, l, u)
                                    .isCloseTo(slope(parameters, UnitSet.of(l, u), m, p), within(1e-7));
                        }
                    }
                }
            }
        }
    }

    @Test
    void setsInOneLayerAndInSeveral() {
        var parameters = parameters(StandardActivation.TANH, Loss.CROSS_ENTROPY);
        Outcome m = new Outcome.OfLoss(targets());
        var flow = new NetworkOp(new DenseNetwork(parameters), INPUTS, m).from(DIRECTION);
        for (var set : List.of(
                UnitSet.of(0, 1, 4),
                UnitSet.of(1, 0, 2, 3),
                UnitSet.of(0, 1, 4).and(UnitSet.of(1, 2)),
                UnitSet.of(0, 0).and(UnitSet.of(1, 1, 3)).and(UnitSet.of(2, 0)))) {
            var found = flow.of(set);
            for (var p = 0; p < POINTS; p++) {
                assertThat(ClampedNetwork.frozen(found.get(p)))
                        .as("%s", set)
                        .isCloseTo(slope(parameters, set, m, p), within(1e-7));
            }
        }
        // One unit through the set's own pass is what the terms of the one pass say, to rounding.
        for (var u = 0; u < 6; u++) {
            assertThat(ClampedNetwork.frozen(flow.of(UnitSet.of(0, u)).get(2)))
                    .isCloseTo(ClampedNetwork.frozen(flow.units(0, 2).get(u)), within(1e-13));
        }
    }

    @Test
    void aWholeLayerIsEveryPathAndCompIsInfinite() {
        var network = new DenseNetwork(parameters(StandardActivation.TANH, Loss.MSE));
        var flow = new NetworkOp(network, INPUTS, new Outcome.Output(0)).from(DIRECTION);
        for (var l = 0; l < 3; l++) {
            var summary = OpSummary.of(flow.of(UnitSet.layer(network, l)));
            assertThat(summary.infinite()).isEqualTo(POINTS);
            assertThat(summary.medianOp()).isNull();
            assertThat(summary.negativeShare()).isNull();
        }
    }

    @Test
    void deadPathsAreSaid() {
        // Two units: one is dead at the first point, the other at the second; at the third both are.
        var spec = NetworkSpec.dense(List.of(1, 2, 1), StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        var parameters = new Parameters(spec, new double[] {1, -1, -1, -1, 2, 5, 0});
        var flow = new NetworkOp(new DenseNetwork(parameters), new double[] {-3, 3, 0}, new Outcome.Output(0)).from(0);
        assertThat(flow.derivative()).containsExactly(-5, 2, 0);
        var first = flow.units(0).get(0);
        // Its own point: the only path, so infinite; the other's: no part in it, so Comp 1; the third: 0/0.
        assertThat(first.points()).isEqualTo(3);
        assertThat(first.infinite()).isEqualTo(1);
        assertThat(first.undefined()).isEqualTo(1);
        assertThat(first.negativeShare()).isZero();
        assertThat(first.medianOp()).isNull();
    }

    @Test
    void compAndOpInNumbers() {
        // m = 3 h_0 - 2 h_1 with h = x: Comp of unit 0 is 1 / -2, of unit 1 it is 1 / 3.
        var spec =
                NetworkSpec.dense(List.of(1, 2, 1), StandardActivation.IDENTITY, StandardActivation.IDENTITY, Loss.MSE);
        var parameters = new Parameters(spec, new double[] {1, 1, 0, 0, 3, -2, 0});
        var flow = new NetworkOp(new DenseNetwork(parameters), new double[] {7}, new Outcome.Output(0)).from(0);
        var units = flow.units(0);
        // To rounding of a logarithm.
        assertThat(units.get(0).medianOp()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(units.get(0).negativeShare()).isEqualTo(1);
        assertThat(units.get(1).medianOp()).isCloseTo(Math.log(3), within(1e-15));
        assertThat(units.get(1).negativeShare()).isZero();
    }

    @Test
    void refusesWhatTheNetworkHasNot() {
        var network = new DenseNetwork(parameters(StandardActivation.TANH, Loss.MSE));
        var op = new NetworkOp(network, INPUTS, new Outcome.Output(0));
        assertThatThrownBy(() -> op.from(4)).isInstanceOf(InputException.class).hasMessageContaining("no input 4");
        var flow = op.from(0);
        var outside = UnitSet.of(0, 6);
        assertThatThrownBy(() -> flow.of(outside))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("layer 0 has no unit 6");
        var m = new Outcome.Output(3);
        assertThatThrownBy(() -> new NetworkOp(network, INPUTS, m))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no output 3");
        var half = Arrays.copyOf(INPUTS, 6);
        var first = new Outcome.Output(0);
        assertThatThrownBy(() -> new NetworkOp(network, half, first))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("whole datapoints");
    }
}
