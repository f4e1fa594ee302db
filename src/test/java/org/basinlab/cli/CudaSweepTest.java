package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.data.ImageFolders;
import org.basinlab.experiment.Progress;
import org.basinlab.localize.LocalizeSweep;
import org.basinlab.sweep.Pool;
import org.basinlab.sweep.Replicas;
import org.basinlab.sweep.Seeds;
import org.basinlab.sweep.Sweep;
import org.basinlab.sweep.SweepFolder.Start;
import org.basinlab.sweep.SweepRequest;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.cuda.CudaTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on a GPU that is lost half way: what is finished stays, the rest is made later, nothing twice. */
class CudaSweepTest {
    private static final int SEEDS = 6;
    private static final Pool POOL = new Pool(1, 2, "cuda", "emulated");

    @TempDir
    Path dir;

    @Test
    void aLostDeviceCostsTheBatchUnderWayAlone() throws IOException {
        NoiseImages.write(dir.resolve("images"), 400, 60);
        var whole = new EmulatedDriver(EmulatedGpu.HOPPER);
        try (var trainer = trainer(whole)) {
            run(trainer, "whole", Start.NEW);
        }

        var lost = new EmulatedDriver(EmulatedGpu.HOPPER);
        var doomed = trainer(lost);
        lost.failAfter(whole.launches() / 2, 719);
        assertThatThrownBy(() -> run(doomed, "cut", Start.NEW))
                .hasMessageContaining("the GPU failed")
                .hasMessageContaining("CUDA_ERROR_LAUNCH_FAILED")
                .hasMessageContaining("what is finished is kept");
        var kept = rows("cut");
        assertThat(kept.size()).isBetween(2, SEEDS - 2);
        var all = rows("whole");
        assertThat(all).hasSize(SEEDS).containsAllEntriesOf(kept);

        try (var trainer = trainer(new EmulatedDriver(EmulatedGpu.HOPPER))) {
            run(trainer, "cut", Start.RESUME);
        }
        assertThat(rows("cut")).isEqualTo(all);

        run(new ChunkedTrainer(64, 1), "cpu", Start.NEW);
        rows("cpu")
                .forEach((seed, r) -> assertThat(Math.abs(r - all.get(seed)))
                        .as("seed %s", seed)
                        .isLessThan(1e-3));
    }

    private static CudaTrainer trainer(EmulatedDriver driver) {
        return new CudaTrainer(EmulatedGpu.open(driver, EmulatedGpu.HOPPER), new CudaTrainer.Limits(0.8, 256, 64));
    }

    private void run(OnlineTrainer trainer, String folder, Start start) {
        var point = Map.of("data", dir.resolve("images").toString(), "phase1_images", "200", "hidden", "12");
        var sweep = new Sweep<>(
                new LocalizeSweep(config -> trainer, new ImageFolders(DataFolder::of)), new LocalizeOptions("cuda"));
        var plan = sweep.plan(SweepRequest.of("localize", List.of(point), Seeds.of(1, SEEDS), "cuda"));
        sweep.run(plan, dir.resolve(folder), start, POOL, Progress.NONE);
    }

    /** Weights' r by seed; a seed that is there twice fails. */
    private Map<Long, Double> rows(String folder) {
        try (var replicas = Replicas.in(dir.resolve(folder))) {
            return replicas.select("SELECT seed, weights_r FROM replicas", rows -> {
                var found = new TreeMap<Long, Double>();
                while (rows.next()) {
                    assertThat(found.put(rows.getLong(1), rows.getDouble(2))).isNull();
                }
                return found;
            });
        }
    }
}
