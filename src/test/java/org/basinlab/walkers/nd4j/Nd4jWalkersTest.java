package org.basinlab.walkers.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.function.Sin;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.stats.WilsonInterval;
import org.basinlab.walkers.Bins;
import org.basinlab.walkers.Draws;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The engines against each other, on the same walks. */
class Nd4jWalkersTest {
    private static final double PIT = 1.0036974;
    private static final double BARRIER = 1.1959565;
    private static final Landscape THREE = Landscape.of(
            Formulas.parse("-exp(-(w-2)^2)"), Formulas.parse("cos(3*w)/4"), Formulas.parse("sqrt(1 + (w-1)^2)"));

    private final Nd4jWalkers arrays = new Nd4jWalkers();
    private final VectorWalkers vectors = new VectorWalkers(2);

    private static double size(double w, Precision precision) {
        return precision.isSingle() ? Math.ulp((float) w) : Math.ulp(w);
    }

    static Stream<SgdStep> steps() {
        return Stream.of(
                new SgdStep(Pit.PUBLISHED, 0.015),
                new SgdStep(new Pit(2, 60), 0.02),
                new SgdStep(Scenarios.linearGradients(0.2), 0.5),
                new SgdStep(Landscape.of(Pit.PUBLISHED.losses()), 0.015),
                new SgdStep(THREE, 0.2),
                new SgdStep(THREE, 0.2, 2, 1),
                new SgdStep(THREE, 0.2, 3, 1));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void oneStepAgreesToFourUlp(SgdStep step) {
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var start = new Start.Normal(1.2, 0.4, 0);
            var walk = new Walk(step, start, BARRIER, new int[] {1}, 2000, 3, precision, null);
            var one = vectors.ends(walk);
            var other = arrays.ends(walk);
            var draws = new Draws(3, step.batches().count());
            for (var i = 0; i < one.length; i++) {
                var w = precision.isSingle() ? (float) start.of(3, i) : start.of(3, i);
                // Of the largest of W before and after and the terms between: a gradient is a sum of terms that may
                // cancel, and the mean of several datapoints'.
                var terms = Arrays.stream(step.batches().batch(draws.batch((long) i, 0)))
                        .mapToDouble(
                                j -> Math.abs(step.landscape().losses().get(j).gradient(w)))
                        .max()
                        .orElseThrow();
                var largest = Math.max(Math.abs(w), Math.abs(other[i]));
                var unit = size(Math.max(largest, step.temperature() * terms), precision);
                assertThat(one[i]).as("%s from %s", precision, w).isCloseTo(other[i], within(4 * unit));
            }
        }
    }

    /** Where the dynamics contract, rounding does not grow: the pit at T = 0.014 and below. */
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void contractingPathsAgreeToRounding(Precision precision) {
        for (var step : List.of(new SgdStep(Pit.PUBLISHED, 0.012), new SgdStep(THREE, 0.05, 2, 2))) {
            var steps = step.batch() == 1 ? 500 : 100;
            var walk = new Walk(step, new Start.Point(PIT), BARRIER, new int[] {steps}, 300, 3, precision, null);
            var one = vectors.ends(walk);
            var other = arrays.ends(walk);
            for (var i = 0; i < one.length; i++) {
                // Some hundred ulp: paths may part before they come together.
                assertThat(one[i]).isCloseTo(other[i], within(500 * size(2, precision)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void countsAreTheSameWhereDynamicsContract(Precision precision) {
        var walk = new Walk(
                new SgdStep(Pit.PUBLISHED, 0.012),
                new Start.Normal(1.15, 0.05, 0.5),
                BARRIER,
                new int[] {0, 3, 130},
                2000,
                3,
                precision,
                new Bins(1, 2.2, 12));
        var one = vectors.run(walk, Progress.NONE);
        var other = arrays.run(walk, Progress.NONE);
        assertThat(other.walkers()).isEqualTo(2000);
        // In double precision nobody is near enough to the barrier or a bin's end for rounding to matter; in single
        // precision a few of 2000 may be.
        var few = precision.isSingle() ? 4L : 0L;
        for (var k = 0; k < 3; k++) {
            var a = one.looks().get(k);
            var b = other.looks().get(k);
            assertThat(b.steps()).isEqualTo(a.steps());
            assertThat(b.atEnd()).isCloseTo(a.atEnd(), within(few));
            assertThat(b.ever()).isCloseTo(a.ever(), within(few));
            assertThat(a.ever()).isPositive();
            for (var bin = 0; bin < 12; bin++) {
                assertThat(b.histogram()[bin]).isCloseTo(a.histogram()[bin], within(few));
            }
            assertThat(b.mean()).isCloseTo(a.mean(), within(precision.isSingle() ? 1e-4 : 1e-12));
            assertThat(b.sd()).isCloseTo(a.sd(), within(precision.isSingle() ? 1e-4 : 1e-12));
        }
        assertThat(other.atRisk()).isCloseTo(one.atRisk(), within(few * 130.0));
    }

    /** Above, paths part and laws agree. */
    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void chaoticWalkersEscapeAlike(Precision precision) {
        var walk = new Walk(
                new SgdStep(Pit.PUBLISHED, 0.02),
                new Start.Point(PIT),
                BARRIER,
                new int[] {50, 100},
                6000,
                4,
                precision,
                null);
        var one = vectors.run(walk, Progress.NONE);
        var other = arrays.run(walk, Progress.NONE);
        for (var k = 0; k < 2; k++) {
            var a = one.looks().get(k).ever();
            var b = other.looks().get(k).ever();
            assertThat(WilsonInterval.of(a, 6000).contains(b / 6000.0)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void overflowIsCountedAlike(Precision precision) {
        var walk = new Walk(
                new SgdStep(Scenarios.linearGradients(0.2), 3),
                new Start.Point(0.5),
                BARRIER,
                new int[] {10, 140, precision.isSingle() ? 300 : 2200},
                30,
                1,
                precision,
                null);
        var one = vectors.run(walk, Progress.NONE);
        var other = arrays.run(walk, Progress.NONE);
        for (var k = 0; k < 3; k++) {
            assertThat(other.looks().get(k).overflowed())
                    .isEqualTo(one.looks().get(k).overflowed());
            assertThat(other.looks().get(k).ever()).isEqualTo(one.looks().get(k).ever());
        }
        assertThat(other.looks().get(2).overflowed()).isEqualTo(30);
        assertThat(other.passages()).containsExactly(one.passages());
    }

    @Test
    void refusesLossesThatAreCode() {
        var loss = DatapointLoss.of(new Sin());
        var step = new SgdStep(Landscape.of(loss), 0.1);
        var walk = new Walk(step, new Start.Point(1), 2, new int[] {1}, 3, 1, Precision.FLOAT64, null);
        assertThatThrownBy(() -> arrays.run(walk, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--engine vector");
        var step20 = new SgdStep(
                Landscape.of(IntStream.range(0, 60)
                        .mapToObj(j -> Formulas.parse("w"))
                        .toList()),
                0.1,
                12,
                1);
        var many = new Walk(step20, new Start.Point(1), 2, new int[] {1}, 3, 1, Precision.FLOAT64, null);
        assertThatThrownBy(() -> arrays.run(many, Progress.NONE)).hasMessageContaining("2^31 batches");
    }
}
