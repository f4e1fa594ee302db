package org.basinlab.current;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.StationaryPoint;
import org.basinlab.landscape.StationaryPoints;

/** P2 on G and S2, and on what a single step does. */
final class StepClaims {
    private static final double TEMPERATURE = 0.02;
    private static final int PLACES = 400;
    private static final double WIDEST = 4;
    /** Of the largest |G| and S2: less than this is 0 to the eye and to rounding. */
    private static final double NOTHING = 1e-12;

    private StepClaims() {}

    static List<Claim> all() {
        return List.of(oneStep(), zeros(), bothVanish(), misprint());
    }

    private static Claim oneStep() {
        var step = new SgdStep(Pit.PUBLISHED, TEMPERATURE);
        var worst = 0.0;
        for (var i = 0; i <= PLACES; i++) {
            var w = WIDEST * i / PLACES;
            var first = step.from(w, 0) - w;
            var second = step.from(w, 1) - w;
            var mean = 0.5 * (first + second) + TEMPERATURE * Pit.PUBLISHED.gradient(w);
            var variance =
                    0.25 * (first - second) * (first - second) - TEMPERATURE * TEMPERATURE * Pit.PUBLISHED.variance(w);
            worst = Math.max(worst, Math.max(Math.abs(mean), Math.abs(variance)));
        }
        return P2.holds(
                "A step takes a point of probability at W to a distribution about W - T G of variance T² S2",
                null,
                worst,
                worst < NOTHING,
                "Reproduced if at %d places of the pit's landscape, T = 0.02, mean and variance are so to 1e-12; that the law is"
                        + " two points and not a normal one, the equation does not know",
                PLACES + 1);
    }

    private static double pit() {
        return StationaryPoints.of(Pit.PUBLISHED, 0.9, 1.1).stream()
                .filter(point -> point.kind() == StationaryPoint.Kind.MINIMUM)
                .findFirst()
                .orElseThrow()
                .w();
    }

    private static Claim zeros() {
        var apart = pit() - 1;
        return P2.holds(
                "The zeros of G and of S2 near the pit are not quite at the same place",
                null,
                apart,
                Math.abs(apart) > NOTHING && Pit.PUBLISHED.variance(1) == 0,
                "Reproduced if they are apart: G is 0 at W = %.7f, S2 at exactly 1",
                pit());
    }

    private static Claim bothVanish() {
        var g = Math.abs(Pit.PUBLISHED.gradient(2));
        var s = Pit.PUBLISHED.variance(2);
        var mostG = 0.0;
        var mostS = 0.0;
        for (var i = 0; i <= PLACES; i++) {
            mostG = Math.max(mostG, Math.abs(Pit.PUBLISHED.gradient(WIDEST * i / PLACES)));
            mostS = Math.max(mostS, Pit.PUBLISHED.variance(WIDEST * i / PLACES));
        }
        return P2.holds(
                "At W = 2 both G and S2 vanish",
                0.0,
                s,
                g <= NOTHING * mostG && s <= NOTHING * mostS,
                "Reproduced if both are less than 1e-12 of their largest values; exactly, neither does: G is %.1e and S2 %.1e",
                g,
                s);
    }

    private static Claim misprint() {
        return P2.printed(
                "With g0 = 1.2 W - 2 and g1 = 0.8 W - 2, S2 = 0.4 W²",
                0.4,
                0.01,
                Scenarios.linearGradients(CurrentConfig.SPREAD).variance(1),
                "Reproduced if the variance of the two gradients at W = 1 is 0.4 to two digits; their deviations are 0.2 W either"
                        + " way");
    }
}
