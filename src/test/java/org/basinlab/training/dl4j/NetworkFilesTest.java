package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

class NetworkFilesTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void aNetworkComesBackAsItWas(StandardActivation activation) throws IOException {
        for (var loss : Loss.values()) {
            var parameters = drawn(activation, loss);
            var file = dir.resolve("models/net-" + loss + ".zip");
            NetworkFiles.save(parameters, Precision.FLOAT64, 0.01, file);
            assertThat(NetworkFiles.loadParameters(file, parameters.spec()).values())
                    .isEqualTo(parameters.values());

            // Any DL4J program reads it, and computes the same with it.
            var theirs = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
            var x = Nd4j.createFromArray(
                            IntStream.range(0, 6).mapToDouble(i -> i / 6.0).toArray())
                    .reshape(1, 6);
            var expected = new HandWrittenNetwork(parameters, 2).forward(x.toDoubleVector());
            assertThat(theirs.output(x).toDoubleVector())
                    .containsExactly(expected, org.assertj.core.api.Assertions.within(1e-12));
        }
        try (var left = Files.list(dir.resolve("models"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void aConvolutionalNetworkComesBackAsItWas() {
        var parameters = Parameters.initial(convolutional(3), Initialization.HE, BiasInitialization.HE, 2);
        var file = dir.resolve("net.zip");
        NetworkFiles.save(parameters, Precision.FLOAT64, 0.01, file);
        assertThat(NetworkFiles.loadParameters(file, parameters.spec()).values())
                .isEqualTo(parameters.values());
        var other = convolutional(4);
        assertThatThrownBy(() -> NetworkFiles.loadParameters(file, other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("3x3-12-5-2")
                .hasMessageContaining("4x3-16-5-2");
    }

    private static NetworkSpec convolutional(int filters) {
        var f = StandardActivation.RELU;
        return new NetworkSpec(
                List.of(new Convolution(5, 6, 1, filters, 3, 2, f), new Dense(4 * filters, 5, f), new Dense(5, 2, f)),
                Loss.MSE);
    }

    @Test
    void anActivationOfOnesOwnIsRefusedAFile() {
        var own = new Activation() {
            @Override
            public double value(double z) {
                return z;
            }

            @Override
            public double derivative(double z) {
                return 1;
            }

            @Override
            public String toString() {
                return "mine";
            }
        };
        var spec = NetworkSpec.dense(List.of(3, 2, 2), own, StandardActivation.RELU, Loss.MSE);
        var parameters = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 2);
        var file = dir.resolve("own.zip");
        assertThatThrownBy(() -> NetworkFiles.save(parameters, Precision.FLOAT32, 0.01, file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("mine");
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesWhatIsNoSuchNetwork() throws IOException {
        var parameters = drawn(StandardActivation.RELU, Loss.MSE);
        var file = dir.resolve("net.zip");
        NetworkFiles.save(parameters, Precision.FLOAT32, 0.01, file);
        var wider = NetworkSpec.dense(List.of(6, 9, 2), StandardActivation.RELU, StandardActivation.RELU, Loss.MSE);
        assertThatThrownBy(() -> NetworkFiles.loadParameters(file, wider))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("6-5-2")
                .hasMessageContaining("6-9-2");
        assertThatThrownBy(() -> NetworkFiles.load(dir.resolve("absent.zip")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("absent.zip");
        var other = Files.writeString(dir.resolve("other.zip"), "not a network");
        assertThatThrownBy(() -> NetworkFiles.load(other))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("other.zip");
    }

    private static Parameters drawn(StandardActivation activation, Loss loss) {
        var spec = NetworkSpec.dense(List.of(6, 5, 2), activation, activation, loss);
        return Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 2);
    }
}
