package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Told;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.network.Precision;
import org.basinlab.stats.WilsonInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The fused engine against walkers taken one at a time, and against what is known exactly. */
class VectorWalkersTest {
    private static final double PIT = 1.0036974;
    private static final double BARRIER = 1.1959565;
    private static final Bins BINS = new Bins(0.75, 2.25, 24);
    private static final Landscape FORMULA_PIT =
            Landscape.of(Formulas.parse("-exp(-(w-2)^2)"), Formulas.parse("-exp(-(w-2)^2) - exp(-100*(w-1)^2)"));
    private static final Landscape THREE = Landscape.of(
            Formulas.parse("-exp(-(w-2)^2)"), Formulas.parse("cos(3*w)/4"), Formulas.parse("log(1 + (w-1)^2)"));
    private static final Landscape JAVA = Landscape.of(
            DatapointLoss.of(new Quadratic(1.3, 2)),
            DatapointLoss.of(new Quadratic(0.4, 0)),
            Formulas.parse("tanh(w)"));

    /** a (w - c)^2. */
    private record Quadratic(double a, double c) implements UnivariateDifferentiableFunction {
        @Override
        public double value(double w) {
            return a * (w - c) * (w - c);
        }

        @Override
        public DerivativeStructure value(DerivativeStructure w) {
            return w.subtract(c).pow(2).multiply(a);
        }
    }

    /** Twenty wells along a line. */
    private static Landscape twenty() {
        return Landscape.of(IntStream.range(0, 20)
                .mapToObj(j -> Formulas.parse("-exp(-(w-%s)^2)".formatted(1 + 0.05 * j)))
                .toList());
    }

    private static Walk walk(SgdStep step, long walkers, Precision precision, int... steps) {
        return new Walk(step, new Start.Normal(1, 0.05, 0.9), BARRIER, steps, walkers, 11, precision, BINS);
    }

    static Stream<SgdStep> steps() {
        return Stream.of(
                new SgdStep(Pit.PUBLISHED, 0.014),
                new SgdStep(Pit.PUBLISHED, 0.025),
                new SgdStep(new Pit(2, 60), 0.03, 1, 3),
                new SgdStep(FORMULA_PIT, 0.025),
                new SgdStep(Pit.PUBLISHED, 0.02, 2, 1),
                new SgdStep(THREE, 0.2, 1, 2),
                new SgdStep(THREE, 0.2, 2, 1),
                new SgdStep(JAVA, 0.1, 1, 1),
                new SgdStep(JAVA, 0.1, 2, 2),
                new SgdStep(twenty(), 0.1, 1, 1),
                new SgdStep(twenty(), 0.1, 3, 1),
                new SgdStep(twenty(), 0.1, 10, 1));
    }

    /** Blocks and stretches, rest and replay change nothing, to the last bit, chaotic or not. */
    @ParameterizedTest
    @MethodSource("steps")
    void walkersAreWhatTheyAreAlone(SgdStep step) {
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var walk = walk(step, Block.SIZE + 5, precision, 0, 1, 100, 128, 200);
            var alone = OneByOne.alone(walk);
            // Sums of 500 numbers of size 1.
            OneByOne.assertSame(new VectorWalkers(1).run(walk, Progress.NONE), OneByOne.run(walk, alone), 1e-13);
            var few = walk(step, 37, precision, 301);
            var draws = new Draws(few.seed(), step.batches().count());
            var ends = new VectorWalkers(2).ends(few);
            for (var i = 0; i < ends.length; i++) {
                var w = OneByOne.start(few, i);
                for (var s = 0; s < 301; s++) {
                    w = alone.from(w, draws.batch((long) i, s));
                }
                assertThat(ends[i]).isEqualTo(w);
            }
        }
    }

    /** The same by the losses themselves. Where the dynamics contract rounding stays what it is. */
    @ParameterizedTest
    @MethodSource("steps")
    void oneStepIsThatOfTheLosses(SgdStep step) {
        var walk = walk(step, 300, Precision.FLOAT64, 1);
        var single = walk(step, 300, Precision.FLOAT32, 1);
        var draws = new Draws(walk.seed(), step.batches().count());
        var ends = new VectorWalkers(1).ends(walk);
        var singleEnds = new VectorWalkers(1).ends(single);
        for (var i = 0; i < ends.length; i++) {
            var batch = step.batches().batch(draws.batch((long) i, 0));
            var wanted = step.from(OneByOne.start(walk, i), batch);
            // W is at most 2, T g at most 0.3 and several terms: a few ulp.
            assertThat(ends[i]).isCloseTo(wanted, within(2e-15));
            var wantedSingle = step.from(OneByOne.start(single, i), batch);
            assertThat(singleEnds[i]).isCloseTo(wantedSingle, within(1e-6));
        }
    }

    /** Far out on a well or a spike of next to no height: what moves W by less than any normal number does not move it. */
    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 1e-20, 0.02, 1.65",
        "FLOAT32, -1e-25, 0.02, 1.65",
        "FLOAT32, 1, 1e-10, 12.5",
        "FLOAT64, 1, 1e-40, 32",
        "FLOAT64, 1e-280, 0.02, 1.93"
    })
    void pitsOfNextToNoHeightDoNotThrowWalkersAway(Precision precision, double depth, double temperature, double mean) {
        var step = new SgdStep(new Pit(depth, 100), temperature);
        var start = new Start.Normal(mean, 0.02, 0);
        var walk = new Walk(step, start, BARRIER, new int[] {1}, 300, 1, precision, null);
        var ends = new VectorWalkers(1).ends(walk);
        var draws = new Draws(walk.seed(), 2);
        for (var i = 0; i < ends.length; i++) {
            var w = start.of(walk.seed(), i);
            var from = precision.isSingle() ? (float) w : w;
            var datapoint = (int) draws.batch((long) i, 0);
            // A move of at most 16 x 0.2, a part of 4e-6 off where its exponent, 30, is rounded; W below 33 is rounded
            // twice.
            assertThat(ends[i]).isCloseTo(step.from(from, datapoint), within(precision.isSingle() ? 2e-5 : 1e-14));
        }
    }

    @Test
    void contractingPathsAreThoseOfTheLosses() {
        for (var step : List.of(
                new SgdStep(Pit.PUBLISHED, 0.012),
                new SgdStep(FORMULA_PIT, 0.012),
                new SgdStep(twenty(), 0.1, 3, 1),
                new SgdStep(JAVA, 0.1, 2, 2))) {
            var walk = walk(step, 600, Precision.FLOAT64, 0, 10, 400);
            OneByOne.assertSame(
                    new VectorWalkers(1).run(walk, Progress.NONE), OneByOne.run(walk, OneByOne.plain(step)), 1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void threadsDoNotMatter(Precision precision) {
        for (var step : List.of(new SgdStep(Pit.PUBLISHED, 0.02), new SgdStep(THREE, 0.2, 2, 1))) {
            var walk = new Walk(step, new Start.Point(PIT), BARRIER, new int[] {1, 4}, 70_001, 5, precision, BINS);
            var one = new VectorWalkers(1);
            var wanted = one.run(walk, Progress.NONE);
            var ends = one.ends(walk);
            for (var threads : new int[] {2, 3}) {
                var found = new VectorWalkers(threads).run(walk, Progress.NONE);
                OneByOne.assertSame(found, wanted, 0);
                assertThat(new VectorWalkers(threads).ends(walk)).containsExactly(ends);
            }
        }
    }

    /** What -Dbasin.vectors=off computes with, beside what it switches off. */
    @ParameterizedTest
    @MethodSource("steps")
    void vectorsDoNotMatter(SgdStep step) {
        var draws = new Draws(3, step.batches().count());
        var member = IntStream.range(0, Block.SIZE).toArray();
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var plain = Block.of(step, BARRIER, precision, draws, new PlainBells(), Exponentials.plain());
            var vectors = Block.of(step, BARRIER, precision, draws, new VectorBells(), Exponentials.vectors());
            var n = Block.SIZE - 3;
            var starts = new Start.Normal(1.1, 0.2, 0);
            for (var i = 0; i < n; i++) {
                plain.place(i, starts.of(1, i));
                vectors.place(i, starts.of(1, i));
            }
            var words = Block.words();
            for (var block = 0; block < 3; block++) {
                draws.words(0, member, block, words, n);
                plain.advance(words, 0, draws.perBlock(), n);
                vectors.advance(words, 0, draws.perBlock(), n);
            }
            for (var i = 0; i < n; i++) {
                assertThat(vectors.at(i)).isEqualTo(plain.at(i));
                assertThat(vectors.crossed(i)).isEqualTo(plain.crossed(i));
            }
        }
    }

    @Test
    void allDatapointsAreGradientDescentOnOnePath() {
        var step = new SgdStep(THREE, 0.1, 3, 1);
        var walk = new Walk(step, new Start.Point(0.5), BARRIER, new int[] {0, 60}, 1000, 1, Precision.FLOAT64, null);
        var w = 0.5;
        for (var s = 0; s < 60; s++) {
            w -= 0.1 * THREE.gradient(w);
        }
        var look = new VectorWalkers(2).run(walk, Progress.NONE).looks().get(1);
        assertThat(look.mean()).isCloseTo(w, within(1e-12));
        // A few roundings of W.
        assertThat(look.sd()).isLessThan(1e-14);
        var ends = new VectorWalkers(1).ends(walk);
        assertThat(ends).containsOnly(ends[0]);
    }

    /** At T = 0.025 all get out and come to rest near 2; resting they are what they were. */
    @Test
    void walkersComeToRest() {
        var step = new SgdStep(Pit.PUBLISHED, 0.025);
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var walk =
                    new Walk(step, new Start.Point(PIT), BARRIER, new int[] {100, 2000, 3000}, 100, 2, precision, BINS);
            OneByOne.assertSame(
                    new VectorWalkers(1).run(walk, Progress.NONE), OneByOne.run(walk, OneByOne.alone(walk)), 1e-12);
            var rest = new Rest(Block.of(step, BARRIER, precision, new Draws(2, 2)), new Draws(2, 2), 2);
            for (var w : new VectorWalkers(1).ends(walk)) {
                assertThat(rest.at(w)).isTrue();
            }
            assertThat(rest.at(1.05)).isFalse();
        }
    }

    @Test
    void walkersThatOverflowAreCounted() {
        // |1 - T a| is at least 1.4: they swing further and further, past the barrier at once.
        var step = new SgdStep(Scenarios.linearGradients(0.2), 3);
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var walk = new Walk(
                    step,
                    new Start.Point(0.5),
                    BARRIER,
                    new int[] {10, 150, 1000, 2500},
                    100,
                    1,
                    precision,
                    new Bins(-1e30, 1e30, 3));
            var found = new VectorWalkers(2).run(walk, Progress.NONE);
            OneByOne.assertSame(found, OneByOne.run(walk, OneByOne.alone(walk)), Double.MAX_VALUE);
            var first = found.looks().get(0);
            assertThat(first.overflowed()).isZero();
            assertThat(first.ever()).isEqualTo(100);
            var last = found.looks().get(3);
            assertThat(last.overflowed()).isEqualTo(100);
            assertThat(last.ever()).isEqualTo(100);
            assertThat(last.atEnd()).isZero();
            assertThat(last.mean()).isNaN();
            assertThat(found.looks().get(1).overflowed()).isBetween(0L, 100L);
        }
    }

    /** A barrier of -0 is a barrier of 0, and being at it is not being beyond. */
    @Test
    void barriersAtZero() {
        var step = new SgdStep(Landscape.of(Formulas.parse("w"), Formulas.parse("-w")), 1);
        for (var barrier : new double[] {0.0, -0.0}) {
            for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
                var walk = new Walk(step, new Start.Point(-3), barrier, new int[] {4, 300}, 600, 1, precision, null);
                OneByOne.assertSame(
                        new VectorWalkers(1).run(walk, Progress.NONE), OneByOne.run(walk, OneByOne.plain(step)), 1e-12);
            }
        }
    }

    @Test
    void undefinedGradientsOverflowAndDoNotPass() {
        var landscape = Landscape.of(Formulas.parse("w*log(w)"), Formulas.parse("w^2"));
        var step = new SgdStep(landscape, 0.9);
        var walk = new Walk(step, new Start.Point(1), 5, new int[] {1, 50}, 300, 1, Precision.FLOAT64, null);
        var found = new VectorWalkers(1).run(walk, Progress.NONE);
        OneByOne.assertSame(found, OneByOne.run(walk, OneByOne.alone(walk)), 1e-12);
        assertThat(found.looks().get(1).overflowed()).isPositive();
        assertThat(found.looks().get(1).ever()).isZero();
    }

    /** science.md's table: 10^5 walkers from the pit. */
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void escapesAreThoseRecomputed(Precision precision) {
        var shares = new double[][] {{0.015, 0.0318, 0.3251}, {0.02, 0.4955, 0.9994}};
        for (var row : shares) {
            var walk = new Walk(
                    new SgdStep(Pit.PUBLISHED, row[0]),
                    new Start.Point(PIT),
                    BARRIER,
                    new int[] {100, 1000},
                    100_000,
                    1,
                    precision,
                    null);
            var found = new VectorWalkers(2).run(walk, Progress.NONE);
            for (var k = 0; k < 2; k++) {
                var look = found.looks().get(k);
                // The table's own standard error is as large, and its digits are rounded.
                var error = Math.sqrt(2 * row[k + 1] * (1 - row[k + 1]) / 100_000);
                assertThat(look.atEnd() / 1e5).isCloseTo(row[k + 1], within(4 * error + 5e-5));
                assertThat(WilsonInterval.of(look.ever(), 100_000).contains(look.atEnd() / 1e5))
                        .isTrue();
            }
        }
    }

    /** Linear gradients: the moments of W to the fourth close exactly, step by step. */
    @Test
    void linearGradientsHaveTheirExactMoments() {
        var t = 0.5;
        var step = new SgdStep(Scenarios.linearGradients(0.2), t);
        var n = 200_000;
        var walk = new Walk(
                step,
                new Start.Normal(0.5, 0.1, Double.NEGATIVE_INFINITY),
                5,
                new int[] {1, 5, 20},
                n,
                3,
                Precision.FLOAT64,
                null);
        var found = new VectorWalkers(2).run(walk, Progress.NONE);
        var m = new double[] {1, 0.5, 0.25 + 0.01, 0.125 + 3 * 0.5 * 0.01, 0.0625 + 6 * 0.25 * 0.01 + 3e-4};
        var look = 0;
        for (var s = 1; s <= 20; s++) {
            m = after(m, new double[] {1 - t * 1.2, 1 - t * 0.8}, 2 * t);
            if (walk.steps()[look] == s) {
                var variance = m[2] - m[1] * m[1];
                var fourth = m[4] - 4 * m[1] * m[3] + 6 * m[1] * m[1] * m[2] - 3 * Math.pow(m[1], 4);
                var sd = Math.sqrt(variance);
                var at = found.looks().get(look++);
                assertThat(at.mean()).isCloseTo(m[1], within(4 * sd / Math.sqrt(n)));
                var error = Math.sqrt((fourth - variance * variance) / n) / (2 * sd);
                assertThat(at.sd()).isCloseTo(sd, within(4 * error));
            }
        }
        assertThat(look).isEqualTo(3);
    }

    /** E (a W + c)^k, a equally likely one of two, from E W^k. */
    private static double[] after(double[] moments, double[] slopes, double c) {
        var next = new double[moments.length];
        for (var a : slopes) {
            for (var k = 0; k < moments.length; k++) {
                var binomial = 1.0;
                for (var i = 0; i <= k; i++) {
                    next[k] += 0.5 * binomial * Math.pow(a, i) * Math.pow(c, k - i) * moments[i];
                    binomial = binomial * (k - i) / (i + 1);
                }
            }
        }
        return next;
    }

    @Test
    void constantGradientsSpreadAsTheSquareRootOfTime() {
        var walk = new Walk(
                new SgdStep(Scenarios.constantGradients(), 0.02),
                new Start.Point(0),
                1,
                new int[] {400},
                100_000,
                3,
                Precision.FLOAT64,
                null);
        var look = new VectorWalkers(2).run(walk, Progress.NONE).looks().get(0);
        // sd = T sqrt(t) = 0.4; four standard errors of it and of the mean.
        assertThat(look.sd()).isCloseTo(0.4, within(4 * 0.4 / Math.sqrt(2e5)));
        assertThat(look.mean()).isCloseTo(0, within(4 * 0.4 / Math.sqrt(1e5)));
    }

    @Test
    void progressIsToldOfEveryStep() {
        var told = new Told();
        new VectorWalkers(2).run(walk(new SgdStep(Pit.PUBLISHED, 0.02), 1000, Precision.FLOAT32, 0, 7), told);
        assertThat(told.units()).isEqualTo(7000);
    }

    @Test
    void whatATaskThrowsIsThrown() {
        var failing = new DatapointLoss() {
            @Override
            public double value(double w) {
                return w;
            }

            @Override
            public double gradient(double w) {
                throw new IllegalStateException("no derivative");
            }

            @Override
            public double curvature(double w) {
                return 0;
            }
        };
        var step = new SgdStep(Landscape.of(failing, failing), 0.1);
        assertThatThrownBy(() -> new VectorWalkers(2).run(walk(step, 5, Precision.FLOAT64, 3), Progress.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no derivative");
    }

    @Test
    void refusesWhatCannotBeRun() {
        var step = new SgdStep(Pit.PUBLISHED, 0.02);
        var many = new Walk(step, new Start.Point(1), 1.2, new int[] {1}, 1L << 40, 1, Precision.FLOAT32, null);
        assertThatThrownBy(() -> new VectorWalkers(1).ends(many))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--walkers must be at most");
    }
}
