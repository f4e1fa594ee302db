package org.basinlab.walkers;

import java.util.concurrent.TimeUnit;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
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
 * Time a walker-step from the pit on one thread: the pit itself and as formulas, in both precisions, where few get out
 * (T = 0.015) and where nearly all do (0.02).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmn256m", "--add-modules", "jdk.incubator.vector"})
public class WalkersBenchmark {
    private static final int WALKERS = 16_384;
    private static final int STEPS = 1000;

    @Param({"pit", "formula"})
    public String landscape;

    @Param({"FLOAT32", "FLOAT64"})
    public Precision precision;

    @Param({"0.015", "0.02"})
    public double temperature;

    private final Walkers engine = new VectorWalkers(1);
    private Walk walk;

    @Setup
    public void prepare() {
        var losses = landscape.equals("pit") ? Pit.PUBLISHED : Landscape.of(Pit.PUBLISHED.losses());
        walk = new Walk(
                new SgdStep(losses, temperature),
                new Start.Point(1.0036974),
                1.1959565,
                new int[] {STEPS},
                WALKERS,
                1,
                precision,
                null);
    }

    @Benchmark
    @OperationsPerInvocation(WALKERS * STEPS)
    public Walked step() {
        return engine.run(walk, Progress.NONE);
    }
}
