package org.basinlab.training.cuda;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.cuda.Arguments;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Grid;
import org.basinlab.cuda.Stream;
import org.basinlab.experiment.Progress;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.UpdateTally;

/** Trains networks of one shape side by side: for each chunk one launch over the weights, one that takes the steps. */
final class CudaBatch implements AutoCloseable {
    /** Chunks between two looks at how far the device is. */
    private static final int SLICE = 16;

    private static final int REST_THREADS = 128;

    private final List<TrainingJob> jobs;
    private final Shape shape;
    private final TrainingKernels.Of kernels;
    private final Stream stream;
    private final BatchMemory memory;
    private final Grid advance;
    private final Grid steps;
    private final Grid tally;

    /**
     * Puts the networks on the device.
     *
     * @param threads of a block, at most
     */
    CudaBatch(
            Device device,
            TrainingKernels.Of kernels,
            Stream stream,
            int threads,
            Shape shape,
            List<TrainingJob> jobs,
            List<DeviceStream> streams) {
        this.jobs = jobs;
        this.shape = shape;
        this.kernels = kernels;
        this.stream = stream;
        var shared = device.sharedBytesPerBlock();
        advance = shape.advance(jobs.size(), threads, shared, kernels.plain());
        steps = shape.steps(jobs.size());
        tally = shape.tally(jobs.size(), threads, shared, kernels.plain());
        memory = new BatchMemory(device, shape, jobs, streams);
    }

    /** Trains them to the ends of their streams. */
    void train(Progress progress) {
        var step = shape.wide() ? kernels.wideSteps() : kernels.steps();
        try (var arguments = Arguments.of(memory.fields(), 0)) {
            var told = 0;
            for (var chunk = 0; chunk < memory.chunks(); chunk++) {
                arguments.set(1, chunk);
                kernels.advance().launch(stream, advance, arguments);
                step.launch(stream, steps, arguments);
                if (chunk % SLICE == SLICE - 1) {
                    stream.await();
                    progress.advance(datapoints(told, chunk + 1));
                    told = chunk + 1;
                }
            }
            arguments.set(1, memory.chunks());
            kernels.advance().launch(stream, advance, arguments);
            if (memory.tallied()) {
                tally(arguments);
            }
            stream.await();
            progress.advance(datapoints(told, memory.chunks()));
        }
    }

    private void tally(Arguments arguments) {
        var here = Shape.talliedUnits(tally);
        for (var unit = 0; unit < shape.width(); unit += here) {
            arguments.set(1, unit);
            kernels.tally().launch(stream, tally, arguments);
        }
        var blocks = (shape.width() + REST_THREADS - 1) / REST_THREADS;
        kernels.tallyRest().launch(stream, new Grid(blocks, shape.classes(), jobs.size(), REST_THREADS, 0), arguments);
    }

    /** Of all jobs in some chunks. */
    private long datapoints(int fromChunk, int toChunk) {
        return jobs.stream()
                .mapToLong(job -> Math.min(job.stream().length(), (long) toChunk * Shape.CHUNK)
                        - Math.min(job.stream().length(), (long) fromChunk * Shape.CHUNK))
                .sum();
    }

    /** Whether one stopped being a number. */
    boolean diverged() {
        return Arrays.stream(memory.diverged()).anyMatch(at -> at > 0);
    }

    /** What each has come to. */
    List<Trained> trained() {
        var diverged = memory.diverged();
        var inputs = new HashMap<List<Object>, float[]>();
        for (var job : jobs) {
            if (job.watch().stepSizes()) {
                inputs.computeIfAbsent(inputsKey(job), key -> inputs(job.stream(), BatchMemory.late(job)));
            }
        }
        return IntStream.range(0, jobs.size())
                .parallel()
                .mapToObj(k -> trained(k, diverged[k], inputs))
                .toList();
    }

    /** What jobs must have in common to share the inputs of their late datapoints. */
    private static List<Object> inputsKey(TrainingJob job) {
        return List.of(job.stream(), BatchMemory.late(job));
    }

    private Trained trained(int k, int divergedAt, Map<List<Object>, float[]> inputs) {
        var job = jobs.get(k);
        var watch = job.watch();
        var length = job.stream().length();
        var done = divergedAt > 0 ? divergedAt : length;
        var late = BatchMemory.late(job);
        var parameters = memory.parameters(k);
        return new Trained(
                parameters,
                memory.losses(k, done),
                watch.guesses() ? memory.guesses(k, done) : null,
                watch.tallies() ? new UpdateTally(memory.tallies(k, 0)) : null,
                watch.tallies() ? new UpdateTally(memory.tallies(k, 1)) : null,
                watch.stepSizes() ? memory.kept().sizes(k, late, done, inputs.get(inputsKey(job))) : null,
                divergedAt == 0 && !parameters.finite() ? length : divergedAt);
    }

    private static float[] inputs(DatapointStream stream, int late) {
        var inputs = new float[Math.multiplyExact(stream.length() - late, stream.inputs())];
        for (var s = late; s < stream.length(); s++) {
            stream.input(s, inputs, (s - late) * stream.inputs());
        }
        return inputs;
    }

    @Override
    public void close() {
        memory.close();
    }
}
