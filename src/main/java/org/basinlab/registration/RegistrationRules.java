package org.basinlab.registration;

import java.util.Comparator;
import java.util.List;
import org.basinlab.registration.RegistrationResult.Cell;

/**
 * When a nuisance counts as misaligning an objective, fixed before any run: at every strength tried from 1/2 on, in at least
 * 95% of the pairs the objective at its optimum is above that at the true shift, in none below, and the mean error is above half a
 * pixel. Measurably, if not far, where the mean error is above 5 times that without the nuisance and above a hundredth of a pixel, since
 * without one it is rounding.
 */
final class RegistrationRules {
    static final double FROM_STRENGTH = 0.5;
    static final double SHARE = 0.95;
    static final double FAR = 0.5;
    private static final double TIMES = 5;
    private static final double MEASURABLE = 0.01;

    private RegistrationRules() {}

    /** Whether a nuisance misaligns an objective by more than half a pixel. */
    static boolean far(List<Cell> byStrength) {
        return strong(byStrength, FAR);
    }

    /** Whether it does so by an amount that can be measured. */
    static boolean measurable(List<Cell> byStrength) {
        return strong(byStrength, Math.max(MEASURABLE, TIMES * byStrength.get(0).meanError()));
    }

    private static boolean strong(List<Cell> byStrength, double error) {
        var strong =
                byStrength.stream().filter(c -> c.strength() >= FROM_STRENGTH).toList();
        return !strong.isEmpty()
                && strong.stream().allMatch(c -> c.better() >= SHARE && c.failed() == 0 && c.meanError() > error);
    }

    /** The least strength from which on the rule of far holds at every one tried; NaN for none. */
    static double onset(List<Cell> byStrength) {
        var onset = Double.NaN;
        for (var k = byStrength.size() - 1; k >= 0; k--) {
            var c = byStrength.get(k);
            if (c.better() < SHARE || c.failed() > 0 || !(c.meanError() > FAR)) {
                break;
            }
            onset = c.strength();
        }
        return onset;
    }

    /** The cell with the largest mean error at strengths up to the one of the run's other parts. */
    static Cell furthest(RegistrationResult result) {
        return result.cells().stream()
                .filter(c -> c.strength() <= result.strength())
                .max(Comparator.comparingDouble(Cell::meanError))
                .orElseThrow();
    }
}
