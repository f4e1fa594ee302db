package org.basinlab.training.cuda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.cuda.CudaException;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceBytes;
import org.basinlab.cuda.Event;
import org.basinlab.cuda.Owned;
import org.basinlab.cuda.Stream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.chunked.ChunkedTrainer;

/**
 * Online SGD of networks with one hidden layer on an NVIDIA GPU, many side by side: the exact chunked training of {@link
 * ChunkedTrainer} by kernels of Basin's own (src/main/cuda/training). For every chunk of 64 datapoints the weights are
 * read and written once.
 *
 * <p>In {@link Precision#FLOAT32} on GPUs with tensor cores products are made of two TF32 products: an input has nine bits,
 * which TF32 holds, and a weight goes in two parts, which leave 2^-23 of it at most, a unit in the last place. In {@link
 * Precision#TF32} there is one product, and weights and moves have eleven bits in it: a relative error of 2^-12 a term. In
 * {@link Precision#FLOAT64}, and on GPUs without tensor cores, there are plain multiplies and adds.
 *
 * <p>A network comes out the same, to the last bit, alone and in company, and however the device's memory has the jobs
 * split. Which output is greatest for an image of a finished network is asked of the CPU, in {@link #classify}: that is
 * little work.
 */
public final class CudaTrainer implements OnlineTrainer, AutoCloseable {
    /** Datapoints a chunk. */
    public static final int CHUNK = Shape.CHUNK;

    /** Networks side by side, at most: a grid has no more rows. */
    public static final int MOST_TOGETHER = 65_535;

    /** Streams kept on the device: those of an experiment, and more. */
    private static final int STREAMS = 16;

    private final Device device;
    private final Limits limits;
    private final Owned owned = new Owned();
    private final TrainingKernels kernels;
    private final Stream stream;
    private final OnlineTrainer classifier = new ChunkedTrainer(Shape.CHUNK, 1);
    private final Map<LabelledImages, DeviceBytes> images = new HashMap<>();
    private final Map<StreamKey, DeviceStream> streams = new LinkedHashMap<>(STREAMS, 0.75f, true);
    private final Map<Precision, TrainingKernels.Of> kernelsOf = new EnumMap<>(Precision.class);

    /**
     * How work is cut for the device.
     *
     * @param memoryFraction of the device's memory that may be taken
     * @param threads        of a block, at most
     * @param replicas       networks side by side, at most
     */
    public record Limits(double memoryFraction, int threads, int replicas) {}

    /** What jobs of a batch have in common. */
    private record Alike(Shape shape, boolean tallies) {
        static Alike of(TrainingJob job) {
            return new Alike(Shape.of(job), job.watch().tallies());
        }
    }

    /** Streams are known by their arrays, and inner products are kept in one type. */
    private record StreamKey(DatapointStream stream, boolean single) {}

    /**
     * A trainer.
     *
     * @param device closed with the trainer
     * @throws CudaException if the kernels are not taken
     */
    public CudaTrainer(Device device, Limits limits) {
        this.device = owned.add(device);
        this.limits = limits;
        try {
            stream = owned.add(new Stream(device));
            kernels = owned.add(new TrainingKernels(device));
        } catch (RuntimeException e) {
            owned.closeAfter(e);
            throw e;
        }
    }

    /** Why it does not train such a network, on a GPU with tensor cores or without; null where it does. */
    public static String refusal(NetworkSpec spec) {
        return Shape.refusal(spec);
    }

    /** Whether the GPU has TF32 tensor cores, and so {@link Precision#TF32}. */
    public boolean hasTensorCores() {
        return device.gpu().hasTf32();
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public String backend() {
        return null;
    }

    @Override
    public String blas() {
        return null;
    }

    @Override
    public String gpu() {
        return device.gpu().name();
    }

    @Override
    public int together() {
        return limits.replicas();
    }

    @Override
    public Trained train(TrainingJob job, Progress progress) {
        return trainAll(List.of(job), progress).get(0);
    }

    @Override
    public synchronized List<Trained> trainAll(List<TrainingJob> jobs, Progress progress) {
        var alike = new LinkedHashMap<Alike, List<Integer>>();
        for (var k = 0; k < jobs.size(); k++) {
            requireTrains(jobs.get(k));
            alike.computeIfAbsent(Alike.of(jobs.get(k)), key -> new ArrayList<>())
                    .add(k);
        }
        var trained = new Trained[jobs.size()];
        alike.forEach((key, indices) -> {
            var shape = key.shape;
            var from = 0;
            while (from < indices.size()) {
                var batch = fitting(shape, indices.subList(from, indices.size()), jobs);
                var results = batch(shape, batch.stream().map(jobs::get).toList(), progress);
                IntStream.range(0, batch.size()).forEach(i -> trained[batch.get(i)] = results.get(i));
                from += batch.size();
            }
        });
        forget();
        return Arrays.asList(trained);
    }

    /**
     * Seconds that the device takes to train jobs of one shape side by side, by its own clock, without the way of the
     * parameters there and back: of so many repeats, after one that does not count. For benchmarks.
     *
     * @throws CudaException         if they do not fit the device together
     * @throws IllegalStateException if one diverged, for then it took no time
     */
    public synchronized double[] deviceSeconds(List<TrainingJob> jobs, int repeats) {
        var shape = Shape.of(jobs.get(0));
        jobs.forEach(this::requireTrains);
        if (jobs.stream().map(Alike::of).distinct().count() != 1) {
            throw new IllegalArgumentException("jobs that are not trained side by side");
        }
        var theirs = jobs.stream().map(job -> onDevice(job, shape)).toList();
        try (var batch = batch(shape, jobs, theirs);
                var start = new Event(device);
                var end = new Event(device)) {
            var seconds = new double[repeats];
            for (var repeat = -1; repeat < repeats; repeat++) {
                start.record(stream);
                batch.train(Progress.NONE);
                end.record(stream);
                seconds[Math.max(0, repeat)] = end.secondsSince(start);
            }
            if (batch.diverged()) {
                throw new IllegalStateException("a network diverged while it was timed");
            }
            return seconds;
        } finally {
            forget();
        }
    }

    private CudaBatch batch(Shape shape, List<TrainingJob> jobs, List<DeviceStream> theirs) {
        return new CudaBatch(device, kernels(shape), stream, limits.threads(), shape, jobs, theirs);
    }

    private void requireTrains(TrainingJob job) {
        var refusal = refusal(job.start().spec());
        if (refusal != null) {
            throw new IllegalArgumentException("the cuda engine: " + refusal);
        }
        InputException.require(
                job.precision() != Precision.TF32 || hasTensorCores(),
                "%s has no TF32 tensor cores: give --dtype float32",
                gpu());
        var needed = Shape.of(job).steps(1).sharedBytes();
        InputException.require(
                needed <= device.sharedBytesPerBlock(),
                "a network of %s hidden units and %s outputs in %s takes %s KiB of shared memory, and %s has %s: give --engine"
                        + " chunked",
                job.start().spec().units(0),
                job.start().spec().outputs(),
                job.precision(),
                (needed >> 10) + 1,
                gpu(),
                device.sharedBytesPerBlock() >> 10);
    }

    /** As many of the jobs as the limits allow side by side, at least one. */
    private List<Integer> fitting(Shape shape, List<Integer> indices, List<TrainingJob> jobs) {
        var budget = device.usableBytes(limits.memoryFraction());
        var count = 0;
        var fresh = new HashSet<StreamKey>();
        var unseen = new HashSet<LabelledImages>();
        while (count < Math.min(indices.size(), limits.replicas())) {
            var job = jobs.get(indices.get(count));
            budget -= shape.bytes(job);
            if (!streams.containsKey(key(job)) && fresh.add(key(job))) {
                budget -= DeviceStream.bytes(job.stream().length(), shape.precision());
            }
            if (!images.containsKey(job.stream().images())
                    && unseen.add(job.stream().images())) {
                budget -= (long) job.stream().images().count() * shape.pitch();
            }
            if (budget < 0) {
                break;
            }
            count++;
        }
        return indices.subList(0, Math.max(1, count));
    }

    /** Trains jobs side by side; where the memory does not suffice after all, half of them, then the others. */
    private List<Trained> batch(Shape shape, List<TrainingJob> jobs, Progress progress) {
        try {
            var theirs = jobs.stream().map(job -> onDevice(job, shape)).toList();
            try (var batch = batch(shape, jobs, theirs)) {
                batch.train(progress);
                return batch.trained();
            }
        } catch (CudaException e) {
            if (!e.isOutOfMemory()) {
                throw e;
            }
            if (jobs.size() == 1) {
                var job = jobs.get(0);
                var images = (long) job.stream().images().count() * shape.pitch();
                var needed = shape.bytes(job)
                        + images
                        + DeviceStream.bytes(job.stream().length(), shape.precision());
                throw new InputException(
                        String.format(
                                "%s has too little free memory for one network with %d hidden units and its images, which need"
                                        + " %d MiB (%s): end what else runs there, or give --engine chunked",
                                gpu(), shape.units(), (needed >> 20) + 1, e.getMessage()),
                        e);
            }
        }
        var half = jobs.size() / 2;
        var trained = new ArrayList<>(batch(shape, jobs.subList(0, half), progress));
        trained.addAll(batch(shape, jobs.subList(half, jobs.size()), progress));
        return trained;
    }

    private DeviceStream onDevice(TrainingJob job, Shape shape) {
        var key = key(job);
        var known = streams.get(key);
        if (known != null) {
            return known;
        }
        var images = job.stream().images();
        var pixels = this.images.get(images);
        if (pixels == null) {
            pixels = owned.add(DeviceImages.upload(device, images, shape.pitch()));
            this.images.put(images, pixels);
        }
        var made = new DeviceStream(
                device, job.stream(), pixels, shape, kernels(shape).gram(), stream);
        streams.put(key, made);
        return made;
    }

    private static StreamKey key(TrainingJob job) {
        return new StreamKey(job.stream(), job.precision().isSingle());
    }

    private TrainingKernels.Of kernels(Shape shape) {
        return kernelsOf.computeIfAbsent(shape.precision(), kernels::of);
    }

    /** Streams that were not used of late go. */
    private void forget() {
        var eldest = streams.values().iterator();
        while (streams.size() > STREAMS) {
            var stream = eldest.next();
            eldest.remove();
            stream.close();
        }
    }

    @Override
    public int[] classify(Parameters parameters, Precision precision, DatapointStream stream) {
        return classifier.classify(parameters, precision == Precision.TF32 ? Precision.FLOAT32 : precision, stream);
    }

    /** Gives the device back. */
    @Override
    public synchronized void close() {
        try {
            streams.values().forEach(DeviceStream::close);
        } finally {
            streams.clear();
            owned.close();
        }
    }
}
