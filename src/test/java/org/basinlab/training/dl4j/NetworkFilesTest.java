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
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
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
    @EnumSource(Activation.class)
    void aNetworkComesBackAsItWas(Activation activation) throws IOException {
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
    void refusesWhatIsNoSuchNetwork() throws IOException {
        var parameters = drawn(Activation.RELU, Loss.MSE);
        var file = dir.resolve("net.zip");
        NetworkFiles.save(parameters, Precision.FLOAT32, 0.01, file);
        var wider = new NetworkSpec(List.of(6, 9, 2), Activation.RELU, Activation.RELU, Loss.MSE);
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

    private static Parameters drawn(Activation activation, Loss loss) {
        var spec = new NetworkSpec(List.of(6, 5, 2), activation, activation, loss);
        return Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 2);
    }
}
