package org.basinlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.data.ImageFolder;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.EnginesAgreeTest.Case;
import org.basinlab.training.TrainingJob.Watch;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.chunked.ChunkedTrainer.Products;
import org.basinlab.training.cuda.CudaTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the cuda engine must do on whatever device: the same as hand-written loops and as the chunked engine. */
abstract class CudaEngineContract {
    private static final StandardActivation SOFTPLUS = StandardActivation.SOFTPLUS;

    /** The engine under test, its memory unbounded. */
    abstract CudaTrainer trainer();

    /** Whether the device has TF32 tensor cores. */
    boolean hasTensorCores() {
        return true;
    }

    static Case shaped(
            StandardActivation hidden, StandardActivation output, Loss loss, int units, int groups, int replicas) {
        return new Case(hidden, output, loss, units, groups, 0, 0, Products.AUTO, replicas, 77, 0.3, units);
    }

    private void follows(Case c, Precision precision, double tolerance) {
        var jobs = c.jobs(precision, c.stream());
        var trained = trainer().trainAll(jobs, Progress.NONE);
        for (var r = 0; r < jobs.size(); r++) {
            EnginesAgreeTest.compare(jobs.get(r), trained.get(r), tolerance);
        }
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void everyActivationFollowsTheOracleInDoublePrecision(StandardActivation activation) {
        // Some hundred roundings of 1e-16.
        follows(shaped(activation, SOFTPLUS, Loss.MSE, 21, 2, 1), Precision.FLOAT64, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"SOFTPLUS", "ELU", "GELU", "SWISH", "TANH", "SIGMOID", "IDENTITY"})
    void everySmoothActivationFollowsTheOracleInSinglePrecision(StandardActivation activation) {
        // 150 roundings of 6e-8 of numbers of order 1, tallies of order 10; at a corner rounding decides a derivative.
        follows(shaped(activation, SOFTPLUS, Loss.MSE, 21, 2, 1), Precision.FLOAT32, 2e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, MSE, 2",
        "IDENTITY, MSE, 3",
        "TANH, MSE, 2",
        "IDENTITY, CROSS_ENTROPY, 2",
        "SOFTPLUS, CROSS_ENTROPY, 4",
        "RELU, CROSS_ENTROPY, 3"
    })
    void everyOutputAndLossFollowsTheOracle(StandardActivation output, Loss loss, int groups) {
        follows(shaped(StandardActivation.TANH, output, loss, 17, groups, 2), Precision.FLOAT64, 1e-11);
    }

    /** Widths that divide nothing: of one unit, around a warp's 16, around a thread's one and four, beyond a block's. */
    @ParameterizedTest
    @CsvSource({"1", "15", "16", "17", "33", "100", "131", "256", "257", "300"})
    void everyWidthFollowsTheOracle(int units) {
        follows(shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, units, 2, 1), Precision.FLOAT32, 2e-5);
    }

    @Test
    void wideNetworksFollowTheOracleInDoublePrecision() {
        follows(shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 270, 2, 1), Precision.FLOAT64, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "63", "64", "65", "128", "129"})
    void everyLengthOfAStreamIsTrainedToItsEnd(int length) {
        var c = shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 18, 2, 1);
        var whole = c.stream();
        var stream = new DatapointStream(
                whole.images(), Arrays.copyOf(whole.order(), length), Arrays.copyOf(whole.groups(), length));
        var start = c.jobs(Precision.FLOAT32, stream).get(0).start();
        for (var late : new int[] {0, length / 2, length, length + 5}) {
            var watch = new Watch(true, true, late, true);
            var job = new TrainingJob(start, Precision.FLOAT32, 0.02, stream, watch);
            same(trainer().train(job, Progress.NONE), theirs(job), 2e-6);
        }
    }

    /** The CPU's, in double precision. */
    private static Trained theirs(TrainingJob job) {
        var exact = new TrainingJob(job.start(), Precision.FLOAT64, job.learningRate(), job.stream(), job.watch());
        return new ChunkedTrainer(64, 1).train(exact, Progress.NONE);
    }

    private static void same(Trained ours, Trained theirs, double tolerance) {
        assertThat(EnginesAgreeTest.worst(
                        ours.parameters().values(), theirs.parameters().values()))
                .isLessThan(tolerance);
        assertThat(EnginesAgreeTest.worst(ours.losses(), theirs.losses())).isLessThan(tolerance);
        for (var g = 0; g < ours.late().byGroup().length; g++) {
            assertThat(EnginesAgreeTest.worst(
                            ours.early().byGroup()[g], theirs.early().byGroup()[g]))
                    .isLessThan(10 * tolerance);
            assertThat(EnginesAgreeTest.worst(
                            ours.late().byGroup()[g], theirs.late().byGroup()[g]))
                    .isLessThan(10 * tolerance);
        }
        assertThat(ours.stepSizes().groups()).isEqualTo(theirs.stepSizes().groups());
    }

    @Test
    void jobsOfAllKindsSideBySideAreTheLoneRunsBitForBit() {
        var jobs = new ArrayList<TrainingJob>();
        for (var c : List.of(
                shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 20, 2, 2),
                shaped(StandardActivation.RELU, StandardActivation.IDENTITY, Loss.CROSS_ENTROPY, 20, 2, 2),
                shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 5, 3, 1))) {
            var stream = c.stream();
            jobs.addAll(c.jobs(Precision.FLOAT32, stream));
            var unwatched = c.jobs(Precision.FLOAT64, stream).get(0);
            jobs.add(new TrainingJob(unwatched.start(), Precision.FLOAT64, 0.01, stream, Watch.NONE));
            var same = c.jobs(Precision.FLOAT32, stream).get(0);
            jobs.add(new TrainingJob(same.start(), Precision.FLOAT32, 0.01, stream, Watch.NONE));
            var shorter = new DatapointStream(
                    stream.images(), Arrays.copyOf(stream.order(), 70), Arrays.copyOf(stream.groups(), 70));
            jobs.add(new TrainingJob(
                    unwatched.start(), Precision.FLOAT32, 0.01, shorter, new Watch(false, true, 9, false)));
        }
        var together = trainer().trainAll(jobs, Progress.NONE);
        for (var k = 0; k < jobs.size(); k++) {
            identical(together.get(k), trainer().train(jobs.get(k), Progress.NONE));
        }
    }

    static void identical(Trained one, Trained other) {
        assertThat(one.divergedAt()).isEqualTo(other.divergedAt());
        assertThat(Arrays.equals(one.parameters().values(), other.parameters().values()))
                .isTrue();
        assertThat(Arrays.equals(one.losses(), other.losses())).isTrue();
        assertThat(Arrays.equals(one.guesses(), other.guesses())).isTrue();
        assertThat(one.late() == null).isEqualTo(other.late() == null);
        if (one.late() != null) {
            assertThat(Arrays.deepEquals(one.late().byGroup(), other.late().byGroup()))
                    .isTrue();
            assertThat(Arrays.deepEquals(one.early().byGroup(), other.early().byGroup()))
                    .isTrue();
        }
    }

    @Test
    void divergenceIsReportedWithItsStepAndOthersGoOn() {
        var c = shaped(StandardActivation.IDENTITY, StandardActivation.IDENTITY, Loss.MSE, 20, 2, 2);
        var stream = c.stream();
        var jobs = c.jobs(Precision.FLOAT32, stream);
        var wild = new TrainingJob(
                jobs.get(0).start(), Precision.FLOAT32, 3, stream, jobs.get(0).watch());
        var trained = trainer().trainAll(List.of(wild, jobs.get(1)), Progress.NONE);
        var theirs = new ChunkedTrainer(64, 1).train(wild, Progress.NONE);
        assertThat(trained.get(0).divergedAt()).isPositive().isEqualTo(theirs.divergedAt());
        assertThat(trained.get(0).losses()).hasSize(theirs.divergedAt());
        assertThat(trained.get(0).guesses()).isEqualTo(theirs.guesses());
        EnginesAgreeTest.compare(jobs.get(1), trained.get(1), 2e-5);
    }

    /** Eleven bits: some 2^-12 of what is multiplied, where single precision has 2^-24. */
    @Test
    void tf32IsCoarserByAsMuchAsItSays() {
        var c = shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 100, 2, 1);
        var stream = c.stream();
        var exact = theirs(c.jobs(Precision.FLOAT32, stream).get(0));
        if (!hasTensorCores()) {
            assertThatThrownBy(() ->
                            trainer().train(c.jobs(Precision.TF32, stream).get(0), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("no TF32 tensor cores");
            return;
        }
        var single = trainer().train(c.jobs(Precision.FLOAT32, stream).get(0), Progress.NONE);
        var tf32 = trainer().train(c.jobs(Precision.TF32, stream).get(0), Progress.NONE);
        var fine = EnginesAgreeTest.worst(
                single.parameters().values(), exact.parameters().values());
        var coarse = EnginesAgreeTest.worst(
                tf32.parameters().values(), exact.parameters().values());
        assertThat(fine).isLessThan(1e-6);
        assertThat(coarse).isBetween(20 * fine, 1e-3);
    }

    @Test
    void progressAddsUpToTheDatapointsOfAllJobs() {
        var c = shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 9, 2, 3);
        var told = new long[1];
        trainer().trainAll(c.jobs(Precision.FLOAT32, c.stream()), new Progress() {
            @Override
            public void begin(String what, long units) {}

            @Override
            public void advance(long units) {
                told[0] += units;
            }

            @Override
            public void note(String stage) {}
        });
        assertThat(told[0]).isEqualTo(3L * 150);
    }

    @Test
    void classifiesAsTheChunkedEngineDoes() {
        var c = shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 9, 2, 1);
        var stream = c.stream();
        var start = c.jobs(Precision.FLOAT32, stream).get(0).start();
        assertThat(trainer().classify(start, Precision.TF32, stream))
                .isEqualTo(new ChunkedTrainer(64, 1).classify(start, Precision.FLOAT32, stream));
    }

    @Test
    void whatItDoesNotTrainIsRefused() {
        record Squared() implements Activation {
            @Override
            public double value(double z) {
                return z * z;
            }

            @Override
            public double derivative(double z) {
                return 2 * z;
            }
        }
        var widths = List.of(49, 4, 2);
        assertThat(CudaTrainer.refusal(NetworkSpec.dense(widths, SOFTPLUS, SOFTPLUS, Loss.MSE)))
                .isNull();
        assertThat(CudaTrainer.refusal(NetworkSpec.dense(List.of(49, 4, 4, 2), SOFTPLUS, SOFTPLUS, Loss.MSE)))
                .contains("one hidden layer");
        assertThat(CudaTrainer.refusal(NetworkSpec.dense(List.of(49, 5000, 2), SOFTPLUS, SOFTPLUS, Loss.MSE)))
                .contains("at most 4096 hidden units");
        var own = NetworkSpec.dense(widths, new Squared(), SOFTPLUS, Loss.MSE);
        assertThat(CudaTrainer.refusal(own)).contains("named activations");
        var stream = shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 4, 2, 1).stream();
        var start = Parameters.initial(own, Initialization.HE, BiasInitialization.HE, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer()
                        .train(new TrainingJob(start, Precision.FLOAT32, 0.1, stream, Watch.NONE), Progress.NONE));
    }

    /** As wide as it goes, with as many outputs: more than a block's shared memory on any GPU. */
    @Test
    void whatASharedMemoryDoesNotHoldIsRefused() {
        var spec = NetworkSpec.dense(List.of(49, 4096, 32), SOFTPLUS, SOFTPLUS, Loss.MSE);
        assertThat(CudaTrainer.refusal(spec)).isNull();
        var stream = shaped(SOFTPLUS, SOFTPLUS, Loss.MSE, 4, 2, 1).stream();
        var start = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1);
        assertThatThrownBy(() -> trainer()
                        .train(new TrainingJob(start, Precision.FLOAT64, 0.1, stream, Watch.NONE), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("KiB of shared memory")
                .hasMessageContaining("--engine chunked");
    }

    @Test
    void whatDivergesIsNotTimed() {
        var c = shaped(StandardActivation.IDENTITY, StandardActivation.IDENTITY, Loss.MSE, 20, 2, 2);
        var jobs = c.jobs(Precision.FLOAT32, c.stream());
        assertThat(Arrays.stream(trainer().deviceSeconds(jobs, 5)).boxed())
                .hasSize(5)
                .allMatch(seconds -> seconds > 0);
        var wild = jobs.get(0);
        var fast = new TrainingJob(wild.start(), wild.precision(), 3, wild.stream(), wild.watch());
        assertThatThrownBy(() -> trainer().deviceSeconds(List.of(fast), 5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("diverged");
    }

    /** P4's own network on its own images: float32 rounding after hundreds of datapoints. */
    @Test
    void theFullNetworkStaysWithTheChunkedEngineOnMnist() {
        var images = ImageFolder.train(Path.of("data/mnist"));
        var order = IntStream.range(0, 2000)
                .filter(i -> List.of(1, 7, 6, 8).contains(images.label(i)))
                .limit(300)
                .toArray();
        var groups = IntStream.of(order)
                .map(i -> images.label(i) == 1 || images.label(i) == 7 ? 0 : 1)
                .toArray();
        var spec = NetworkSpec.dense(List.of(784, 100, 2), SOFTPLUS, SOFTPLUS, Loss.MSE);
        var drawn = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1);
        var start = new Parameters(
                spec, Arrays.stream(drawn.values()).map(v -> (float) v).toArray());
        var job = new TrainingJob(
                start,
                Precision.FLOAT32,
                0.001,
                new DatapointStream(images, order, groups),
                new Watch(true, true, 150, true));
        var ours = trainer().train(job, Progress.NONE);
        var exact = theirs(job);
        var chunked = new ChunkedTrainer(64, 1).train(job, Progress.NONE);
        same(ours, exact, 1e-6);
        var off = EnginesAgreeTest.worst(
                ours.parameters().values(), exact.parameters().values());
        var theirOff = EnginesAgreeTest.worst(
                chunked.parameters().values(), exact.parameters().values());
        assertThat(off).as("beside the CPU's float32, %s", theirOff).isLessThan(4 * theirOff + 1e-7);
    }
}
