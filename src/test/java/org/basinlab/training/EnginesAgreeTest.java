package org.basinlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.TrainingJob.Watch;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.chunked.ChunkedTrainer.Products;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.basinlab.training.dl4j.HandWrittenNetwork;
import org.junit.jupiter.api.Test;

/** Engines against each other and against hand-written loops: parameters, tallies, losses, update sizes, guesses. */
class EnginesAgreeTest {
    private static final int SIDE = 7;
    private static final int STEPS = 150;

    /** A case: what is trained, and how it is cut up. */
    record Case(
            StandardActivation hidden,
            StandardActivation output,
            Loss loss,
            int units,
            int groups,
            int chunk,
            int stack,
            Products products,
            int replicas,
            int late,
            double ink,
            long seed) {
        DatapointStream stream() {
            var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 1);
            var count = 60;
            var pixels = new byte[count * SIDE * SIDE];
            for (var i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (random.uniform(2L * i) < ink ? random.below(256, 2L * i + 1) : 0);
            }
            var images = new LabelledImages(SIDE, SIDE, pixels, new byte[count], Map.of());
            var order = IntStream.range(0, STEPS)
                    .map(s -> random.below(count, 1_000_000 + s))
                    .toArray();
            return new DatapointStream(
                    images, order, IntStream.of(order).map(i -> i * 7 % groups).toArray());
        }

        List<TrainingJob> jobs(Precision precision, DatapointStream stream) {
            var spec = NetworkSpec.dense(List.of(SIDE * SIDE, units, groups), hidden, output, loss);
            return IntStream.range(0, replicas)
                    .mapToObj(r -> {
                        var drawn = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, seed + r);
                        // In single precision an engine rounds the start; the oracle begins from the same numbers.
                        var start = Arrays.stream(drawn.values())
                                .map(v -> precision == Precision.FLOAT32 ? (float) v : v)
                                .toArray();
                        return new TrainingJob(
                                new Parameters(spec, start),
                                precision,
                                0.02 / (r + 1),
                                stream,
                                new Watch(true, true, late, true));
                    })
                    .toList();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        var smooth = Arbitraries.of(StandardActivation.values());
        return Combinators.combine(
                        smooth,
                        Arbitraries.of(
                                StandardActivation.SOFTPLUS,
                                StandardActivation.SIGMOID,
                                StandardActivation.IDENTITY,
                                StandardActivation.TANH),
                        Arbitraries.of(Loss.values()),
                        Arbitraries.integers().between(1, 70),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.of(1, 7, 64),
                        Arbitraries.of(Products.INK, Products.DENSE),
                        Arbitraries.integers().between(1, 5))
                .flatAs((hidden, output, loss, units, groups, chunk, products, replicas) -> Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.integers().between(0, STEPS),
                                Arbitraries.of(0.0, 0.15, 0.9),
                                Arbitraries.longs().between(0, 1L << 40))
                        .as((stack, late, ink, seed) -> new Case(
                                hidden, output, loss, units, groups, chunk, stack, products, replicas, late, ink,
                                seed)));
    }

    @Property(tries = 120)
    void chunkedFollowsTheOracleInDoublePrecision(@ForAll("cases") Case c) {
        var stream = c.stream();
        var jobs = c.jobs(Precision.FLOAT64, stream);
        var trained = new ChunkedTrainer(c.chunk, c.stack, c.products).trainAll(jobs, Progress.NONE);
        for (var r = 0; r < jobs.size(); r++) {
            // Sums of at most 50 + 64 products in another order, 150 times: some hundred roundings of 1e-16.
            compare(jobs.get(r), trained.get(r), 1e-11);
        }
    }

    @Property(tries = 60)
    void chunkedFollowsTheOracleInSinglePrecision(@ForAll("cases") Case c) {
        // At a corner rounding decides which way a derivative jumps; those are held in double precision.
        if (List.of(StandardActivation.RELU, StandardActivation.LEAKYRELU).contains(c.hidden)) {
            return;
        }
        var stream = c.stream();
        var jobs = c.jobs(Precision.FLOAT32, stream);
        var trained = new ChunkedTrainer(c.chunk, c.stack, c.products).trainAll(jobs, Progress.NONE);
        for (var r = 0; r < jobs.size(); r++) {
            // 150 roundings of 6e-8 of numbers of order 1, tallies of order 10.
            compare(jobs.get(r), trained.get(r), 2e-5);
        }
    }

    @Property(tries = 12)
    void chunkedFollowsDl4j(@ForAll("cases") Case c) {
        var stream = c.stream();
        var job = c.jobs(Precision.FLOAT64, stream).get(0);
        var chunked = new ChunkedTrainer(c.chunk, c.stack, c.products).train(job, Progress.NONE);
        var dl4j = new Dl4jTrainer().train(job, Progress.NONE);
        assertThat(worst(chunked.parameters().values(), dl4j.parameters().values()))
                .isLessThan(1e-10);
        assertThat(worst(chunked.losses(), dl4j.losses())).isLessThan(1e-9);
        for (var g = 0; g < c.groups; g++) {
            assertThat(worst(chunked.early().byGroup()[g], dl4j.early().byGroup()[g]))
                    .isLessThan(1e-9);
            assertThat(worst(chunked.late().byGroup()[g], dl4j.late().byGroup()[g]))
                    .isLessThan(1e-9);
        }
    }

    @Property(tries = 40)
    void aReplicaIsTheLoneRunBitForBit(@ForAll("cases") Case c) {
        var stream = c.stream();
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var trainer = new ChunkedTrainer(c.chunk, c.stack, c.products);
            var jobs = c.jobs(precision, stream);
            var together = trainer.trainAll(jobs, Progress.NONE);
            for (var r = 0; r < jobs.size(); r++) {
                var alone = trainer.train(jobs.get(r), Progress.NONE);
                assertThat(Arrays.equals(
                                together.get(r).parameters().values(),
                                alone.parameters().values()))
                        .isTrue();
                assertThat(Arrays.equals(together.get(r).losses(), alone.losses()))
                        .isTrue();
                assertThat(Arrays.deepEquals(
                                together.get(r).late().byGroup(), alone.late().byGroup()))
                        .isTrue();
            }
        }
    }

    @Test
    void divergenceIsReportedWithItsStepAndOthersGoOn() {
        for (var products : List.of(Products.INK, Products.DENSE)) {
            var c = new Case(
                    StandardActivation.IDENTITY,
                    StandardActivation.IDENTITY,
                    Loss.MSE,
                    20,
                    2,
                    7,
                    4,
                    products,
                    2,
                    0,
                    0.9,
                    3);
            var stream = c.stream();
            var jobs = c.jobs(Precision.FLOAT32, stream);
            var wild = new TrainingJob(
                    jobs.get(0).start(),
                    Precision.FLOAT32,
                    30,
                    stream,
                    jobs.get(0).watch());
            var trained = new ChunkedTrainer(7, 4, products).trainAll(List.of(wild, jobs.get(1)), Progress.NONE);
            var oracle = new HandWrittenNetwork(wild.start(), 2);
            var step = 0;
            do {
                oracle.step(HandWrittenNetwork.input(stream, step), stream.groups()[step], 30, false);
                step++;
            } while (oracle.lastLoss <= Float.MAX_VALUE);
            assertThat(trained.get(0).divergedAt()).isEqualTo(step);
            assertThat(trained.get(0).losses()).hasSize(step);
            compare(jobs.get(1), trained.get(1), 2e-5);
        }
    }

    @Test
    void anActivationOfOnesOwnIsComputedAsGiven() {
        record Squared() implements Activation {
            @Override
            public double value(double z) {
                return z > 0 ? z * z : 0;
            }

            @Override
            public double derivative(double z) {
                return z > 0 ? 2 * z : 0;
            }
        }
        var c = new Case(
                StandardActivation.SOFTPLUS,
                StandardActivation.SOFTPLUS,
                Loss.MSE,
                9,
                2,
                7,
                1,
                Products.INK,
                1,
                0,
                0.2,
                5);
        var own = NetworkSpec.dense(List.of(SIDE * SIDE, 9, 2), new Squared(), new Squared(), Loss.MSE);
        var job = c.jobs(Precision.FLOAT64, c.stream()).get(0);
        var ours = new TrainingJob(
                new Parameters(own, job.start().values()), Precision.FLOAT64, 0.01, job.stream(), job.watch());
        assertThat(worst(
                        new ChunkedTrainer(7, 1)
                                .train(ours, Progress.NONE)
                                .parameters()
                                .values(),
                        new Dl4jTrainer()
                                .train(ours, Progress.NONE)
                                .parameters()
                                .values()))
                .isLessThan(1e-11);
    }

    @Test
    void aNetworkMayHaveMoreOutputsThanTheStreamHasGroups() {
        var f = StandardActivation.SOFTPLUS;
        var two = new Case(f, f, Loss.MSE, 9, 2, 7, 1, Products.INK, 1, 0, 0.2, 5);
        var stream = two.stream();
        var trainer = new ChunkedTrainer(7, 1);
        compare(
                two.jobs(Precision.FLOAT64, stream).get(0),
                trainer.train(two.jobs(Precision.FLOAT64, stream).get(0), Progress.NONE),
                1e-11);
        var four = new Case(f, f, Loss.MSE, 9, 4, 7, 1, Products.INK, 1, 0, 0.2, 5);
        var job = four.jobs(Precision.FLOAT64, stream).get(0);
        compare(job, trainer.train(job, Progress.NONE), 1e-11);
    }

    @Test
    void deeperNetworksAreRefused() {
        var f = StandardActivation.SOFTPLUS;
        var spec = NetworkSpec.dense(List.of(SIDE * SIDE, 4, 4, 2), f, f, Loss.MSE);
        assertThat(ChunkedTrainer.trains(spec)).isFalse();
        var start = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1);
        var c = new Case(f, f, Loss.MSE, 9, 2, 7, 1, Products.INK, 1, 0, 0.2, 5);
        var job = new TrainingJob(start, Precision.FLOAT32, 0.1, c.stream(), Watch.NONE);
        assertThatThrownBy(() -> new ChunkedTrainer(7, 1).train(job, Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static void compare(TrainingJob job, Trained trained, double tolerance) {
        var stream = job.stream();
        var groups = job.start().spec().outputs();
        var late = job.watch().late();
        var early = new HandWrittenNetwork(job.start(), groups);
        var oracle = new HandWrittenNetwork(job.start(), groups);
        assertThat(trained.diverged()).isFalse();
        assertThat(trained.losses()).hasSize(STEPS);
        for (var s = 0; s < STEPS; s++) {
            var x = HandWrittenNetwork.input(stream, s);
            var out = oracle.forward(x).clone();
            early.step(x, stream.groups()[s], job.learningRate(), s < late);
            oracle.step(x, stream.groups()[s], job.learningRate(), s >= late);
            assertThat(trained.losses()[s]).isCloseTo(oracle.lastLoss, within(tolerance));
            var sorted = Arrays.stream(out).sorted().toArray();
            if (sorted[groups - 1] - sorted[groups - 2] > 1e-3) {
                assertThat(out[trained.guesses()[s]]).isEqualTo(sorted[groups - 1]);
            }
            if (s >= late) {
                var sizes = trained.stepSizes();
                assertThat(sizes.groups()[s - late]).isEqualTo(stream.groups()[s]);
                compareSizes(job, sizes, s - late, oracle.lastUpdate, Math.max(tolerance, 1e-6));
            }
        }
        assertThat(worst(trained.parameters().values(), oracle.theta)).isLessThan(tolerance);
        for (var g = 0; g < groups; g++) {
            assertThat(worst(trained.early().byGroup()[g], early.tally[g])).isLessThan(10 * tolerance);
            assertThat(worst(trained.late().byGroup()[g], oracle.tally[g])).isLessThan(10 * tolerance);
        }
    }

    private static void compareSizes(TrainingJob job, StepSizes sizes, int step, double[] update, double tolerance) {
        var spec = job.start().spec();
        for (var l = 0; l < 2; l++) {
            var of = (StepSizes.Factors) sizes.layers().get(l);
            var units = spec.units(l);
            var fanIn = spec.fanIn(l);
            for (var j = 0; j < units; j++) {
                var bias = of.biases()[step * units + j];
                assertThat((double) bias).isCloseTo(Math.abs(update[spec.biasOffset(l) + j]), within(tolerance));
                var i = (j * 13 + step) % fanIn;
                assertThat((double) bias * of.inputs()[step * fanIn + i])
                        .isCloseTo(Math.abs(update[spec.weightOffset(l) + j * fanIn + i]), within(tolerance));
            }
        }
    }

    static double worst(double[] ours, double[] theirs) {
        assertThat(ours).hasSameSizeAs(theirs);
        return IntStream.range(0, ours.length)
                .mapToDouble(p -> Math.abs(ours[p] - theirs[p]))
                .map(d -> Double.isNaN(d) ? Double.POSITIVE_INFINITY : d)
                .max()
                .orElse(0);
    }
}
