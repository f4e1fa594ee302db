package org.basinlab.trajectories;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
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

/** Time a step of a trajectory of Lorenz's system on one thread, by engine, precision and tangents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseParallelGC", "-Xmn256m", "--add-modules", "jdk.incubator.vector"})
public class TrajectoriesBenchmark {
    private static final int TRAJECTORIES = 4096;
    private static final int STEPS = 500;

    @Param({"vector", "blocks"})
    public String engine;

    @Param({"FLOAT32", "FLOAT64"})
    public Precision precision;

    @Param({"NONE", "FREE", "FROZEN", "BOTH"})
    public Tangents tangents;

    private Ensemble ensemble;
    private Trajectories trajectories;

    @Setup
    public void prepare() {
        var random = new SplittableRandom(1);
        var rows = new double[3][TRAJECTORIES];
        for (var j = 0; j < rows.length; j++) {
            for (var i = 0; i < TRAJECTORIES; i++) {
                rows[j][i] = random.nextDouble(-10, 10) + (j == 2 ? 25 : 0);
            }
        }
        ensemble = Ensemble.of(new Stepping(Lorenz.of(28), Integrator.RK4, 0.01), STEPS, TRAJECTORIES)
                .from(Values.of(rows))
                .in(precision)
                .carrying(tangents, "b", Set.of("a"), Window.ALWAYS);
        trajectories = Trajectories.of(engine, ensemble, 1);
    }

    @Benchmark
    @OperationsPerInvocation(TRAJECTORIES * STEPS)
    public Flown step() {
        return trajectories.run(ensemble, Progress.NONE);
    }
}
