package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Told;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.cuda.CudaWalkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the cuda engine must do on whatever device: the same as the vector engine. */
abstract class CudaWalkersContract {
    private static final double PIT = 1.0036974;
    private static final double BARRIER = 1.1959565;
    private static final Start AROUND = new Start.Normal(1.05, 0.1, 0.5);
    private static final Bins BINS = new Bins(0.75, 2.25, 24);

    /** Within a word of coins, at its ends, within a block of draws, at its ends, and beyond. */
    private static final int[] LOOKS = {0, 1, 31, 32, 45, 127, 128, 200};

    /** Two groups and a few walkers, of which the last warp has few. */
    private static final int WALKERS = 517;

    private final VectorWalkers vector = new VectorWalkers(2);

    /** The engine under test, its memory unbounded. */
    abstract CudaWalkers walkers();

    private static Walk walk(SgdStep step, Start start, int walkers, Precision precision, int... steps) {
        return new Walk(step, start, BARRIER, steps, walkers, 0x1234_5678_9ABCL, precision, BINS);
    }

    /** Everything, to the last bit; means and deviations but for the order of sums of 500 numbers of about this size. */
    private void bitForBit(Walk walk, double size) {
        var wanted = vector.ends(walk);
        var found = walkers().ends(walk);
        for (var i = 0; i < found.length; i++) {
            // NaN has many bits, and who is NaN is all the same.
            assertThat(Double.doubleToLongBits(found[i]))
                    .as("walker %s", i)
                    .isEqualTo(Double.doubleToLongBits(wanted[i]));
        }
        OneByOne.assertSame(walkers().run(walk, Progress.NONE), vector.run(walk, Progress.NONE), size * 1e-13);
    }

    static Stream<SgdStep> pits() {
        return Stream.of(
                new SgdStep(Pit.PUBLISHED, 0.02),
                new SgdStep(new Pit(-0.7, 40), 0.05),
                new SgdStep(new Pit(3, 1e6), 0.3),
                new SgdStep(new Pit(2, 60), 0.03, 1, 3));
    }

    @ParameterizedTest
    @MethodSource("pits")
    void thePitInDoublePrecisionIsTheVectorEnginesBitForBit(SgdStep step) {
        bitForBit(walk(step, AROUND, WALKERS, Precision.FLOAT64, LOOKS), 1);
    }

    /** A step that throws walkers out of the bells' reach, out of what can be squared, out of all numbers. */
    @ParameterizedTest
    @CsvSource({"30", "1e160", "1e305", "1e308"})
    void walkersThatAreThrownFarAreTheVectorEngines(double temperature) {
        var walk = new Walk(
                new SgdStep(Pit.PUBLISHED, temperature),
                AROUND,
                BARRIER,
                new int[] {1, 2, 40},
                300,
                5,
                Precision.FLOAT64,
                new Bins(-1e300, 1e300, 5));
        bitForBit(walk, Double.MAX_VALUE);
    }

    static Stream<SgdStep> landscapes() {
        return Stream.of(
                // A pit that is one no more.
                new SgdStep(new Pit(0, 100), 0.05),
                // One batch draws nothing; a pit of two is that.
                new SgdStep(Pit.PUBLISHED, 0.02, 2, 1),
                new SgdStep(landscape("-exp(-(w-2)^2)", "-exp(-(w-2)^2) - exp(-100*(w-1)^2)"), 0.025),
                new SgdStep(landscape("-exp(-(w-2)^2)", "(w-1)^2/(1+w^2)", "abs(w-1.2)/4"), 0.2, 1, 2),
                new SgdStep(landscape("(w^2-1)^2/8", "sqrt(1+w^2)", "exp(w)/9", "w", "-w"), 0.1, 2, 1),
                // Who draws a root of what is below 0 has no W any more, who does not draw it goes on.
                new SgdStep(landscape("sqrt(w-1)", "(w-1)^2"), 0.02),
                new SgdStep(landscape("sqrt(w-1)", "(w-1)^2", "-w"), 0.02, 2, 1),
                // Two bits, four, and 64 of which few or nearly all batches come.
                new SgdStep(wells(4), 0.1),
                new SgdStep(wells(16), 0.1),
                new SgdStep(wells(20), 0.1, 3, 1),
                new SgdStep(wells(37), 0.1, 2, 1));
    }

    private static Landscape landscape(String... losses) {
        return Landscape.of(Arrays.stream(losses).map(Formulas::parse).toList());
    }

    /** So many wells along a line. */
    private static Landscape wells(int count) {
        return Landscape.of(IntStream.range(0, count)
                .mapToObj(j -> Formulas.parse("-exp(-(w-%s)^2)".formatted(1 + 0.05 * j)))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void formulasAreTheVectorEnginesBitForBit(SgdStep step) {
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            bitForBit(walk(step, AROUND, 259, precision, 0, 1, 33, 70), 1);
        }
    }

    /** All masks' bits are used, and a draw from 64 is none of the widths that the words are cut into. */
    @Test
    void asManyDatapointsAsTakenAreAllDrawn() {
        var losses = IntStream.range(0, 64)
                .mapToObj(j -> Formulas.parse("-%d*w".formatted(1 << j % 16)))
                .toList();
        var step = new SgdStep(Landscape.of(losses), 1);
        var walk = new Walk(
                step, new Start.Point(0), Double.POSITIVE_INFINITY, new int[] {1}, 700, 3, Precision.FLOAT64, null);
        var ends = walkers().ends(walk);
        assertThat(ends).containsExactly(vector.ends(walk));
        assertThat(Arrays.stream(ends).distinct().count()).isEqualTo(16);
        bitForBit(walk(new SgdStep(Landscape.of(losses), 0.1, 2, 1), AROUND, 300, Precision.FLOAT32, 1, 5), 1e5);
    }

    /** Their functions are CUDA's, within two units in the last place; steps contract, so it stays at some of them. */
    @Test
    void functionsAreTheVectorEnginesButForTheLastDigits() {
        var step = new SgdStep(landscape("-exp(-(w-2)^2)", "cos(3*w)/4", "log(1 + (w-1)^2)", "-tanh(w)"), 0.02);
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var walk = walk(step, AROUND, 130, precision, 60);
            var wanted = vector.ends(walk);
            var found = walkers().ends(walk);
            // W is up to 2: sixty roundings of it, and what the functions add to each, T times a few units.
            var rounding = 100 * (precision.isSingle() ? Math.ulp(1f) : Math.ulp(1.0));
            for (var i = 0; i < found.length; i++) {
                assertThat(found[i]).isCloseTo(wanted[i], within(rounding));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void walkersThatOverflowAreCounted(Precision precision) {
        // |1 - T a| is at least 1.4: they swing further and further, past the barrier at once.
        var step = new SgdStep(Scenarios.linearGradients(0.2), 3);
        var walk = new Walk(
                step,
                new Start.Point(0.5),
                BARRIER,
                new int[] {10, 150, 1000, 2500},
                100,
                1,
                precision,
                new Bins(-1e30, 1e30, 3));
        var found = walkers().run(walk, Progress.NONE);
        OneByOne.assertSame(found, vector.run(walk, Progress.NONE), Double.MAX_VALUE);
        assertThat(found.looks().get(3).overflowed()).isEqualTo(100);
        assertThat(found.looks().get(3).mean()).isNaN();
        assertThat(found.looks().get(3).ever()).isEqualTo(100);
    }

    /** A barrier of -0 is one of 0, one beyond single precision's numbers is infinite there. */
    @ParameterizedTest
    @CsvSource({"0.0", "-0.0", "1e300", "Infinity", "-Infinity", "-4"})
    void everyBarrierIsTheVectorEngines(double barrier) {
        var step = new SgdStep(landscape("w", "-w"), 1);
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var walk = new Walk(step, new Start.Point(-3), barrier, new int[] {4, 40}, 100, 1, precision, null);
            OneByOne.assertSame(walkers().run(walk, Progress.NONE), vector.run(walk, Progress.NONE), 1e-12);
        }
        var pit = new Walk(
                new SgdStep(Pit.PUBLISHED, 0.02), AROUND, barrier, new int[] {9}, 100, 1, Precision.FLOAT64, null);
        OneByOne.assertSame(walkers().run(pit, Progress.NONE), vector.run(pit, Progress.NONE), 1e-12);
    }

    /** More bins than a block counts in its shared memory. */
    @Test
    void everyHistogramIsTheVectorEngines() {
        for (var bins : List.of(new Bins(1, 1.01, 1), new Bins(0.9, 1.3, 12_288), new Bins(0.9, 1.3, 12_289))) {
            for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
                var walk = new Walk(
                        new SgdStep(wells(2), 0.1), AROUND, BARRIER, new int[] {0, 2}, WALKERS, 1, precision, bins);
                OneByOne.assertSame(walkers().run(walk, Progress.NONE), vector.run(walk, Progress.NONE), 1e-12);
            }
        }
    }

    /** Where a walker of the pit is after a step, in double precision, and how far off single precision may be. */
    private record Moved(double w, double rounding) {
        static Moved of(float from, boolean spike, Pit pit, double temperature) {
            var well = bell(from, 2, 1, 1, temperature);
            var peak = spike ? bell(from, 1, pit.depth(), pit.sharpness(), temperature) : new Moved(0, 0);
            var w = from + well.w + peak.w;
            // Each of two sums is rounded, W by a half unit in the last place.
            var sums = Math.ulp((float) Math.max(Math.abs(from + well.w), Math.abs(w)));
            return new Moved(w, well.rounding + peak.rounding + sums);
        }

        /** By 2^e v, e = log2 |height| - v^2, v = s (W - c): each rounded by 2^-24 of itself, s and log2 |height| too. */
        private static Moved bell(double w, double centre, double depth, double sharpness, double temperature) {
            var scale = Math.sqrt(sharpness / Math.log(2));
            var v = scale * (w - centre);
            var height = -2 * temperature * depth * sharpness / scale;
            var log = Math.log(Math.abs(height)) / Math.log(2);
            var move = height * v * Math.pow(2, -v * v);
            var exponent = 4 * v * v + Math.abs(log) + Math.abs(log - v * v);
            var share = 0x1p-24 * (Math.log(2) * exponent + 2) + 0x1p-22;
            // The power is 0 below 2^-126. What is left out, products of roundings, is less than a hundredth.
            return new Moved(move, 1.01 * share * Math.abs(move) + 0x1p-126 * Math.abs(v));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 0.015",
        "1, 100, 1",
        "-2.5, 300, 0.02",
        "1e-6, 1, 1e-8",
        "1e6, 1e4, 1e3",
        "1e-30, 100, 1e-12",
        "4, 9, 2"
    })
    void oneStepInSinglePrecisionIsThatOfTheLosses(double depth, double sharpness, double temperature) {
        var pit = new Pit(depth, sharpness);
        var step = new SgdStep(pit, temperature);
        for (var start : List.of(new Start.Normal(1, 0.15, -9), new Start.Normal(1.5, 2, -9))) {
            var walk = new Walk(step, start, BARRIER, new int[] {1}, 1500, 9, Precision.FLOAT32, null);
            var ends = walkers().ends(walk);
            var draws = new Draws(walk.seed(), 2);
            for (var i = 0; i < ends.length; i++) {
                var from = (float) start.of(walk.seed(), i);
                var wanted = Moved.of(from, draws.batch((long) i, 0) == 1, pit, temperature);
                assertThat(ends[i]).as("from %s", from).isCloseTo(wanted.w, within(wanted.rounding));
            }
        }
    }

    /** Its width times W is beyond single precision's numbers; so steep, it has no number on its slopes. */
    @ParameterizedTest
    @CsvSource({"1, 1e17", "1, 1e19", "-3, 1e80", "1e300, 1e300"})
    void aSpikeTooSteepForSinglePrecisionMovesNothing(double depth, double sharpness) {
        var well = new SgdStep(Landscape.of(Formulas.parse("-exp(-(w-2)^2)")), 0.02);
        for (var start : List.of(AROUND, new Start.Point(1))) {
            var walk = new Walk(
                    new SgdStep(new Pit(depth, sharpness), 0.02),
                    start,
                    BARRIER,
                    new int[] {1},
                    300,
                    9,
                    Precision.FLOAT32,
                    null);
            var ends = walkers().ends(walk);
            for (var i = 0; i < ends.length; i++) {
                // A move below 0.02 is within 2^-21 of itself, and W below 2 is rounded once.
                assertThat(ends[i]).isCloseTo(well.from((float) start.of(walk.seed(), i), 0), within(0x1p-23));
            }
        }
    }

    /** Exponents would run over: such pits are walked on as formulas. */
    @ParameterizedTest
    @CsvSource({"1, 1e-40, 32", "1e-280, 0.02, 1.85"})
    void pitsOfNextToNoHeightAreTheVectorEngines(double depth, double temperature, double mean) {
        var step = new SgdStep(new Pit(depth, 100), temperature);
        bitForBit(walk(step, new Start.Normal(mean, 0.05, 0), 260, Precision.FLOAT64, 1, 9), 32);
    }

    /** Inner steps keep the coin. */
    @Test
    void innerStepsInSinglePrecisionAreThoseOfTheLosses() {
        var step = new SgdStep(new Pit(2, 60), 0.03, 1, 3);
        var walk = new Walk(step, AROUND, BARRIER, new int[] {1}, 700, 9, Precision.FLOAT32, null);
        var ends = walkers().ends(walk);
        var draws = new Draws(walk.seed(), 2);
        for (var i = 0; i < ends.length; i++) {
            var batch = (int) draws.batch((long) i, 0);
            // Three steps, each of which rounds by 2^-23 at most and stretches what was before less than fourfold.
            assertThat(ends[i]).isCloseTo(step.from((float) AROUND.of(walk.seed(), i), batch), within(0x1p-18));
        }
    }

    /**
     * Near the spike's top an inner step stretches what is between two walkers threefold, so single precision's walkers
     * part from the CPU's, after twelve of them one or another, later all; with other coins all would be elsewhere after one.
     */
    @ParameterizedTest
    @CsvSource({"0.02, 1", "0.032, 2"})
    void inSinglePrecisionTheSameEscape(double temperature, int innerSteps) {
        var step = new SgdStep(Pit.PUBLISHED, temperature, 1, innerSteps);
        var few = walk(step, AROUND, 1100, Precision.FLOAT32, 12 / innerSteps);
        var wanted = vector.ends(few);
        var found = walkers().ends(few);
        var close = IntStream.range(0, found.length)
                .filter(i -> Math.abs(found[i] - wanted[i]) < 1e-4)
                .count();
        assertThat(close).isGreaterThanOrEqualTo(found.length * 99L / 100);

        var many = new Walk(step, new Start.Point(PIT), BARRIER, new int[] {60, 120}, 1100, 4, Precision.FLOAT32, null);
        var ours = walkers().run(many, Progress.NONE);
        var theirs = vector.run(many, Progress.NONE);
        for (var k = 0; k < 2; k++) {
            var share = theirs.looks().get(k).ever() / 1100.0;
            assertThat(share).isBetween(0.05, 0.95);
            // Four standard errors of the difference of two such shares.
            assertThat(ours.looks().get(k).ever() / 1100.0)
                    .isCloseTo(share, within(4 * Math.sqrt(2 * share * (1 - share) / 1100)));
        }
        // The times until then have a standard deviation of at most half of the 120 steps.
        assertThat(ours.atRisk()).isCloseTo(theirs.atRisk(), within(4 * 60 * Math.sqrt(2 * 1100)));
    }

    /**
     * At a low temperature differences shrink, and where a walker is tells the coins it drew of late: single precision's
     * walkers stay together, but for one or another that was on the edge, through whole words of coins and parts of them.
     */
    @Test
    void inSinglePrecisionTheSameCoinsAndPassages() {
        var step = new SgdStep(Pit.PUBLISHED, 0.005);
        var start = new Start.Normal(1.15, 0.1, 0.9);
        var walk = new Walk(step, start, BARRIER, new int[] {0, 32, 140, 200}, 1100, 4, Precision.FLOAT32, BINS);
        var wanted = vector.ends(walk);
        var found = walkers().ends(walk);
        var apart = IntStream.range(0, found.length)
                .filter(i -> Math.abs(found[i] - wanted[i]) > 1e-5)
                .count();
        assertThat(apart).isLessThanOrEqualTo(11);
        var ours = walkers().run(walk, Progress.NONE);
        var theirs = vector.run(walk, Progress.NONE);
        for (var k = 0; k < 4; k++) {
            assertThat((double) ours.passages()[k]).isCloseTo(theirs.passages()[k], within(11.0));
        }
        assertThat(theirs.passages()[1]).isGreaterThan(20);
        // Those who are at the barrier to a rounding after some step, and pass a step sooner or later.
        assertThat(ours.atRisk()).isCloseTo(theirs.atRisk(), within(11.0));
    }

    @Test
    void progressIsToldOfEveryStep() {
        var told = new Told();
        walkers().run(walk(new SgdStep(Pit.PUBLISHED, 0.02), AROUND, 1000, Precision.FLOAT32, 0, 7, 50), told);
        assertThat(told.units()).isEqualTo(50_000);
    }

    @Test
    void stepsAreTimedByTheDevice() {
        var walk = walk(new SgdStep(Pit.PUBLISHED, 0.02), AROUND, 300, Precision.FLOAT32, 40);
        assertThat(walkers().deviceSeconds(walk, 5)).hasSize(5).doesNotContain(0.0);
    }

    @Test
    void namesItselfAndTheGpu() {
        assertThat(walkers().name()).isEqualTo("cuda");
        assertThat(walkers().gpu()).isNotBlank();
        assertThat(walkers().backend()).isNull();
    }

    @Test
    void whatItDoesNotTakeIsRefused() {
        var own = new DatapointLoss() {
            @Override
            public double value(double w) {
                return w;
            }

            @Override
            public double gradient(double w) {
                return 1;
            }

            @Override
            public double curvature(double w) {
                return 0;
            }
        };
        assertThat(CudaWalkers.refusal(new SgdStep(Pit.PUBLISHED, 0.1))).isNull();
        assertThat(CudaWalkers.refusal(new SgdStep(wells(64), 0.1))).isNull();
        assertThat(CudaWalkers.refusal(new SgdStep(Landscape.of(own, own), 0.1)))
                .isEqualTo("takes losses that are formulas");
        assertThat(CudaWalkers.refusal(new SgdStep(wells(65), 0.1)))
                .isEqualTo("takes at most 64 datapoints, here there are 65");
        var squares = IntStream.range(0, 50)
                .mapToObj(k -> IntStream.range(0, 200)
                        .mapToObj(j -> "(w-%d.%03d)^2*%d".formatted(k, j, j + 2))
                        .collect(Collectors.joining("+")))
                .toArray(String[]::new);
        assertThat(CudaWalkers.refusal(new SgdStep(landscape(squares), 0.1)))
                .startsWith("takes gradients of at most 20000 operations together, and these have ");
        assertThat(CudaWalkers.refusal(new SgdStep(wells(40), 0.1, 20, 1))).contains("at most 1048576 batches");
        assertThatThrownBy(() -> walkers()
                        .run(walk(new SgdStep(wells(65), 0.1), AROUND, 9, Precision.FLOAT32, 1), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("--engine cuda takes at most 64 datapoints, here there are 65: give --engine vector");
        var pit = new SgdStep(Pit.PUBLISHED, 0.02);
        var many = new Walk(pit, new Start.Point(1), 1.2, new int[] {1}, 1L << 40, 1, Precision.FLOAT32, null);
        assertThatThrownBy(() -> walkers().ends(many))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--walkers must be at most");
        assertThatThrownBy(() -> walkers().run(walk(pit, AROUND, 9, Precision.TF32, 1), Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
