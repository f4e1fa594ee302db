package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Responses;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AblationTest {
    private final World world = Toys.world(6, 6, "0,2:1:3", 30, 60);
    private final int[] all = IntStream.range(0, world.test().count()).toArray();

    /** The other way: a network whose output weights from the unit are 0, its output biases raised by what is held. */
    @ParameterizedTest
    @EnumSource(Ablate.class)
    void isWhatANetworkWithoutTheUnitLoses(Ablate how) {
        for (var setting : new Setting[] {Toys.setting(5, 1), softmax()}) {
            var network = Toys.network(world, setting);
            var responses = Responses.of(network, world.test(), all);
            var found = Ablation.of(responses, world.test(), world.classes(), how);
            for (var j = 0; j < 5; j++) {
                var without = Responses.of(without(network, j, responses, how), world.test(), all);
                var k = 0;
                for (var label : world.classes().all()) {
                    var group = world.classes().groupOf(label);
                    var those = IntStream.of(all)
                            .filter(i -> world.test().label(i) == label)
                            .toArray();
                    var lost = IntStream.of(those)
                            .mapToDouble(i -> without.loss(i, group) - responses.loss(i, group))
                            .average()
                            .orElseThrow();
                    var right = IntStream.of(those)
                            .mapToDouble(i -> (responses.right(i, group) ? 1 : 0) - (without.right(i, group) ? 1 : 0))
                            .average()
                            .orElseThrow();
                    assertThat(found.damage()[j][k]).isCloseTo(lost, within(1e-12));
                    assertThat(found.accuracy()[j][k]).isCloseTo(right, within(1e-12));
                    k++;
                }
            }
        }
    }

    private static Setting softmax() {
        var s = Toys.setting(5, 1);
        return new Setting(
                s.hidden(),
                StandardActivation.TANH,
                StandardActivation.IDENTITY,
                Loss.CROSS_ENTROPY,
                s.init(),
                s.biasInit(),
                s.dtype(),
                s.learningRate(),
                1,
                1,
                1);
    }

    private Parameters without(Parameters network, int unit, Responses responses, Ablate how) {
        var spec = network.spec();
        var values = network.values().clone();
        var mean = IntStream.of(all)
                .mapToDouble(i -> responses.hidden(i, unit))
                .average()
                .orElseThrow();
        for (var o = 0; o < spec.outputs(); o++) {
            var at = spec.weightOffset(1) + o * spec.units(0) + unit;
            values[spec.biasOffset(1) + o] += how == Ablate.MEAN ? values[at] * mean : 0;
            values[at] = 0;
        }
        return new Parameters(spec, values);
    }

    @Test
    void labelsAndSizesAreOfTheDamage() {
        var ablation = new Ablation(new double[][] {{-1, 3, 2}, {0, 0, 0}}, new double[2][3]);
        assertThat(ablation.labels()).containsExactly(1, -1);
        assertThat(ablation.sizes()).containsExactly(6, 0);
        assertThat(Ablation.centred(ablation.damage())[0]).containsExactly(-0.5, 1.5, 1);
    }
}
