package org.basinlab.neural.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.neural.ClampedNetwork;
import org.basinlab.neural.Regressor;
import org.basinlab.neural.SgdTraining;
import org.basinlab.training.dl4j.Dl4jNetworks;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

class Dl4jRegressorTest {
    private static Regressor.Task task(long seed) {
        var points = 200;
        var x = ClampedNetwork.drawn(points * 2, 0);
        var y = new double[points * 2];
        for (var p = 0; p < points; p++) {
            // In units of their own: what standardizing must undo.
            x[2 * p] = 100 + 10 * x[2 * p];
            y[2 * p] = 7 + 3 * Math.sin(x[2 * p] / 10 - 10) * x[2 * p + 1];
            y[2 * p + 1] = 1000 * x[2 * p + 1];
        }
        return new Regressor.Task(x, 2, y, 2, List.of(12), 300, 0.05, seed);
    }

    @Test
    void learnsAFunctionInItsOwnUnitsAndAlwaysTheSame() {
        var regressor = new Dl4jRegressor();
        var task = task(1);
        var network = regressor.train(task);
        var outputs = network.pass(task.inputs()).outputs(1);
        for (var k = 0; k < 2; k++) {
            var error = 0.0;
            var spread = 0.0;
            for (var p = 0; p < task.points(); p++) {
                error += Math.pow(outputs[2 * p + k] - task.targets()[2 * p + k], 2);
                spread += Math.pow(task.targets()[2 * p + k] - (k == 0 ? 7 : 0), 2);
            }
            // Twelve tanh units leave less than a twentieth of the variance of such a function.
            assertThat(error / spread).isLessThan(0.05);
        }
        assertThat(regressor.train(task).parameters().values())
                .isEqualTo(network.parameters().values());
        assertThat(regressor.train(task(2)).parameters().values())
                .isNotEqualTo(network.parameters().values());
    }

    /** The plain trainer of which tangents are taken is SGD as DL4J does it. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void plainSgdIsDl4jsSgd(Loss loss) {
        Nd4jRuntime.start();
        var spec = NetworkSpec.dense(List.of(3, 5, 2), StandardActivation.TANH, StandardActivation.IDENTITY, loss);
        var start = Parameters.initial(spec, Initialization.LECUN, BiasInitialization.HE, 6);
        var points = 12;
        var batch = 4;
        var x = ClampedNetwork.drawn(points * 3, 0);
        var y = new double[points * 2];
        for (var p = 0; p < points; p++) {
            y[2 * p + p % 2] = 1;
        }
        var training = new SgdTraining(start, x, y, 0.2, batch);
        var network = Dl4jNetworks.build(start, Precision.FLOAT64, 0.2);
        var inputs = Nd4j.createFromArray(x).reshape(points, 3);
        var targets = Nd4j.createFromArray(y).reshape(points, 2);
        var theta = start.values().clone();
        for (var s = 0; s < 30; s++) {
            theta = training.next(theta, s);
            var rows = org.nd4j.linalg.indexing.NDArrayIndex.interval(s % 3 * batch, (s % 3 + 1) * batch);
            var all = org.nd4j.linalg.indexing.NDArrayIndex.all();
            network.fit(inputs.get(rows, all), targets.get(rows, all));
        }
        // Sums in another order, 30 steps of a training that does not amplify them.
        assertThat(Dl4jNetworks.parameters(spec, network).values()).containsExactly(theta, within(1e-13));
    }
}
