package org.basinlab.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

class TrainingTangentsTest {
    private static final int POINTS = 6;

    private static SgdTraining training(StandardActivation hidden, Loss loss) {
        var spec = NetworkSpec.dense(List.of(3, 4, 3, 2), hidden, StandardActivation.IDENTITY, loss);
        var start = Parameters.initial(spec, Initialization.LECUN, BiasInitialization.HE, 6);
        var targets = new double[POINTS * 2];
        for (var p = 0; p < POINTS; p++) {
            targets[2 * p + p % 2] = 1;
        }
        return new SgdTraining(start, ClampedNetwork.drawn(POINTS * 3, 0), targets, 0.1, 2);
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void gradientsAndHessiansAreThoseOfTheLoss(StandardActivation hidden) {
        for (var loss : Loss.values()) {
            var training = training(hidden, loss);
            var theta = training.start().values();
            var v = ClampedNetwork.drawn(theta.length, 4);
            var here = new BatchLoss(training, theta, 0, POINTS);
            var h = 1e-5;
            var above = new BatchLoss(training, moved(theta, v, h), 0, POINTS);
            var below = new BatchLoss(training, moved(theta, v, -h), 0, POINTS);
            // Two-sided differences: h^2 times third derivatives of some tens, and rounding of 1e-16 / h.
            assertThat(here.along(v)).isCloseTo((above.loss() - below.loss()) / (2 * h), within(1e-7));
            var product = here.hessianTimes(v);
            var up = above.gradient();
            var down = below.gradient();
            for (var k = 0; k < v.length; k++) {
                assertThat(product[k])
                        .as("%s %s, parameter %s", hidden, loss, k)
                        .isCloseTo((up[k] - down[k]) / (2 * h), within(1e-6));
            }
        }
    }

    private static double[] moved(double[] theta, double[] v, double h) {
        var moved = theta.clone();
        for (var k = 0; k < v.length; k++) {
            moved[k] += h * v[k];
        }
        return moved;
    }

    /** Worlds W, X and Y by training thrice; Y takes the layer from W after every step. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void tangentsAreWhatThreeTrainingRunsDo(Loss loss) {
        var training = training(StandardActivation.TANH, loss);
        var spec = training.spec();
        var n = 5;
        var steps = 40;
        var delta = 1e-6;
        var tangents = new TrainingTangents(training, n, List.of(0, 1, 2));
        for (var s = 0; s < steps; s++) {
            tangents.advance();
        }
        for (var layer = 0; layer < 3; layer++) {
            var x = new double[2][];
            var y = new double[2][];
            double[] w = null;
            for (var side = 0; side < 2; side++) {
                w = training.start().values().clone();
                x[side] = w.clone();
                x[side][n] += (side == 0 ? 1 : -1) * delta;
                y[side] = x[side].clone();
                for (var s = 0; s < steps; s++) {
                    w = training.next(w, s);
                    x[side] = training.next(x[side], s);
                    y[side] = training.next(y[side], s);
                    var from = spec.weightOffset(layer);
                    System.arraycopy(
                            w, from, y[side], from, spec.layers().get(layer).parameterCount());
                }
            }
            assertThat(tangents.parameters()).isEqualTo(w);
            for (var m = 0; m < w.length; m++) {
                // Two-sided: delta^2 times a third derivative, and rounding of 40 steps over delta, some 1e-9.
                assertThat(tangents.free()[m]).isCloseTo((x[0][m] - x[1][m]) / (2 * delta), within(1e-8));
                assertThat(tangents.frozen(layer)[m])
                        .as("layer %s, parameter %s", layer, m)
                        .isCloseTo((y[0][m] - y[1][m]) / (2 * delta), within(1e-8));
            }
            var comp = tangents.ofLoss(layer);
            assertThat(ClampedNetwork.free(comp))
                    .isCloseTo((training.loss(x[0]) - training.loss(x[1])) / (2 * delta), within(1e-8));
            assertThat(ClampedNetwork.frozen(comp))
                    .isCloseTo((training.loss(y[0]) - training.loss(y[1])) / (2 * delta), within(1e-8));
        }
    }

    @Test
    void aParameterInsideAIsNoM() {
        var tangents = new TrainingTangents(training(StandardActivation.TANH, Loss.MSE), 0, List.of(1));
        tangents.advance();
        assertThatThrownBy(() -> tangents.of(0, tangents.parameters().length - 9))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("layer 1");
        assertThat(tangents.of(0, 0).op()).isFinite();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var training = training(StandardActivation.TANH, Loss.MSE);
        var layers = List.of(3);
        assertThatThrownBy(() -> new TrainingTangents(training, 0, layers))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no layer 3");
        assertThatThrownBy(() -> new SgdTraining(training.start(), training.inputs(), training.targets(), 0.1, 4))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("batch of 4");
    }
}
