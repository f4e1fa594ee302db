package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.knowledge.setting.Responses;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against finite differences of {@link Responses}. */
class FisherTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @CsvSource({"SOFTPLUS,MSE", "TANH,MSE", "SOFTPLUS,CROSS_ENTROPY", "SIGMOID,CROSS_ENTROPY"})
    void theInformationIsThatOfDerivatives(StandardActivation activation, Loss loss) {
        var world = SmallWorld.of("0,1:2:3", 30, 3, 4);
        var parameters = SmallWorld.setting(activation, loss, 1).start(world, 8);
        var which = new int[] {0, 3, 4, 11, 20};
        var fisher = Fisher.of(parameters, world.train(), world.classes(), which);
        var spec = parameters.spec();
        for (var p = 0; p < spec.biasOffset(1); p++) {
            var model = 0.0;
            var empirical = 0.0;
            for (var image : which) {
                model += model(parameters, world, image, p) / which.length;
                var up = loss(moved(parameters, p, STEP), world, image);
                var down = loss(moved(parameters, p, -STEP), world, image);
                empirical += Math.pow((up - down) / (2 * STEP), 2) / which.length;
            }
            assertThat(at(fisher.model(), p)).as("model's, parameter %s", p).isCloseTo(model, within(1e-6));
            assertThat(at(fisher.empirical(), p))
                    .as("empirical, parameter %s", p)
                    .isCloseTo(empirical, within(1e-6));
        }
    }

    private static double at(Sizes sizes, int p) {
        var weights = sizes.weights().length;
        var biases = sizes.biases().length;
        if (p < weights) {
            return sizes.weights()[p];
        }
        return p < weights + biases ? sizes.biases()[p - weights] : sizes.outputs()[p - weights - biases];
    }

    private static double model(Parameters parameters, World world, int image, int p) {
        var spec = parameters.spec();
        var up = outputs(moved(parameters, p, STEP), world, image);
        var down = outputs(moved(parameters, p, -STEP), world, image);
        var sum = 0.0;
        for (var k = 0; k < spec.outputs(); k++) {
            if (spec.loss() == Loss.MSE) {
                sum += Math.pow((up[k] - down[k]) / (2 * STEP), 2);
            } else {
                // -ln p_k is the loss were k the answer.
                var slope = (Responses.loss(spec.loss(), up, k) - Responses.loss(spec.loss(), down, k)) / (2 * STEP);
                var now = outputs(parameters, world, image);
                sum += Math.exp(-Responses.loss(spec.loss(), now, k)) * slope * slope;
            }
        }
        return sum;
    }

    private static double loss(Parameters parameters, World world, int image) {
        return Responses.of(parameters, world.train(), new int[] {image})
                .loss(0, world.classes().groupOf(world.train().label(image)));
    }

    private static double[] outputs(Parameters parameters, World world, int image) {
        return Responses.of(parameters, world.train(), new int[] {image}).outputs(0);
    }

    private static Parameters moved(Parameters parameters, int p, double step) {
        var values = parameters.values().clone();
        values[p] += step;
        return new Parameters(parameters.spec(), values);
    }
}
