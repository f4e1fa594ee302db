package org.basinlab.training.chunked;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.VectorModule;
import org.basinlab.network.Dense;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.dl4j.Nd4jRuntime;

/**
 * Online SGD of a network with one hidden layer, reassociated: the same steps, one datapoint at a time, at the price of
 * matrix products. For B consecutive datapoints, X [B x inputs], W at the chunk's start, m_s the change of the hidden
 * biases by datapoint s,
 *
 * <pre>z_t = W x_t + b + sum over s &lt; t in the chunk of (x_s . x_t + 1) m_s</pre>
 *
 * so that the chunk costs W X^T, X X^T, B small steps and W += M^T X; and since inputs are positive, |m_tj x_ti| =
 * |m_tj| x_ti: tallies are products too, |M_g|^T X_g over the datapoints of each group g. X X^T is the same for every
 * network that sees the stream.
 *
 * <p>Images that are mostly background ({@link #SPARSE}) are multiplied by their ink alone, on the heap, one network
 * after the other. Others are multiplied whole, by ND4J, {@code stack} networks side by side. Only the time
 * differs, and the rounding: either way a network comes out the same alone and in company, to the last bit.
 */
public final class ChunkedTrainer implements OnlineTrainer {
    /** The share of ink below which it is faster to leave the background out. */
    private static final double SPARSE = 0.5;

    /** How images are multiplied. */
    public enum Products {
        /** As is faster for the stream at hand. */
        AUTO,
        /** Ink alone. */
        INK,
        /** Whole images, by ND4J. */
        DENSE
    }

    private final int chunk;
    private final int stack;
    private final Products products;
    private final Kernels kernels = Kernels.fastest();
    private final Map<DatapointStream, ChunkedStream> streams = new WeakHashMap<>();
    private volatile boolean usesNd4j;

    /**
     * The trainer.
     *
     * @param chunk B, datapoints a chunk
     * @param stack networks side by side in one product
     */
    public ChunkedTrainer(int chunk, int stack) {
        this(chunk, stack, Products.AUTO);
    }

    /** With products as named. */
    public ChunkedTrainer(int chunk, int stack, Products products) {
        this.chunk = chunk;
        this.stack = stack;
        this.products = products;
    }

    /** Whether this virtual machine has the Vector API; without it the same numbers take several times as long. */
    public static boolean hasVectors() {
        return VectorModule.isThere();
    }

    /** Whether it trains such a network: two fully connected layers. */
    public static boolean trains(NetworkSpec spec) {
        return spec.depth() == 2 && spec.layers().stream().allMatch(Dense.class::isInstance);
    }

    @Override
    public String name() {
        return "chunked";
    }

    @Override
    public String backend() {
        return usesNd4j ? Nd4jRuntime.start().backend() : null;
    }

    @Override
    public String blas() {
        return usesNd4j ? Nd4jRuntime.start().blas() : null;
    }

    @Override
    public Trained train(TrainingJob job, Progress progress) {
        return trainAll(List.of(job), progress).get(0);
    }

    @Override
    public List<Trained> trainAll(List<TrainingJob> jobs, Progress progress) {
        var stacks = new LinkedHashMap<Object, List<Integer>>();
        for (var i = 0; i < jobs.size(); i++) {
            stacks.computeIfAbsent(stackable(jobs.get(i)), key -> new ArrayList<>())
                    .add(i);
        }
        var trained = new Trained[jobs.size()];
        for (var together : stacks.values()) {
            for (var from = 0; from < together.size(); from += stack) {
                var indices = together.subList(from, Math.min(from + stack, together.size()));
                var results = side(indices.stream().map(jobs::get).toList(), progress);
                IntStream.range(0, indices.size()).forEach(i -> trained[indices.get(i)] = results.get(i));
            }
        }
        return Arrays.asList(trained);
    }

    /** What two jobs must have in common to share a product. */
    private static Object stackable(TrainingJob job) {
        var spec = job.start().spec();
        if (!trains(spec)) {
            throw new IllegalArgumentException("the chunked engine trains networks with one hidden layer");
        }
        if (job.precision() == Precision.TF32) {
            throw new IllegalArgumentException("TF32 is of the cuda engine");
        }
        return List.of(job.stream(), job.precision(), spec.units(0), spec.outputs());
    }

    private List<Trained> side(List<TrainingJob> jobs, Progress progress) {
        var stream = chunked(jobs.get(0).stream());
        if (isInk(stream)) {
            return jobs.stream().map(job -> alone(job, stream, progress)).toList();
        }
        Nd4jRuntime.start();
        usesNd4j = true;
        try (var inputs = new DenseInputs(stream, jobs.get(0).precision())) {
            var layers = jobs.stream().map(job -> new DenseLayer(inputs, job)).toList();
            var learners = IntStream.range(0, jobs.size())
                    .mapToObj(r -> new Learner(jobs.get(r), stream, layers.get(r), kernels))
                    .toList();
            for (var c = 0; c < stream.chunks(); c++) {
                inputs.load(c);
                for (var learner : learners) {
                    if (!learner.diverged()) {
                        learner.take(c);
                        progress.advance(stream.end(c) - stream.begin(c));
                    }
                }
            }
            var trained = learners.stream().map(Learner::trained).toList();
            layers.forEach(DenseLayer::close);
            return trained;
        }
    }

    private Trained alone(TrainingJob job, ChunkedStream stream, Progress progress) {
        var learner = new Learner(job, stream, new InkLayer(stream, job, kernels), kernels);
        for (var c = 0; c < stream.chunks() && !learner.diverged(); c++) {
            learner.take(c);
            progress.advance(stream.end(c) - stream.begin(c));
        }
        return learner.trained();
    }

    private boolean isInk(ChunkedStream stream) {
        return products == Products.INK || products == Products.AUTO && stream.inkShare() < SPARSE;
    }

    private ChunkedStream chunked(DatapointStream stream) {
        synchronized (streams) {
            return streams.computeIfAbsent(stream, s -> new ChunkedStream(s, chunk, kernels));
        }
    }

    @Override
    public int[] classify(Parameters parameters, Precision precision, DatapointStream stream) {
        var job = new TrainingJob(parameters, precision, 0, stream, TrainingJob.Watch.NONE);
        return Forward.classes(job, chunked(stream), kernels);
    }
}
