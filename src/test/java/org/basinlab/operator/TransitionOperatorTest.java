package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Formula;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionOperatorTest {
    @Property(tries = 40, seed = "20261122")
    void rowsAndEndsSumToOne(
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double temperature,
            @ForAll @DoubleRange(min = 0.2, max = 4) double depth,
            @ForAll @IntRange(min = 2, max = 200) int cells,
            @ForAll Deposit deposit) {
        // Folds, images beyond both ends, images across the whole interval and inside one cell.
        var step = new SgdStep(new Pit(depth, 100), temperature);
        var operator = new TransitionOperator(step, Grid.uniform(0.9, 1.15, cells), deposit);
        var ones = new double[cells];
        Arrays.fill(ones, 1);
        var sums = new double[cells];
        operator.pull(ones, sums);
        for (var i = 0; i < cells; i++) {
            // Overlaps of a few hundred pieces, each rounded to 1e-16 of the cell's image.
            assertThat(sums[i] + operator.above()[i] + operator.below()[i]).isCloseTo(1, within(1e-12));
            operator.row(i, (j, p) -> assertThat(p).isPositive());
        }
    }

    @Test
    void pushAndPullAreAdjoint() {
        var operator = new TransitionOperator(Pits.published(0.02), Grid.uniform(0.8, 1.2, 300));
        var random = new SplittableRandom(1);
        var law = random.doubles(300).toArray();
        var value = random.doubles(300).toArray();
        var pushed = new double[300];
        var pulled = new double[300];
        operator.push(law, pushed);
        operator.pull(value, pulled);
        assertThat(TransitionOperator.dot(pushed, value)).isCloseTo(TransitionOperator.dot(law, pulled), within(1e-11));
    }

    /** A law in one cell: its mean moves as the maps move it, whatever the widths. */
    @Test
    void theLinearDepositKeepsMeans() {
        var step = new SgdStep(Pits.linear(new double[] {1.2, 0.8}, new double[] {2, 2}), 0.5);
        var random = new SplittableRandom(2);
        var edges = IntStream.rangeClosed(0, 200)
                .mapToDouble(i -> 0.03 * i - 1 + (i % 200 == 0 ? 0 : random.nextDouble(0.02)))
                .toArray();
        var grid = new Grid(edges);
        var operator = new TransitionOperator(step, grid);
        for (var i = 20; i < 180; i++) {
            var mass = new double[200];
            mass[i] = 1;
            var later = operator.evolve(new Density(grid, mass), new int[] {1}, Progress.NONE)
                    .get(0);
            assertThat(later.law().mean()).isCloseTo(grid.centre(i) - 0.5 * (grid.centre(i) - 2), within(1e-13));
        }
    }

    /** For linear g_j mean and second moment close exactly: m' = m - T G(m), and one more line for the square. */
    @Test
    void momentsOfLinearGradientsFollowTheirRecursion() {
        var t = 0.5;
        var slopes = new double[] {1.2, 0.8};
        var step = new SgdStep(Pits.linear(slopes, new double[] {2, 2}), t);
        var sds = new double[3];
        var mean = 0.5;
        var second = 0.25 + 0.1 * 0.1;
        for (var n = 0; n < 20; n++) {
            var m = 0.0;
            var s = 0.0;
            for (var slope : slopes) {
                var a = 1 - t * slope;
                m += 0.5 * (a * mean + 2 * t);
                s += 0.5 * (a * a * second + 2 * a * 2 * t * mean + 4 * t * t);
            }
            mean = m;
            second = s;
        }
        for (var level = 0; level < 3; level++) {
            var grid = Grid.uniform(-1, 5, 500 << level);
            var operator = new TransitionOperator(step, grid);
            var later = operator.evolve(
                            Density.normal(grid, 0.5, 0.1, Double.NEGATIVE_INFINITY), new int[] {20}, Progress.NONE)
                    .get(0);
            // Means are kept by each deposit.
            assertThat(later.law().mean()).isCloseTo(mean, within(1e-11));
            assertThat(later.law().total()).isCloseTo(1, within(1e-12));
            assertThat(later.below() + later.above()).isZero();
            sds[level] = later.law().sd();
        }
        var exact = Math.sqrt(second - mean * mean);
        // Second order: each halving divides the error by 4.
        assertThat((sds[0] - exact) / (sds[1] - exact)).isCloseTo(4, within(0.1));
        assertThat((sds[1] - exact) / (sds[2] - exact)).isCloseTo(4, within(0.1));
        assertThat(sds[2]).isCloseTo(exact, within(1e-4 * exact));
    }

    /** Ulam's own deposit loses the order where SGD contracts to a point; the linear one keeps it. */
    @Test
    void theLinearDepositIsOfSecondOrderInAContractingPit() {
        var rates = new double[5];
        for (var level = 0; level < 5; level++) {
            rates[level] = hazard(Deposit.LINEAR, 500 << level);
        }
        for (var level = 2; level < 5; level++) {
            var ratio = (rates[level - 1] - rates[level - 2]) / (rates[level] - rates[level - 1]);
            assertThat(ratio).isCloseTo(4, within(0.2));
        }
        var limit = rates[4] + (rates[4] - rates[3]) / 3;
        var errors = IntStream.range(0, 3)
                .mapToDouble(level -> hazard(Deposit.CELL, 500 << level) / limit - 1)
                .toArray();
        assertThat(errors[2]).isCloseTo(0, within(0.01));
        assertThat(Math.abs(errors[0] / errors[1] - 4) + Math.abs(errors[1] / errors[2] - 4))
                .isGreaterThan(0.4);
    }

    private static double hazard(Deposit deposit, int cells) {
        var grid = Grid.uniform(0.75, Pits.BARRIER, cells);
        var operator = new TransitionOperator(Pits.published(0.0055), grid, deposit);
        var first = Beginning.of(new Maps(Pits.published(0.0055)), Pits.START, Pits.BARRIER, 0);
        var decay = new Decay(operator, first, null);
        decay.run(5000);
        assertThat(decay.settled()).isTrue();
        return decay.hazard();
    }

    @Test
    void whatLeavesIsCountedAtItsEnd() {
        // Steps of +-0.1 from cells 0.1 wide: after one, all of the two outer cells' outward half is gone.
        var step = new SgdStep(Pits.linear(new double[] {0, 0}, new double[] {1, -1}), 0.1);
        var grid = Grid.uniform(0, 1, 10);
        var operator = new TransitionOperator(step, grid, Deposit.CELL);
        var mass = new double[10];
        Arrays.fill(mass, 0.1);
        var later = operator.evolve(new Density(grid, mass), new int[] {0, 1, 50}, Progress.NONE);
        assertThat(later.get(0).law().mass()).containsExactly(mass);
        assertThat(later.get(1).below()).isCloseTo(0.05, within(1e-15));
        assertThat(later.get(1).above()).isCloseTo(0.05, within(1e-15));
        assertThat(later.get(1).escaped(0.5)).isCloseTo(0.5, within(1e-15));
        var last = later.get(2);
        assertThat(last.law().total() + last.below() + last.above()).isCloseTo(1, within(1e-12));
    }

    /** P2's start on the pit landscape: in an interval that W cannot leave nothing is lost, and walkers agree. */
    @Test
    void aNormalLawGoesAsWalkersDo() {
        var step = Pits.published(0.02);
        var grid = TransitionOperator.reached(step, 0, 1.4, 8000);
        var operator = new TransitionOperator(step, grid);
        var later = operator.evolve(Density.normal(grid, 0.5, 0.175, 0), new int[] {100}, Progress.NONE)
                .get(0);
        assertThat(later.below() + later.above()).isZero();
        assertThat(later.law().total()).isCloseTo(1, within(1e-12));
        var random = new SplittableRandom(3);
        var walkers = 100_000;
        var sum = 0.0;
        var squares = 0.0;
        var beyond = 0;
        for (var i = 0; i < walkers; i++) {
            var w = -1.0;
            while (w < 0) {
                w = 0.5 + 0.175 * random.nextGaussian();
            }
            for (var n = 0; n < 100; n++) {
                w = Pits.step(w, Pit.PUBLISHED, 0.02, random.nextBoolean());
            }
            sum += w;
            squares += w * w;
            beyond += w > Pits.BARRIER ? 1 : 0;
        }
        var mean = sum / walkers;
        var sd = Math.sqrt(squares / walkers - mean * mean);
        var error = sd / Math.sqrt(walkers);
        assertThat(later.law().mean()).isCloseTo(mean, within(4 * error));
        // The sd's own error is less than the mean's for a law so broad.
        assertThat(later.law().sd()).isCloseTo(sd, within(4 * error));
        var share = (double) beyond / walkers;
        assertThat(later.escaped(Pits.BARRIER)).isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / walkers)));
    }

    @Test
    void theThreadsDoNotMatter() throws Exception {
        var grid = Grid.uniform(0.8, 1.2, 500);
        var alone = new ForkJoinPool(1);
        var one = alone.submit(() -> new TransitionOperator(Pits.published(0.02), grid))
                .get();
        alone.shutdown();
        var many = new TransitionOperator(Pits.published(0.02), grid);
        assertThat(one.entries()).isEqualTo(many.entries());
        for (var i = 0; i < 500; i++) {
            var row = new ArrayList<Double>();
            one.row(i, (j, p) -> row.add(j + p));
            var same = new ArrayList<Double>();
            many.row(i, (j, p) -> same.add(j + p));
            assertThat(row).isEqualTo(same);
        }
    }

    /** Constant maps: a whole cell goes to one point. */
    @ParameterizedTest
    @EnumSource
    void aPointImageLosesNothing(Deposit deposit) {
        // W - 0.5 (2 W - 2 c) = c.
        var step = new SgdStep(Pits.linear(new double[] {2, 2, 2}, new double[] {0.62, 2, 4}), 0.5);
        var operator = new TransitionOperator(step, Grid.uniform(0, 1, 7), deposit);
        // The points are 0.31, 1 and 2; one on the end itself has not left, as W > barrier asks.
        for (var above : operator.above()) {
            assertThat(above).isCloseTo(1.0 / 3, within(1e-15));
        }
        var law = new double[7];
        law[3] = 1;
        var next = new double[7];
        operator.push(law, next);
        assertThat(Arrays.stream(next).sum()).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void theStationaryLawOfNoisyLinearGradientsHasTheirVariance() {
        // W' = (1 - T) W +- T: variance T / (2 - T).
        var t = 0.1;
        var step = new SgdStep(Pits.linear(new double[] {1, 1}, new double[] {-1, 1}), t);
        var hull = Hull.of(new Maps(step), 0, 0, Double.POSITIVE_INFINITY, 1, Hull.ROUNDS);
        assertThat(hull.closed()).isTrue();
        // Such a walk never passes +-1.
        assertThat(hull.high()).isCloseTo(1, within(5e-3));
        var sds = IntStream.of(200, 400)
                .mapToDouble(cells -> {
                    var law = new TransitionOperator(step, Grid.uniform(hull.low(), hull.high(), cells)).stationary();
                    assertThat(law.mean()).isCloseTo(0, within(1e-11));
                    return law.sd() * law.sd();
                })
                .toArray();
        assertThat(sds[1] + (sds[1] - sds[0]) / 3).isCloseTo(t / (2 - t), within(1e-6));
    }

    /** Between two pits the law goes to and fro once in 2e9 steps, which no stepping sees. */
    @Test
    void theStationaryLawOfTwoPitsIsFoundHoweverRareTheirExchange() {
        var step = new SgdStep(Pits.twoPits(0.6), 0.1);
        var hull = Hull.of(new Maps(step), 1, 1, Double.POSITIVE_INFINITY, 1, Hull.ROUNDS);
        var grid = Grid.uniform(-1.6, 1.6, 640);
        assertThat(hull.high()).isLessThan(1.6);
        var operator = new TransitionOperator(step, grid);
        var law = operator.stationary();
        // Symmetric, as the landscape is, though elimination begins at one end.
        assertThat(law.beyond(0)).isCloseTo(0.5, within(1e-6));
        var next = new double[640];
        operator.push(law.mass(), next);
        assertThat(next).containsExactly(law.mass(), within(1e-15));
    }

    @Test
    void saysWhatItCannotDo() {
        var twenty = new DatapointLoss[20];
        Arrays.fill(twenty, new Formula(Expression.parameter()));
        var many = new SgdStep(Landscape.of(twenty), 0.1, 5, 1);
        assertThatThrownBy(() -> new TransitionOperator(many, Grid.uniform(0, 1, 4)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("15504");
        var root = Landscape.of(new Formula(Expression.parameter().apply(Expression.Function.SQRT)));
        assertThatThrownBy(() -> new EscapeOperator(new SgdStep(root, 1), 1, 2).escapes(10))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not a number");
        var walk = new SgdStep(Pits.linear(new double[] {0, 0}, new double[] {1, -1}), 0.1);
        assertThatThrownBy(() -> TransitionOperator.reached(walk, 0, 1, 10)).isInstanceOf(InputException.class);
        var leaky = new TransitionOperator(Pits.published(0.02), Grid.uniform(0.9, 1.1, 50));
        assertThatThrownBy(leaky::stationary).isInstanceOf(InputException.class);
    }
}
