package org.basinlab.neural.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.cli.Schemas;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.neural.NeuralSettings;
import org.basinlab.neural.NeuralStudy;
import org.basinlab.neural.Outcome;
import org.basinlab.neural.UnitStudy;
import org.basinlab.run.Json;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.dl4j.NetworkFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuralStudyTest {
    @Test
    void isTheSameOnAnyNumberOfThreads() throws IOException {
        var settings = new NeuralSettings(2, 4, 10, 3, 2, List.of(5, 15), 1, 20, 1);
        var one = new NeuralStudy(new Dl4jRegressor()).run(settings, 1, Progress.NONE);
        var two = new NeuralStudy(new Dl4jRegressor()).run(settings, 2, Progress.NONE);
        assertThat(one.claims()).isEqualTo(two.claims()).hasSize(7);
        assertThat(one.figures().stream().map(Figure::name))
                .doesNotHaveDuplicates()
                .hasSize(9);
        assertThat(one.results()).usingRecursiveComparison().isEqualTo(two.results());
        assertThat(one.keyNumbers()).isEqualTo(two.keyNumbers());
        Schemas.checkPart("op-network", "study", Json.text(one.results()));
        for (var claim : one.claims()) {
            assertThat(claim.because()).doesNotContain("NaN");
            assertThat(claim.ours()).isNotNaN();
        }
    }

    private static DatapointStream images(int groups) {
        var count = 6;
        var pixels = new byte[count * 16];
        for (var k = 0; k < pixels.length; k++) {
            pixels[k] = (byte) (k * 37 % 256);
        }
        var images = new LabelledImages(4, 4, pixels, new byte[count], Map.of());
        return new DatapointStream(
                images,
                IntStream.range(0, count).toArray(),
                IntStream.range(0, count).map(i -> i % groups).toArray());
    }

    @Test
    void aSavedNetworksUnits(@TempDir Path folder) {
        var spec = NetworkSpec.dense(
                List.of(16, 7, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE);
        var file = folder.resolve("net.zip");
        NetworkFiles.save(
                Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 2), Precision.FLOAT32, 0.01, file);
        var saved = SavedNetwork.in(file);
        var images = images(2);
        var found = UnitStudy.run(
                saved.network(),
                saved.inputs(images),
                saved.loss(images),
                List.of(3, UnitStudy.ALL_INPUTS),
                Progress.NONE);
        assertThat(found.points()).isEqualTo(6);
        assertThat(found.inputs()).hasSize(2);
        assertThat(found.inputs().get(0).layers()).hasSize(1);
        assertThat(found.inputs().get(0).layers().get(0).units()).hasSize(7);
        // Two ways to the same sums: rounding, seen against derivatives that may be small themselves.
        assertThat(found.worstCheck()).isLessThan(1e-10);
        assertThat(found.keyNumbers().get(0).rows()).hasSize(7);
        assertThat(found.figures()).hasSize(2);

        var four = images(4);
        assertThatThrownBy(() -> saved.loss(four))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("net.zip has 2 outputs");
        var data = saved.inputs(images);
        var m = new Outcome.Output(1);
        var outside = List.of(16);
        assertThatThrownBy(() -> UnitStudy.run(saved.network(), data, m, outside, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no input 16");
    }
}
