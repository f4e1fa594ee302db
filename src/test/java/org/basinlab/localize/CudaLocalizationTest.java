package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.data.ImageFolders;
import org.basinlab.data.ImageSource;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.run.Json;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.cuda.CudaTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The experiment on the cuda engine, on an emulated GPU, beside the chunked engine. */
class CudaLocalizationTest {
    private static final LocalizeConfig P4 = LocalizeConfig.p4(1);

    private static Findings run(LocalizeConfig config, OnlineTrainer trainer) {
        return run(config, trainer, new ImageFolders());
    }

    private static Findings run(LocalizeConfig config, OnlineTrainer trainer, ImageSource images) {
        return new Localization(() -> trainer, images, NetworkStore.NONE).run(config, Progress.NONE, table -> {});
    }

    /** Five replicas in batches of two: each is the lone run, and close to the CPU's. */
    @Test
    void replicasInBatchesAreTheLoneRuns() {
        var images = SmallSet.source(1500, 100);
        var p4 = LocalizeConfig.p4(1);
        var small = p4.with(p4.network().withHidden(10))
                .with(new Schedule(0.01, 200, Balance.CAP, 0.5, 70, ForkBalance.NONE));
        var driver = new EmulatedDriver(EmulatedGpu.HOPPER);
        try (var cuda =
                new CudaTrainer(EmulatedGpu.open(driver, EmulatedGpu.HOPPER), new CudaTrainer.Limits(0.8, 256, 2))) {
            var findings = run(small.with(5, 9, 2), cuda, images);
            assertThat(findings.origin().gpu()).isEqualTo("emulated GPU 9.0");
            assertThat(findings.origin().engine()).isEqualTo("cuda");
            var replicas = ((LocalizeResults) findings.results()).replicas();
            assertThat(replicas).extracting(Replica::seed).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(Json.text(replicas.get(0)))
                    .isEqualTo(Json.text(replica(run(small.with(1, 9, 1), cuda, images))));
            var theirs = ((LocalizeResults) run(small.with(5, 9, 2), new ChunkedTrainer(64, 1), images)
                            .results())
                    .replicas();
            for (var k = 0; k < replicas.size(); k++) {
                assertThat(replicas.get(k).weights().r())
                        .isCloseTo(theirs.get(k).weights().r(), within(1e-3));
            }
        }
        assertThat(driver.faults()).isEmpty();
    }

    /**
     * A whole run: some 64 000 datapoints, every one of them by the PTX that ships. Minutes. Single precision's own effect
     * on r is 2e-5 here (0.390031 against 0.390009 in double precision).
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"9.0, FLOAT32, 1e-3", "7.5, FLOAT32, 1e-3", "9.0, TF32, 1e-2"})
    void aWholeRunFindsTheSameCorrelations(String capability, Precision precision, double tolerance) {
        var gpu = EmulatedGpu.gpu(capability, 1L << 30);
        var driver = new EmulatedDriver(gpu);
        try (var cuda = new CudaTrainer(EmulatedGpu.open(driver, gpu), new CudaTrainer.Limits(0.8, 256, 8))) {
            var ours = replica(run(P4.with(in(precision)), cuda));
            var theirs = replica(run(P4, new ChunkedTrainer(64, 1)));
            for (var set : List.of(ParameterSet.WEIGHTS, ParameterSet.HIDDEN_BIASES)) {
                assertThat(r(ours, set)).as("%s", set).isCloseTo(r(theirs, set), within(tolerance));
            }
        }
        assertThat(driver.faults()).isEmpty();
    }

    private static NetworkChoice in(Precision precision) {
        var p4 = P4.network();
        return new NetworkChoice(
                p4.hidden(), p4.convolutions(), p4.outputActivation(), p4.loss(), p4.init(), p4.biasInit(), precision);
    }

    private static Replica replica(Findings findings) {
        return ((LocalizeResults) findings.results()).replicas().get(0);
    }

    private static double r(Replica replica, ParameterSet set) {
        return set == ParameterSet.WEIGHTS
                ? replica.weights().r()
                : replica.hiddenBiases().r();
    }
}
