package org.basinlab.localize;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.basinlab.data.ImageFolder;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.StepSizes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one shuffle of the groups over P4's tallied datapoints, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LabelShuffleBenchmark {
    private static final int DATAPOINTS = 2335;
    private static final int HIDDEN = 100;
    private static final int DRAWS = 16;

    private LabelShuffle shuffle;
    private final Workers workers = new Workers(1);

    @Setup
    public void prepare() {
        var images = ImageFolder.train(Path.of("data/mnist"));
        var order = IntStream.range(0, DATAPOINTS).toArray();
        var groups = IntStream.of(order).map(i -> images.label(i) % 2).toArray();
        var stream = new DatapointStream(images, order, groups);
        var inputs = new float[DATAPOINTS * stream.inputs()];
        for (var s = 0; s < DATAPOINTS; s++) {
            stream.input(s, inputs, s * stream.inputs());
        }
        var softplus = StandardActivation.SOFTPLUS;
        var spec = NetworkSpec.dense(List.of(stream.inputs(), HIDDEN, 2), softplus, softplus, Loss.MSE);
        var steps = new StepSizes(
                groups,
                List.of(
                        new StepSizes.Factors(uniforms(DATAPOINTS * HIDDEN, 1), inputs),
                        new StepSizes.Factors(uniforms(DATAPOINTS * 2, 2), uniforms(DATAPOINTS * HIDDEN, 3))));
        var q = IntStream.range(0, spec.parameterCount())
                .mapToDouble(p -> new RandomStream(1, RandomStream.BOOTSTRAP, 4).uniform(p))
                .toArray();
        shuffle = new LabelShuffle(new ParameterMap(spec), steps, q);
    }

    private static float[] uniforms(int count, int part) {
        var random = new RandomStream(1, RandomStream.BOOTSTRAP, part);
        var values = new float[count];
        for (var i = 0; i < count; i++) {
            values[i] = (float) random.uniform(i);
        }
        return values;
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public Map<ParameterSet, double[]> draw() {
        return shuffle.draws(DRAWS, 1, workers, Progress.NONE);
    }
}
