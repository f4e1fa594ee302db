package org.basinlab.training;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.basinlab.data.ImageFolder;
import org.basinlab.experiment.Progress;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time a datapoint on P4's network, one network on one thread, with and without tallies. The chunked engine knows the
 * stream from the second time on; {@code basin bench train} measures what it costs to prepare one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmn256m", "--add-modules", "jdk.incubator.vector"})
public class TrainingBenchmark {
    private static final int DATAPOINTS = 1024;

    @Param({"dl4j", "chunked"})
    public String engine;

    @Param({"false", "true"})
    public boolean tallies;

    private OnlineTrainer trainer;
    private TrainingJob job;

    @Setup
    public void prepare() {
        trainer = engine.equals("dl4j") ? new Dl4jTrainer() : new ChunkedTrainer(64, 1);
        var images = ImageFolder.train(Path.of("data/mnist"));
        var order = IntStream.range(0, DATAPOINTS).toArray();
        var groups = IntStream.of(order).map(i -> images.label(i) % 2).toArray();
        var spec = NetworkSpec.dense(
                List.of(784, 100, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE);
        job = new TrainingJob(
                Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1),
                Precision.FLOAT32,
                0.001,
                new DatapointStream(images, order, groups),
                new TrainingJob.Watch(false, tallies, 0, false));
    }

    @Benchmark
    @OperationsPerInvocation(DATAPOINTS)
    public Trained datapoint() {
        return trainer.train(job, Progress.NONE);
    }
}
