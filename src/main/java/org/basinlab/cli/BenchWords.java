package org.basinlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.bench.Ceilings;
import org.basinlab.bench.GpuBench;
import org.basinlab.bench.GpuTrajectoriesBench;
import org.basinlab.bench.GpuWalkersBench;
import org.basinlab.bench.TrainBench;
import org.basinlab.bench.TrajectoriesBench;
import org.basinlab.bench.WalkersBench;
import org.basinlab.cuda.Gpu;
import org.basinlab.experiment.KeyNumbers;

/** What {@code basin bench} prints where nobody asked for JSON. */
final class BenchWords {
    private BenchWords() {}

    static String training(List<TrainBench.Row> rows, TrainBench.Whole whole) {
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.engine() + (row.products() == null ? "" : ", " + row.products()),
                    row.replicas(),
                    row.threads(),
                    row.tallies() ? "yes" : "no",
                    row.usPerDatapoint(),
                    row.spread(),
                    row.sgemmGflops(),
                    row.sgemmFraction()));
        }
        return ConsoleTable.of(new KeyNumbers(
                        "Training 784-100-2, one datapoint at a time",
                        List.of(
                                "engine",
                                "replicas",
                                "threads",
                                "tallies",
                                "us/datapoint",
                                "spread",
                                "sgemm GFLOP/s",
                                "of it"),
                        cells))
                + String.format(
                        Locale.ROOT,
                        "%nA whole localization run (%d datapoints, %d threads): %.3f s, spread %.2f%n",
                        whole.datapoints(),
                        whole.threads(),
                        whole.seconds(),
                        whole.spread());
    }

    static String walkers(List<WalkersBench.Row> rows) {
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.engine(),
                    row.landscape(),
                    row.precision(),
                    row.threads(),
                    row.nsPerStep(),
                    row.spread(),
                    row.expNs(),
                    row.expNs() == null ? null : row.nsPerStep() / row.expNs() / 2));
        }
        return ConsoleTable.of(new KeyNumbers(
                "Walkers on the pit, T = 0.015",
                List.of("engine", "landscape", "precision", "threads", "ns/step", "spread", "ns/exp", "over two exps"),
                cells));
    }

    static String trajectories(List<TrajectoriesBench.Row> rows) {
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.engine(),
                    row.system(),
                    row.precision(),
                    row.threads(),
                    row.trajectories(),
                    row.tangents(),
                    row.nsPerStep(),
                    row.spread()));
        }
        return ConsoleTable.of(new KeyNumbers(
                "Trajectories, RK4, h = 0.01",
                List.of("engine", "system", "precision", "threads", "trajectories", "tangents", "ns/step", "spread"),
                cells));
    }

    static String gpu(
            Gpu gpu,
            Ceilings ceilings,
            List<GpuBench.Row> trained,
            List<GpuWalkersBench.Row> walked,
            List<GpuTrajectoriesBench.Row> moved) {
        return trainingOnGpu(gpu, trained) + "\n" + walkersOnGpu(walked) + "\n" + trajectoriesOnGpu(moved) + "\n"
                + words(ceilings);
    }

    private static String trainingOnGpu(Gpu gpu, List<GpuBench.Row> rows) {
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

    private static String walkersOnGpu(List<GpuWalkersBench.Row> rows) {
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

    private static String trajectoriesOnGpu(List<GpuTrajectoriesBench.Row> rows) {
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
