package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
    private static final double END = 1.5;

    @ParameterizedTest
    @CsvSource({
        "0.009, 3.4e-8, 0.1e-8, NaN",
        "0.010, 2.6e-7, 0.1e-7, NaN",
        "0.012, 1.28e-5, 0.01e-5, NaN",
        "0.014, 1.6e-4, 0.1e-4, NaN",
        "0.015, 3.9e-4, 0.1e-4, NaN",
        "0.0175, 2.0e-3, 0.1e-3, 2.2e-3",
        "0.020, 6.2e-3, 0.1e-3, 7.6e-3"
    })
    void theRatesRecomputedBefore(double temperature, double firstPassage, double digit, double eigenvalue) {
        var rates = new EscapeOperator(Pits.published(temperature), Pits.START, END).rates();
        // They were found with another method; 1.5 of their last digit, which is 4 percent at 0.009.
        assertThat(rates.firstPassage()).isCloseTo(firstPassage, within(1.5 * digit));
        if (!Double.isNaN(eigenvalue)) {
            assertThat(rates.eigenvalue()).isCloseTo(eigenvalue, within(0.06e-3));
        }
        assertThat(rates.firstPassageError()).isLessThanOrEqualTo(1e-3 * rates.firstPassage());
        assertThat(rates.eigenvalueError()).isLessThanOrEqualTo(1e-3 * rates.eigenvalue());
    }

    /** Where escape is slow the mean time is 1 / rate; the ways up take tens of steps, relaxing too. */
    @ParameterizedTest
    @ValueSource(doubles = {0.004, 0.006, 0.009})
    void bothRatesAreOneWhereEscapeIsSlow(double temperature) {
        var rates = Pits.escape(temperature).rates();
        assertThat(rates.eigenvalue() / rates.firstPassage() - 1).isBetween(0.0, 200 * rates.eigenvalue() + 1e-12);
    }

    /** Sums of survivals and elimination share no line of code, and agree where a rate is 1e-31. */
    @Test
    void twoWaysToAMeanTimeAgreeOnOneGrid() {
        var step = Pits.published(0.002);
        var maps = new Maps(step);
        var grid = Grid.uniform(0.9, Pits.BARRIER, 1500);
        var operator = new TransitionOperator(step, grid);
        var first = Beginning.of(maps, Pits.START, Pits.BARRIER, 0);
        var decay = new Decay(operator, first, null);
        decay.run(20_000);
        var law = new double[grid.cells()];
        operator.place(Pits.START, 1, law);
        var passage = new FirstPassage(operator);
        var rate = 1 / passage.meanTime(law);
        assertThat(rate).isBetween(1e-32, 1e-28);
        // Both are good to rounding, 1e-16 times some thousand operations, and to the 1e-10 of settling.
        assertThat(1 / decay.meanTime()).isCloseTo(rate, within(1e-9 * rate));
        assertThat(decay.hazard()).isCloseTo(passage.settled().rate(), within(1e-9 * rate));
    }

    /** And refining says what that rate is: 2.6e-31 up to W = 1.5. */
    @Test
    void aRateOfTheOrderOfMinusThirtyComesOutToTheTolerance() {
        var loose = Pits.escape(0.002).rates();
        var strict = new EscapeOperator(Pits.published(0.002), Pits.START, Pits.BARRIER, 1e-4).rates();
        assertThat(loose.firstPassage()).isBetween(1e-31, 1e-30);
        assertThat(loose.firstPassage()).isCloseTo(strict.firstPassage(), within(1e-3 * strict.firstPassage()));
    }

    /**
     * A law begun in the upper of two pits looks settled there, for it leaves over the barrier once in 600 steps and into
     * the other pit hardly ever; from there it is back once in 2e9 steps. The eigenvalue is that of the other pit.
     */
    @Test
    void aTrapThatTheLawHasNotSeenYetIsFound() {
        var step = new SgdStep(Pits.twoPits(0.6), 0.1);
        var rates = new EscapeOperator(step, 1, 1.2).rates();
        var across = new EscapeOperator(step, -1, 0).rates();
        // Back over the middle first, and then up: on the way it may turn again.
        assertThat(rates.eigenvalue() / across.eigenvalue()).isBetween(0.4, 1.0);
        assertThat(rates.eigenvalueError()).isLessThan(0.01 * rates.eigenvalue());
        // Few ever fall into it, but those few wait so long that they count.
        assertThat(rates.firstPassage()).isBetween(1e-4, 2e-3);
    }

    /** Killed walks on a lattice: the gambler's ruin, known in closed form, and far too rare for stepping to sum. */
    @Test
    void eliminationSolvesTheGamblersRuin() {
        // Up with probability 1/3, down with 2/3, by whole cells.
        var step = new SgdStep(Pits.linear(new double[] {0, 0, 0}, new double[] {1, -1, -1}), 1);
        var n = 100;
        var operator = new TransitionOperator(step, Grid.uniform(0, n, n), Deposit.CELL);
        var elimination = new Elimination(operator);
        var up = elimination.pull(operator.above());
        var down = elimination.pull(operator.below());
        var ones = new double[n];
        Arrays.fill(ones, 1);
        var times = elimination.pull(ones);
        for (var i = 0; i < n; i++) {
            // From i + 1 units on to n + 1, odds 2: (2^(i+1) - 1) / (2^(n+1) - 1), 4e-31 at the bottom.
            var chance = (Math.pow(2, i + 1) - 1) / (Math.pow(2, n + 1) - 1);
            assertThat(up[i]).isCloseTo(chance, within(1e-13 * chance));
            assertThat(up[i] + down[i]).isCloseTo(1, within(1e-13));
            // By Wald: drift 1/3 down.
            var time = 3 * (i + 1 - (n + 1) * chance);
            assertThat(times[i]).isCloseTo(time, within(1e-12 * (n + 1) * 3));
        }
        // The adjoint: visits from cell i, summed over all cells, are the time.
        var law = new double[n];
        law[30] = 1;
        assertThat(Arrays.stream(elimination.push(law)).sum()).isCloseTo(times[30], within(1e-12 * times[30]));
    }
}
