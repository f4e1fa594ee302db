package org.basinlab.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.operator.EscapeOperator;
import org.basinlab.walkers.Splitting;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walk;
import org.junit.jupiter.api.Test;

/** Three ways to one number: walkers, the operator, splitting. */
class AgreementTest {
    private static final int WALKERS = 20_000;

    @Test
    void walkersAndTheOperatorAgreeOverTemperatureDepthSharpnessAndSteps() {
        var deviations = new ArrayList<Double>();
        for (var depth : new double[] {0.7, 1, 2}) {
            for (var sharpness : new double[] {60, 100}) {
                var choice = new LandscapeChoice(depth, sharpness, List.of());
                var pocket = choice.pocket();
                for (var temperature : new double[] {0.014, 0.02, 0.03}) {
                    var step = new SgdStep(choice.landscape(), temperature);
                    var steps = new int[] {50, 400};
                    var walked = new VectorWalkers(2)
                            .run(
                                    new Walk(
                                            step,
                                            new Start.Point(pocket.pit()),
                                            pocket.barrier(),
                                            steps,
                                            WALKERS,
                                            3,
                                            Precision.FLOAT64,
                                            null),
                                    Progress.NONE);
                    var exact = new EscapeOperator(step, pocket.pit(), pocket.barrier()).escapes(steps);
                    for (var k = 0; k < steps.length; k++) {
                        var look = walked.looks().get(k);
                        var escape = exact.get(k);
                        deviations.add(deviation(look.atEnd(), escape.atEnd(), escape.error()));
                        deviations.add(deviation(look.ever(), escape.ever(), escape.everError()));
                    }
                }
            }
        }
        // 72 comparisons, no more than half of them independent: 4 standard errors are exceeded by chance once in 200
        // runs.
        assertThat(deviations)
                .hasSize(72)
                .allSatisfy(d -> assertThat(Math.abs(d)).isLessThan(4));
        // And they scatter as they should: their mean square is 1 in the long run, less where probabilities are 0 or 1.
        assertThat(deviations.stream().mapToDouble(d -> d * d).average().orElseThrow())
                .isBetween(0.2, 2.0);
    }

    /** In standard errors, the operator's own error added; a probability so small that one walker is much counts as one. */
    private static double deviation(long count, double p, double error) {
        var sd = Math.sqrt(Math.max(p * (1 - p) * WALKERS, 1));
        return (count - p * WALKERS) / (sd + error * WALKERS);
    }

    @Test
    void splittingAndTheOperatorAgreeWhereNoWalkerGets() {
        var pocket = LandscapeChoice.PIT.pocket();
        var step = new SgdStep(LandscapeChoice.PIT.landscape(), 0.007);
        var exact = new EscapeOperator(step, pocket.pit(), pocket.barrier())
                .escapes(100)
                .get(0);
        assertThat(exact.ever()).isBetween(3e-9, 3e-8);
        var split = new Splitting(2)
                .run(step, pocket.pit(), pocket.barrier(), new int[] {100}, 20_000, 1, Progress.NONE)
                .get(0);
        var half = (split.ever95().high() - split.ever95().low()) / 2;
        // Student's 95% interval of 20 runs is 2.1 standard errors to either side; twice that is missed once in 3000.
        assertThat(split.ever()).isCloseTo(exact.ever(), within(2 * half));
        assertThat(half).isLessThan(0.3 * exact.ever());
    }

    @Test
    void theRatesOfEscapeAreThoseOfManySteps() {
        var pocket = LandscapeChoice.PIT.pocket();
        for (var temperature : new double[] {0.009, 0.010}) {
            var step = new SgdStep(LandscapeChoice.PIT.landscape(), temperature);
            var escaped = new EscapeOperator(step, pocket.pit(), pocket.barrier())
                    .escapes(100_000)
                    .get(0);
            var rates = new EscapeOperator(step, pocket.pit(), 1.5).rates();
            // So slow that survival is exponential from the start: 1 - exp(-rate n), but for some tens of steps in 100
            // 000.
            var expected = -Math.expm1(-100_000 * rates.firstPassage());
            assertThat(escaped.ever()).isCloseTo(expected, withinPercentage(0.2));
            assertThat(rates.eigenvalue()).isCloseTo(rates.firstPassage(), withinPercentage(0.1));
        }
    }
}
