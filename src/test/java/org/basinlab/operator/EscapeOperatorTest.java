package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapeOperatorTest {
    /** Stationary points of L, between which escaping is not for ever. */
    private static final double PIT_OF_L = 1.0074533;

    private static final double BARRIER_OF_L = 1.1743102;

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.025, 0.05})
    void theFirstStepsAreThoseOfAllSequencesOfDraws(double temperature) {
        var steps = IntStream.rangeClosed(0, 16).toArray();
        for (var escape : new EscapeOperator(Pits.published(temperature), PIT_OF_L, BARRIER_OF_L).escapes(steps)) {
            var all = new Enumeration(temperature, PIT_OF_L, BARRIER_OF_L, escape.steps());
            // Sums of multiples of 2^-16.
            assertThat(escape.atEnd()).isEqualTo(all.atEnd());
            assertThat(escape.ever()).isEqualTo(all.ever());
            assertThat(escape.error()).isZero();
        }
    }

    /** Beyond the atoms it is the grid that answers. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0125, 0.015, 0.02, 0.05})
    void theNextStepsAreSoWithinTheErrorsTold(double temperature) {
        for (var escape : new EscapeOperator(Pits.published(temperature), PIT_OF_L, BARRIER_OF_L).escapes(17, 20)) {
            var all = new Enumeration(temperature, PIT_OF_L, BARRIER_OF_L, escape.steps());
            // The errors are estimates: three of them, not one.
            assertThat(escape.atEnd()).isCloseTo(all.atEnd(), within(3 * escape.error()));
            assertThat(escape.ever()).isCloseTo(all.ever(), within(3 * escape.everError()));
            // And they are good for something, though few paths cross the barrier yet.
            assertThat(escape.ever()).isCloseTo(all.ever(), within(0.01 * all.ever()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.0125, 0.0020, 0.0258",
        "0.015, 0.0318, 0.3251",
        "0.018, 0.2214, 0.9406",
        "0.02, 0.4955, 0.9994",
        "0.025, 0.9666, 1"
    })
    void theTableOfWalkersIsMet(double temperature, double within100, double within1000) {
        var escapes = Pits.escape(temperature).escapes(100, 1000);
        // 10^5 walkers: four of their standard errors, and the last digit printed.
        assertThat(escapes.get(0).ever()).isCloseTo(within100, within(walkersError(within100)));
        assertThat(escapes.get(1).ever()).isCloseTo(within1000, within(walkersError(within1000)));
        for (var escape : escapes) {
            // Nobody comes back over the barrier of l1.
            assertThat(escape.atEnd()).isEqualTo(escape.ever());
            assertThat(escape.everError()).isLessThanOrEqualTo(1e-3 * escape.ever());
        }
    }

    private static double walkersError(double probability) {
        return 4 * Math.sqrt(probability * (1 - probability) / 1e5) + 5e-5;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.018, 0.02})
    void walkersAgreeAtBothBarriers(double temperature) {
        var published = Pits.escape(temperature).escapes(100).get(0);
        var walked = new Simulation(Pit.PUBLISHED, temperature, Pits.START, Pits.BARRIER, 100, 200_000, 7);
        assertThat(walked.sigmas(walked.ever, published.ever())).isBetween(-4.0, 4.0);
        var ofL = new EscapeOperator(Pits.published(temperature), PIT_OF_L, BARRIER_OF_L)
                .escapes(100)
                .get(0);
        var below = new Simulation(Pit.PUBLISHED, temperature, PIT_OF_L, BARRIER_OF_L, 100, 200_000, 8);
        assertThat(below.sigmas(below.ever, ofL.ever())).isBetween(-4.0, 4.0);
        assertThat(below.sigmas(below.atEnd, ofL.atEnd())).isBetween(-4.0, 4.0);
        // L's barrier is passed and passed again.
        assertThat(ofL.ever()).isGreaterThan(ofL.atEnd() + 0.03);
    }

    /** Where walkers see nothing, finer grids say the same. */
    @Test
    void smallProbabilitiesComeOutToTheTolerance() {
        var loose = Pits.escape(0.0047).escapes(100, 1000);
        var strict = new EscapeOperator(Pits.published(0.0047), Pits.START, Pits.BARRIER, 1e-4).escapes(100, 1000);
        assertThat(strict.get(0).ever()).isBetween(1e-13, 3e-12);
        for (var i = 0; i < 2; i++) {
            assertThat(loose.get(i).everError())
                    .isLessThanOrEqualTo(1e-3 * loose.get(i).ever());
            assertThat(loose.get(i).ever())
                    .isCloseTo(strict.get(i).ever(), within(1e-3 * strict.get(i).ever()));
        }
    }

    /** Of the 2^n sequences of draws these many escape, as counted one by one in C, beyond what a test can enumerate. */
    @ParameterizedTest
    @CsvSource({"26, 0", "27, 1", "28, 3", "29, 10", "30, 33"})
    void theFirstWhoCanEscape(int steps, int sequences) {
        var operator = Pits.escape(0.009);
        assertThat(operator.fewestSteps()).isEqualTo(27);
        var escape = operator.escapes(steps).get(0);
        var exact = sequences * Math.pow(2, -steps);
        assertThat(escape.ever()).isCloseTo(exact, within(1e-3 * exact));
        // One sequence more or less cannot be told apart by grids alone, and is allowed for.
        assertThat(escape.everError())
                .isBetween(Math.min(1, sequences) * Math.pow(2, -steps), 1.1 * Math.pow(2, -steps));
    }

    /** In closed form once settled: the same as step by step. */
    @Test
    void manyStepsAreSurvivalsOfAQuasiStationaryLaw() {
        var step = Pits.published(0.012);
        var grid = Grid.uniform(0.75, Pits.BARRIER, 300);
        var operator = new TransitionOperator(step, grid);
        var first = Beginning.of(new Maps(step), Pits.START, Pits.BARRIER, 5);
        var settled = new Decay(operator, first, null);
        settled.run(100_000);
        assertThat(settled.steps()).isLessThan(2000);
        var plain = new Decay(operator, first, null);
        while (plain.steps() < 100_000) {
            plain.step();
        }
        // The hazard stood still to 1e-10.
        assertThat(settled.escaped(100_000)).isCloseTo(plain.escaped(100_000), within(1e-10));
        assertThat(settled.survival(100_000)).isCloseTo(plain.survival(100_000), within(1e-10));
        assertThat(plain.escaped(100_000) + plain.survival(100_000)).isCloseTo(1, within(1e-11));
        // A law that has settled falls as the geometric law does, whatever the number of steps.
        var rates = Pits.escape(0.012).rates();
        var far = Pits.escape(0.012).escapes(10_000, 100_000);
        assertThat(Math.log((1 - far.get(0).ever()) / (1 - far.get(1).ever())) / 90_000)
                .isCloseTo(-Math.log1p(-rates.eigenvalue()), within(1e-4 * rates.eigenvalue()));
    }

    /** Nine batches a step of four datapoints, taken two at a time or alone, with inner steps. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "2, 3"})
    void anyLandscapeBatchAndInnerSteps(int batch, int inner) {
        var landscape = Pits.linear(new double[] {1, 0.7, 1.3, 1}, new double[] {-1, 0.8, -0.1, 0.9});
        var step = new SgdStep(landscape, 0.3, batch, inner);
        var batches = step.batches();
        var law = new double[] {0.1};
        var barrier = 0.4;
        var passed = 0.0;
        var operator = new EscapeOperator(step, 0.1, barrier);
        for (var n = 1; n <= 8; n++) {
            var next = new double[law.length * (int) batches.count()];
            for (var i = 0; i < next.length; i++) {
                next[i] = step.from(law[i / (int) batches.count()], batches.batch(i % batches.count()));
            }
            var weight = Math.pow(batches.count(), -n);
            passed += weight * Arrays.stream(next).filter(w -> w > barrier).count();
            law = Arrays.stream(next).filter(w -> !(w > barrier)).toArray();
            var escape = operator.escapes(n).get(0);
            // Up to 1.7 million atoms; from the seventh step on the grid answers for those of six batches.
            assertThat(escape.ever()).isCloseTo(passed, within(1e-12 + 3 * escape.everError()));
            assertThat(escape.ever()).isCloseTo(passed, within(0.03));
        }
        assertThat(passed).isGreaterThan(0.01);
    }

    @Test
    void theLawsLeftAddUp() {
        var operator = Pits.escape(0.015);
        var density = operator.density(300);
        assertThat(density.total() + operator.escapes(300).get(0).ever()).isCloseTo(1, within(1e-4));
        var settled = operator.quasiStationary();
        assertThat(settled.total()).isCloseTo(1, within(1e-12));
        // A step later it is the same law, smaller by the eigenvalue.
        var next = new double[settled.mass().length];
        new TransitionOperator(Pits.published(0.015), settled.grid()).push(settled.mass(), next);
        var left = Arrays.stream(next).sum();
        assertThat(1 - left).isCloseTo(operator.rates().eigenvalue(), within(1e-6));
        for (var i = 0; i < next.length; i++) {
            assertThat(next[i] / left).isCloseTo(settled.mass()[i], within(1e-9));
        }
        // The survivors' law after 300 steps is close to it.
        assertThat(density.mean()).isCloseTo(settled.mean(), within(1e-5));
    }

    @Test
    void aBarrierOutOfReachIsNeverPassed() {
        // |W| < 1 for ever.
        var operator =
                new EscapeOperator(new SgdStep(Pits.linear(new double[] {1, 1}, new double[] {-1, 1}), 0.1), 0, 1.01);
        assertThat(operator.fewestSteps()).isEqualTo(-1);
        assertThat(operator.escapes(0, 100_000)).allMatch(e -> e.ever() == 0 && e.atEnd() == 0);
        assertThat(operator.rates()).isEqualTo(new Rates(0, 0, 0, 0));
        assertThatThrownBy(operator::quasiStationary).isInstanceOf(InputException.class);
    }

    /** All atoms gone: there is nothing left to estimate. */
    @Test
    void aStepThatAlwaysEscapes() {
        var operator = new EscapeOperator(new SgdStep(Pits.linear(new double[] {0}, new double[] {1}), 1), 0, 2.5);
        assertThat(operator.escapes(2, 3, 1000))
                .containsExactly(new Escape(2, 0, 0, 0, 0), new Escape(3, 1, 1, 0, 0), new Escape(1000, 1, 1, 0, 0));
        assertThat(operator.rates().firstPassage()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(operator.rates().eigenvalue()).isEqualTo(1);
        assertThat(operator.density(5).total()).isZero();
    }

    /** A fair walk on a lattice: the chance to have passed is known by reflection (D. Andre 1887). */
    @Test
    void aWalkWithoutBounds() {
        var step = new SgdStep(Pits.linear(new double[] {0, 0}, new double[] {1, -1}), 0.1);
        var operator = new EscapeOperator(step, 0, 1.05, 0.05);
        assertThat(operator.fewestSteps()).isEqualTo(11);
        // P(max >= 11) = P(S >= 11) + P(S > 11), S of 100 steps, with 55.5 heads for 11: even sums only.
        var tail = new BinomialDistribution(100, 0.5);
        var exact = 2 * (1 - tail.cumulativeProbability(55));
        var escape = operator.escapes(100).get(0);
        assertThat(escape.ever()).isCloseTo(exact, within(3 * escape.everError()));
        assertThat(escape.ever()).isCloseTo(exact, within(1e-3));
        // As many are beyond it now as come back; on a lattice the grid is coarse comfort, and says so.
        var atEnd = 1 - tail.cumulativeProbability(55);
        assertThat(escape.atEnd()).isCloseTo(atEnd, within(3 * escape.error()));
        assertThat(escape.atEnd()).isCloseTo(atEnd, within(0.02));
        assertThatThrownBy(operator::rates).isInstanceOf(InputException.class).hasMessageContaining("wanders off");
    }

    @Test
    void badInputIsNamed() {
        var step = Pits.published(0.02);
        assertThatThrownBy(() -> new EscapeOperator(step, 1.2, 1.1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--barrier must be above --start");
        assertThatThrownBy(() -> new EscapeOperator(step, Double.NaN, 1.1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new EscapeOperator(step, 1, Double.POSITIVE_INFINITY))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new EscapeOperator(step, 1, 1.1, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new EscapeOperator(Pits.published(1e-7), Pits.START, Pits.BARRIER))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--temperature");
        var good = new EscapeOperator(step, 1, 1.1);
        assertThatThrownBy(() -> good.escapes(10, 10)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> good.escapes(-1)).isInstanceOf(InputException.class);
        assertThatThrownBy(good::escapes).isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 100, 0.03, 1.0018, 1.2149", "1, 1000, 0.004, 1.0004, 1.08", "0.5, 25, 0.06, 1.0148, 1.3"})
    void walkersAgreeInOtherPits(double depth, double sharpness, double temperature, double start, double barrier) {
        var pit = new Pit(depth, sharpness);
        var escape = new EscapeOperator(new SgdStep(pit, temperature), start, barrier)
                .escapes(60)
                .get(0);
        var walked = new Simulation(pit, temperature, start, barrier, 60, 150_000, 9);
        assertThat(walked.sigmas(walked.ever, escape.ever())).isBetween(-4.0, 4.0);
        assertThat(walked.sigmas(walked.atEnd, escape.atEnd())).isBetween(-4.0, 4.0);
        assertThat(escape.ever()).isBetween(0.01, 0.99);
    }
}
