package org.basinlab.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.cuda.Device;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.chunked.ChunkedTrainer.Products;
import org.basinlab.training.cuda.CudaTrainer;

/** Small networks, trained on a GPU and on the CPU. */
final class NetworkKernels {
    private static final int SIDE = 6;
    private static final int IMAGES = 50;
    private static final int DATAPOINTS = 70;

    /** 70 steps' roundings of 6e-8, of numbers of order 1, and some room: what is wrong is wrong by far more. */
    private static final double CLOSE = 1e-4;

    /** TF32's 2^-12, as much again. */
    private static final double COARSE = 1e-2;

    private NetworkKernels() {}

    static KernelCheck.Compared on(Device device) {
        try (var trainer = new CudaTrainer(device, new CudaTrainer.Limits(0.5, 256, 64))) {
            var found = new ArrayList<String>();
            var ok = true;
            for (var precision : Precision.values()) {
                if (precision == Precision.TF32 && !trainer.hasTensorCores()) {
                    continue;
                }
                var off = difference(trainer, precision);
                ok &= off < (precision == Precision.TF32 ? COARSE : CLOSE);
                found.add(String.format(Locale.ROOT, "%.1g in %s", off, precision));
            }
            return new KernelCheck.Compared(
                    ok, "networks trained on " + trainer.gpu() + " are the CPU's within " + String.join(", ", found));
        }
    }

    /** The greatest of any parameter, loss or tally, NaN counting as infinite. */
    private static double difference(CudaTrainer trainer, Precision precision) {
        var ours = trainer.trainAll(jobs(precision), Progress.NONE);
        // Ink alone: a bundle has no ND4J.
        var theirs =
                new ChunkedTrainer(CudaTrainer.CHUNK, 1, Products.INK).trainAll(jobs(Precision.FLOAT64), Progress.NONE);
        var greatest = 0.0;
        for (var k = 0; k < ours.size(); k++) {
            var a = ours.get(k);
            var b = theirs.get(k);
            greatest = Math.max(
                    greatest, off(a.parameters().values(), b.parameters().values()));
            greatest = Math.max(greatest, off(a.losses(), b.losses()));
            for (var g = 0; g < 2; g++) {
                greatest =
                        Math.max(greatest, off(a.early().byGroup()[g], b.early().byGroup()[g]));
                greatest =
                        Math.max(greatest, off(a.late().byGroup()[g], b.late().byGroup()[g]));
            }
        }
        return greatest;
    }

    private static double off(double[] ours, double[] theirs) {
        var greatest = ours.length == theirs.length ? 0 : Double.POSITIVE_INFINITY;
        for (var p = 0; p < Math.min(ours.length, theirs.length); p++) {
            var off = Math.abs(ours[p] - theirs[p]);
            greatest = Math.max(greatest, Double.isNaN(off) ? Double.POSITIVE_INFINITY : off);
        }
        return greatest;
    }

    /** A narrow network, and a wide one, whose steps another kernel takes. */
    private static List<TrainingJob> jobs(Precision precision) {
        var random = new RandomStream(1, RandomStream.BOOTSTRAP, 0);
        var pixels = new byte[IMAGES * SIDE * SIDE];
        for (var i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.below(256, i);
        }
        var images = new LabelledImages(SIDE, SIDE, pixels, new byte[IMAGES], Map.of());
        var order = IntStream.range(0, DATAPOINTS)
                .map(s -> random.below(IMAGES, pixels.length + s))
                .toArray();
        var stream = new DatapointStream(
                images, order, IntStream.of(order).map(i -> i % 2).toArray());
        return Stream.of(37, 270)
                .map(units -> NetworkSpec.dense(
                        List.of(SIDE * SIDE, units, 2),
                        StandardActivation.SOFTPLUS,
                        StandardActivation.SIGMOID,
                        Loss.MSE))
                .map(spec -> Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1))
                .map(start ->
                        new TrainingJob(start, precision, 0.01, stream, new Watch(true, true, DATAPOINTS / 2, false)))
                .toList();
    }
}
