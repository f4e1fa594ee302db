package org.basinlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.bench.Ceilings;
import org.basinlab.bench.GpuBench;
import org.basinlab.bench.GpuTrajectoriesBench;
import org.basinlab.bench.GpuWalkersBench;
import org.basinlab.cuda.Gpu;
import org.basinlab.experiment.KeyNumbers;

/** What {@code basin bench gpu} prints where nobody asked for JSON. */
final class GpuBenchWords {
    private GpuBenchWords() {}

    static String of(
            Gpu gpu,
            Ceilings ceilings,
            List<GpuBench.Row> trained,
            List<GpuWalkersBench.Row> walked,
            List<GpuTrajectoriesBench.Row> moved) {
        return training(gpu, trained) + "\n" + walkers(walked) + "\n" + trajectories(moved) + "\n" + words(ceilings);
    }

    private static String training(Gpu gpu, List<GpuBench.Row> rows) {
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.dtype(),
                    row.replicas(),
                    row.tallies() ? "yes" : "no",
                    row.datapointsPerSecond() / 1e6,
                    row.spread(),
                    row.limit(),
                    row.limitFraction()));
        }
        return ConsoleTable.of(new KeyNumbers(
                "Training 784-100-2 on " + gpu.name() + ", one datapoint at a time",
                List.of("dtype", "replicas", "tallies", "10^6 datapoints x replicas/s", "spread", "limit", "of it"),
                cells));
    }

    private static String walkers(List<GpuWalkersBench.Row> rows) {
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.precision(),
                    row.walkers(),
                    row.steps(),
                    row.stepsPerSecond() / 1e9,
                    row.spread(),
                    row.limit(),
                    row.limitFraction()));
        }
        return ConsoleTable.of(new KeyNumbers(
                "Walkers on the pit, T = 0.015",
                List.of("precision", "walkers", "steps", "10^9 walkers x steps/s", "spread", "limit", "of it"),
                cells));
    }

    private static String trajectories(List<GpuTrajectoriesBench.Row> rows) {
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.system(),
                    row.precision(),
                    row.tangents(),
                    row.trajectories(),
                    row.steps(),
                    row.stepsPerSecond() / 1e9,
                    row.spread(),
                    row.limit(),
                    row.limitFraction()));
        }
        return ConsoleTable.of(new KeyNumbers(
                "Trajectories, RK4",
                List.of(
                        "system",
                        "precision",
                        "tangents",
                        "trajectories",
                        "steps",
                        "10^9 trajectories x steps/s",
                        "spread",
                        "limit",
                        "of it"),
                cells));
    }

    private static String words(Ceilings ceilings) {
        return String.format(
                Locale.ROOT,
                "Ceilings: copies %.2f TB/s, multiply-adds %.1f TFLOP/s, in double precision %.1f, powers of two %.0f 10^9/s,"
                        + " TF32 %s%n",
                ceilings.copyBytesPerSecond() / 1e12,
                ceilings.fmaFlops() / 1e12,
                ceilings.fma64Flops() / 1e12,
                ceilings.specialPerSecond() / 1e9,
                ceilings.tf32Flops() == null
                        ? "none"
                        : String.format(Locale.ROOT, "%.1f TFLOP/s", ceilings.tf32Flops() / 1e12));
    }
}
