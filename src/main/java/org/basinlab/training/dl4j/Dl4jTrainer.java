package org.basinlab.training.dl4j;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.basinlab.experiment.Progress;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.UpdateTally;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The reference engine: {@code MultiLayerNetwork.fit} on one datapoint at a time, an
 * {@link UpdateSizeListener} for the tallies. Slow, since DL4J spends its time on the bookkeeping of tiny
 * arrays, and right: every other engine is held against it.
 */
public final class Dl4jTrainer implements OnlineTrainer {
    /** Inputs handed to the backend at once; they are still trained on one by one. */
    private static final int CHUNK = 256;

    /**
     * Steps of all threads between two full collections. What ND4J holds outside the heap is freed when Java
     * collects the small objects that own it. Some of those grow old, and a heap that is far from full is not
     * collected to its end by itself: without this a run was seen to grow by 5 KB a step, with it by none, at a
     * cost of a tenth of a second each time. (Switching JavaCPP's collection off is a third faster and leaks 32 to
     * 40 KB a step.)
     */
    private static final int COLLECT = 16_384;

    private static final AtomicLong STEPS_TAKEN = new AtomicLong();

    private final Nd4jRuntime runtime = Nd4jRuntime.start();

    @Override
    public String name() {
        return "dl4j";
    }

    @Override
    public String backend() {
        return runtime.backend();
    }

    @Override
    public String blas() {
        return runtime.blas();
    }

    @Override
    public Trained train(TrainingJob job, Progress progress) {
        var stream = job.stream();
        var watch = job.watch();
        var spec = job.start().spec();
        var type = Dl4jNetworks.type(job.precision());
        var network = Dl4jNetworks.build(job.start(), job.precision(), job.learningRate());
        var targets = Nd4j.eye(spec.outputs()).castTo(type);
        var tallies = watch.tallies() ? new UpdateSizeListener(spec.parameterCount(), 2 * spec.outputs(), type) : null;
        var steps = watch.stepSizes() ? new StepSizeListener(spec, late(stream.groups(), watch.late())) : null;
        network.setListeners(Stream.of(tallies, steps).filter(Objects::nonNull).toArray(TrainingListener[]::new));

        var losses = new double[stream.length()];
        var guesses = watch.guesses() ? new int[stream.length()] : null;
        var divergedAt = 0;
        INDArray inputs = null;
        var s = 0;
        for (; s < stream.length() && divergedAt == 0; s++) {
            if (s % CHUNK == 0) {
                inputs = inputs(stream, s, Math.min(s + CHUNK, stream.length()), type);
            }
            var input = inputs.getRow(s % CHUNK, true);
            var group = stream.groups()[s];
            if (watch.guesses()) {
                guesses[s] = network.output(input).argMax(1).getInt(0);
            }
            if (watch.tallies()) {
                tallies.count(s < watch.late() ? group : spec.outputs() + group);
            }
            if (watch.stepSizes() && s == watch.late()) {
                steps.keep();
            }
            network.fit(input, targets.getRow(group, true));
            losses[s] = network.score();
            if (!Double.isFinite(losses[s])) {
                divergedAt = s + 1;
            }
            collect();
            progress.advance(1);
        }
        var parameters = Dl4jNetworks.parameters(spec, network);
        if (divergedAt == 0 && !parameters.finite()) {
            divergedAt = stream.length();
        }
        var both = tallies == null ? null : tallies.tally();
        return new Trained(
                parameters,
                Arrays.copyOf(losses, s),
                guesses == null ? null : Arrays.copyOf(guesses, s),
                both == null ? null : tally(spec, both, 0),
                both == null ? null : tally(spec, both, 1),
                steps == null ? null : steps.stepSizes(),
                divergedAt);
    }

    private static int[] late(int[] groups, int from) {
        return Arrays.copyOfRange(groups, Math.min(from, groups.length), groups.length);
    }

    /** The early half of the listener's tallies, or the late one, in the order of the specification. */
    private static UpdateTally tally(NetworkSpec spec, UpdateTally both, int half) {
        var groups = spec.outputs();
        return new UpdateTally(Arrays.stream(both.byGroup(), half * groups, (half + 1) * groups)
                .map(flat -> FlatOrder.toSpec(spec, flat))
                .toArray(double[][]::new));
    }

    private static void collect() {
        if (STEPS_TAKEN.incrementAndGet() % COLLECT == 0) {
            System.gc();
        }
    }

    @Override
    public int[] classify(Parameters parameters, Precision precision, DatapointStream stream) {
        var type = Dl4jNetworks.type(precision);
        var network = Dl4jNetworks.build(parameters, precision, 0);
        var classes = new int[stream.length()];
        for (var from = 0; from < classes.length; from += CHUNK) {
            var to = Math.min(from + CHUNK, classes.length);
            var chunk = network.output(inputs(stream, from, to, type)).argMax(1).toIntVector();
            System.arraycopy(chunk, 0, classes, from, chunk.length);
        }
        return classes;
    }

    private static INDArray inputs(DatapointStream stream, int from, int to, DataType type) {
        var values = new float[(to - from) * stream.inputs()];
        for (var s = from; s < to; s++) {
            stream.input(s, values, (s - from) * stream.inputs());
        }
        return Nd4j.createFromArray(values).reshape(to - from, stream.inputs()).castTo(type);
    }
}
