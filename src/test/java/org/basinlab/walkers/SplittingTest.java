package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;

class SplittingTest {
    private static final double PIT = 1.0036974;
    private static final double BARRIER = 1.1959565;

    private static Walked plain(SgdStep step, double start, double barrier, long walkers, int... steps) {
        var walk = new Walk(step, new Start.Point(start), barrier, steps, walkers, 77, Precision.FLOAT64, null);
        return new VectorWalkers(2).run(walk, Progress.NONE);
    }

    private static double error(Interval interval) {
        // Half of it is 2.09 standard errors of twenty runs.
        return (interval.high() - interval.low()) / 2 / 2.09;
    }

    /** science.md: 0.0020 of the walkers at T = 0.0125 in 100 steps, 0.0258 in 1000. */
    @Test
    void agreesWithPlainWalkersWhereTheyStillSeeSomething() {
        var step = new SgdStep(Pit.PUBLISHED, 0.0125);
        var n = 400_000;
        var steps = new int[] {100, 300};
        var plain = plain(step, PIT, BARRIER, n, steps);
        var split = new Splitting(2).run(step, PIT, BARRIER, steps, 20_000, 5, Progress.NONE);
        for (var k = 0; k < 2; k++) {
            var estimate = split.get(k);
            assertThat(estimate.steps()).isEqualTo(steps[k]);
            assertThat(estimate.levels()).isPositive();
            var ever = plain.looks().get(k).ever() / (double) n;
            var atEnd = plain.looks().get(k).atEnd() / (double) n;
            var plainError = Math.sqrt(ever / n);
            assertThat(estimate.ever()).isCloseTo(ever, within(4 * Math.hypot(plainError, error(estimate.ever95()))));
            assertThat(estimate.atEnd())
                    .isCloseTo(atEnd, within(4 * Math.hypot(plainError, error(estimate.atEnd95()))));
            // It knows more from a twentieth of the walkers: within a tenth of what it estimates.
            assertThat(error(estimate.ever95())).isPositive().isLessThan(0.1 * ever);
            assertThat(estimate.ever95().contains(estimate.ever())).isTrue();
        }
    }

    /** Steps of whole numbers, each equally likely: where walkers can be is counted. */
    private static Landscape grid(int... moves) {
        return Landscape.of(Arrays.stream(moves)
                .mapToObj(move -> Formulas.parse("%d*w".formatted(-move)))
                .toList());
    }

    /** Probability of having been at {@code reach} or beyond, from 0 in n steps, and of being there at the end. */
    private static double[] exact(int n, int reach, int... moves) {
        var most = 4 * n;
        // Of those who have not been there, and of those who have.
        var ways = new double[2][2 * most + 1];
        ways[0][most] = 1;
        for (var s = 0; s < n; s++) {
            var next = new double[2][2 * most + 1];
            for (var been = 0; been < 2; been++) {
                for (var k = 0; k <= 2 * most; k++) {
                    for (var move : ways[been][k] == 0 ? new int[0] : moves) {
                        next[k + move >= most + reach ? 1 : been][k + move] += ways[been][k] / moves.length;
                    }
                }
            }
            ways = next;
        }
        return new double[] {
            Arrays.stream(ways[1]).sum(),
            Arrays.stream(ways[1], most + reach, 2 * most + 1).sum()
        };
    }

    /** Also where a step takes walkers past several levels at once. */
    @Test
    void agreesWithWalksThatCanBeCounted() {
        for (var moves : new int[][] {{1, -1}, {4, -1, -1, 1}, {1, -4}}) {
            var n = 24;
            var reach = moves[0] == 4 ? 40 : 12;
            var split = new Splitting(2)
                    .run(new SgdStep(grid(moves), 1), 0, reach - 0.5, new int[] {n}, 20_000, 3, Progress.NONE)
                    .get(0);
            var exact = exact(n, reach, moves);
            assertThat(split.levels()).isPositive();
            assertThat(split.ever()).isCloseTo(exact[0], within(4 * error(split.ever95())));
            assertThat(split.atEnd()).isCloseTo(exact[1], within(4 * error(split.atEnd95())));
            assertThat(error(split.ever95())).isPositive().isLessThan(0.2 * exact[0]);
            assertThat(exact[0]).isLessThan(0.03);
            // At the end is not ever.
            assertThat(split.atEnd()).isLessThan(0.9 * split.ever());
        }
    }

    @Test
    void threadsDoNotMatterAndSeedsDo() {
        var step = new SgdStep(Pit.PUBLISHED, 0.0125);
        var steps = new int[] {100};
        var one = new Splitting(1).run(step, PIT, BARRIER, steps, 2000, 5, Progress.NONE);
        assertThat(new Splitting(3).run(step, PIT, BARRIER, steps, 2000, 5, Progress.NONE))
                .isEqualTo(one);
        assertThat(new Splitting(3).run(step, PIT, BARRIER, steps, 2000, 6, Progress.NONE))
                .isNotEqualTo(one);
    }

    /** Nobody can be out after 3 steps, and in none is nobody anywhere. */
    @Test
    void noWayOutIsZeroWithAnInterval() {
        for (var horizon : new int[] {0, 3}) {
            var split = new Splitting(2)
                    .run(new SgdStep(Pit.PUBLISHED, 0.0125), PIT, BARRIER, new int[] {horizon}, 400, 5, Progress.NONE)
                    .get(0);
            assertThat(split.ever()).isZero();
            assertThat(split.atEnd()).isZero();
            for (var interval : new Interval[] {split.ever95(), split.atEnd95()}) {
                assertThat(interval.low()).isZero();
                // None of 400 says no more than this, however many levels were passed before.
                assertThat(interval.high()).isBetween(1e-9, 0.01);
            }
        }
    }

    @Test
    void batchesAndInnerStepsAreSplitToo() {
        var landscape = Landscape.of(
                Formulas.parse("-exp(-(w-2)^2)"),
                Formulas.parse("-exp(-(w-2)^2) - exp(-100*(w-1)^2)"),
                Formulas.parse("-exp(-(w-2)^2) - exp(-90*(w-1)^2)/2"));
        var step = new SgdStep(landscape, 0.027, 1, 2);
        var n = 40_000;
        var plain = plain(step, 1, 1.2, n, 60).looks().get(0).ever() / (double) n;
        var split = new Splitting(2)
                .run(step, 1, 1.2, new int[] {60}, 8000, 5, Progress.NONE)
                .get(0);
        assertThat(plain).isBetween(1e-4, 0.05);
        assertThat(split.ever()).isCloseTo(plain, within(4 * Math.hypot(Math.sqrt(plain / n), error(split.ever95()))));
    }

    @Test
    void refusesWhatCannotBeSplit() {
        var step = new SgdStep(Pit.PUBLISHED, 0.0125);
        var splitting = new Splitting(1);
        var steps = new int[] {10};
        assertThatThrownBy(() -> splitting.run(step, 1.3, BARRIER, steps, 1000, 1, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("must lie beyond the start");
        for (var walkers : new long[] {0, 199, 1L << 31}) {
            assertThatThrownBy(() -> splitting.run(step, PIT, BARRIER, steps, walkers, 1, Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("--walkers must be from 200 to");
        }
    }
}
