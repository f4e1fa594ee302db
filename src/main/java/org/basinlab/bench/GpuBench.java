package org.basinlab.bench;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.cuda.CudaException;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;
import org.basinlab.training.cuda.CudaTrainer;

/**
 * Time a datapoint and replica of training P4's network on a GPU, by the device's own clock: every launch of a training,
 * not the way of the parameters there and back. Beside it the device's ceilings, measured in the same process, and which
 * of them is nearest: a datapoint and replica is 4 x 78 400 operations (6 x with tallies), each one or two TF32
 * products, and 2 / 64 of the weights' bytes to and from memory.
 */
public final class GpuBench {
    private static final int WEIGHTS = 78_400;

    private final Setting setting;
    private final TrainedDigits digits;

    /**
     * What is measured.
     *
     * @param replicas   numbers of networks
     * @param datapoints of a repeat
     * @param repeats    timed, at least 5
     */
    public record Setting(List<Integer> replicas, int datapoints, int repeats) {
        public Setting {
            replicas.forEach(r -> require(r >= 1 && r <= 65_535, "--replicas must be from 1 to 65535, got %s", r));
            require(datapoints >= CudaTrainer.CHUNK, "--datapoints must be at least 64, got %s", datapoints);
            require(repeats >= 5, "--repeats must be at least 5, got %s", repeats);
        }

        /** The same for other numbers of networks. */
        public Setting with(List<Integer> others) {
            return new Setting(others, datapoints, repeats);
        }
    }

    /**
     * One measurement.
     *
     * @param work                what was done: {@code train}
     * @param engine              as on the command line
     * @param dtype               as on the command line
     * @param replicas            networks side by side
     * @param tallies             whether update sizes were added up
     * @param usPerDatapoint      microseconds of the device a datapoint and replica
     * @param spread              (longest - shortest) / median of the repeats
     * @param datapointsPerSecond datapoints x replicas a second
     * @param limit               the ceiling that allows least: {@code memory}, {@code tensor} or {@code fma}
     * @param limitFraction       of what that ceiling allows
     */
    public record Row(
            String work,
            String engine,
            String dtype,
            int replicas,
            boolean tallies,
            double usPerDatapoint,
            double spread,
            double datapointsPerSecond,
            String limit,
            double limitFraction) {}

    /**
     * The benchmark.
     *
     * @param images MNIST's training images
     */
    public GpuBench(Setting setting, LabelledImages images) {
        this.setting = setting;
        digits = new TrainedDigits(images);
        digits.require(setting.datapoints());
    }

    /** Measures training, in every type that the device has engines for. */
    public List<Row> train(CudaTrainer trainer, Ceilings ceilings, Progress progress) {
        var types = ceilings.tf32Flops() == null
                ? List.of(Precision.FLOAT32, Precision.FLOAT64)
                : List.of(Precision.FLOAT32, Precision.TF32, Precision.FLOAT64);
        progress.begin("bench gpu", (long) types.size() * setting.replicas().size() * 2);
        var rows = new ArrayList<Row>();
        for (var type : types) {
            for (var replicas : setting.replicas()) {
                for (var tallies : List.of(false, true)) {
                    progress.note(trainer.gpu() + ", " + type + ", " + replicas + " replicas");
                    rows.add(row(trainer, ceilings, type, replicas, tallies));
                    progress.advance(1);
                }
            }
        }
        return rows;
    }

    private Row row(CudaTrainer trainer, Ceilings ceilings, Precision type, int replicas, boolean tallies) {
        var stream = digits.stream(setting.datapoints());
        var jobs = IntStream.range(0, replicas)
                .mapToObj(r -> new TrainingJob(
                        TrainedDigits.start(r), type, 0.001, stream, new Watch(false, tallies, 0, false)))
                .toList();
        var time = Measured.of(seconds(trainer, jobs));
        var each = time.median() / setting.datapoints() / replicas;
        var floor = Floor.of(ceilings, type, tallies);
        return new Row(
                "train",
                "cuda",
                type.toString(),
                replicas,
                tallies,
                each * 1e6,
                time.spread(),
                1 / each,
                floor.limit,
                floor.seconds / each);
    }

    private double[] seconds(CudaTrainer trainer, List<TrainingJob> jobs) {
        try {
            return trainer.deviceSeconds(jobs, setting.repeats());
        } catch (CudaException e) {
            if (e.isOutOfMemory()) {
                throw new InputException(
                        trainer.gpu() + " has too little free memory for " + jobs.size()
                                + " networks side by side: give fewer --replicas or --datapoints",
                        e);
            }
            throw e;
        }
    }

    /** The time that a datapoint and replica takes at least, by the ceiling that allows least. */
    private record Floor(String limit, double seconds) {
        static Floor of(Ceilings ceilings, Precision type, boolean tallies) {
            var bytes = 2.0 * WEIGHTS * (type.isSingle() ? Float.BYTES : Double.BYTES) / CudaTrainer.CHUNK;
            var memory = new Floor("memory", bytes / ceilings.copyBytesPerSecond());
            var operations = (tallies ? 6.0 : 4.0) * WEIGHTS;
            var plain = type.isSingle() ? ceilings.fmaFlops() : ceilings.fma64Flops();
            var arithmetic = ceilings.tf32Flops() == null || !type.isSingle()
                    ? new Floor("fma", operations / plain)
                    : new Floor("tensor", (type == Precision.TF32 ? 1 : 2) * operations / ceilings.tf32Flops());
            return memory.seconds > arithmetic.seconds ? memory : arithmetic;
        }
    }
}
