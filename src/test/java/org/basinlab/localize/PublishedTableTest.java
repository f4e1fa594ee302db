package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The plain reading of P4 at learning rate 0.001 against an independent recomputation in C, means over six
 * seeds (weights r, hidden biases r, mean per-pixel r). Minutes long: {@code mvn verify -Pslow}.
 */
@Tag("slow")
class PublishedTableTest {
    private static final int SEEDS = 6;

    private static final ImageSource MNIST = new ImageSource() {
        @Override
        public LabelledImages train(String data) {
            return ImageFolder.train(Path.of(data));
        }

        @Override
        public LabelledImages test(String data) {
            return ImageFolder.test(Path.of(data));
        }
    };

    @ParameterizedTest
    @CsvSource({"SOFTPLUS, 0.353, 0.107, 0.070", "RELU, 0.098, 0.127, 0.237", "SIGMOID, 0.263, 0.010, -0.05"})
    void meansOverSixSeeds(Activation activation, double weights, double biases, double perPixel) {
        var p4 = LocalizeConfig.p4(1);
        var config = new LocalizeConfig(
                p4.network().withActivation(activation), p4.schedule(), p4.digits(), p4.data(), 1, SEEDS, "dl4j", 2);
        var results = (LocalizeResults) new Localization(new Dl4jTrainer(), MNIST, NetworkStore.NONE)
                .run(config, Progress.NONE)
                .results();
        // Over seeds weights r has a spread of 0.02 and biases r of 0.13. The difference of two means of six
        // has sqrt(2 / 6) of that; four of those.
        assertThat(mean(results, r -> r.weights().r())).isCloseTo(weights, within(4 * 0.02 * 0.58));
        assertThat(mean(results, r -> r.hiddenBiases().r())).isCloseTo(biases, within(4 * 0.13 * 0.58));
        assertThat(mean(results, r -> r.perPixel().mean())).isCloseTo(perPixel, within(4 * 0.05 * 0.58));
        if (activation == Activation.SOFTPLUS) {
            assertThat(mean(results, r -> r.phase1().accuracy())).isCloseTo(0.942, within(0.01));
        }
    }

    private static double mean(LocalizeResults results, ToDoubleFunction<Replica> number) {
        return results.replicas().stream().mapToDouble(number).average().orElseThrow();
    }
}
