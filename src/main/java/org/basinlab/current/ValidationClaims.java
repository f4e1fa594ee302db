package org.basinlab.current;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.basinlab.current.CurrentResults.Validation;
import org.basinlab.experiment.Claim;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;

/**
 * P2's three validations. "Agrees with Monte Carlo" is judged as the post could have seen it, but without chance: the
 * equation and SGD's own law must be closer at all times than one standard error of a thousand walkers.
 */
final class ValidationClaims {
    private static final int TIME = 20;
    private static final double T = 0.5;
    private static final LinearMoments START = new LinearMoments(0.5, 0.01);

    private final List<Validation> validations;

    ValidationClaims(List<Validation> validations) {
        this.validations = validations;
    }

    List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.add(agreement(
                Scenario.DRIFT,
                "Drift alone: the mean agrees with Monte Carlo (pit, T = 0.02, from normal(0.5, 0.175) cut at 0)",
                v -> (v.mean() - v.sgdMean()) / v.meanError(),
                v -> (v.walkersMean() - v.mean()) / v.meanError()));
        claims.add(agreement(
                Scenario.DRIFT,
                "Drift alone: so does the standard deviation, but for how the starts were matched",
                v -> (v.sd() - v.sgdSd()) / v.sdError(),
                v -> (v.walkersSd() - v.sd()) / v.sdError()));
        claims.add(spreading());
        claims.add(agreement(
                Scenario.SPREADING,
                "Spreading alone: the standard deviation agrees with Monte Carlo",
                v -> (v.sd() - v.sgdSd()) / v.sdError(),
                v -> (v.walkersSd() - v.sd()) / v.sdError()));
        claims.addAll(linear());
        return claims;
    }

    private List<Validation> of(Scenario scenario) {
        return validations.stream().filter(v -> v.scenario() == scenario).toList();
    }

    private Claim agreement(
            Scenario scenario,
            String statement,
            ToDoubleFunction<Validation> exact,
            ToDoubleFunction<Validation> walkers) {
        var rows = of(scenario);
        var most = most(rows, exact);
        return P2.holds(
                statement,
                null,
                most,
                most < 1,
                "Reproduced if SGD's own law is never as far from the equation as one standard error of %d walkers, at %d times;"
                        + " ours is the most, in standard errors. This run's walkers differ from the equation by up to %.1f",
                PostValidations.WALKERS,
                rows.size(),
                most(rows, walkers));
    }

    private static double most(List<Validation> rows, ToDoubleFunction<Validation> of) {
        return rows.stream()
                .mapToDouble(v -> Math.abs(of.applyAsDouble(v)))
                .max()
                .orElseThrow();
    }

    private Claim spreading() {
        var rows = of(Scenario.SPREADING);
        var t = Scenario.SPREADING.temperature();
        var start = rows.get(0).sd();
        var worst = 0.0;
        for (var row : rows) {
            var formula = Math.sqrt(start * start + t * t * row.time());
            worst = Math.max(worst, Math.max(Math.abs(row.sd() / formula - 1), Math.abs(row.sgdSd() / formula - 1)));
        }
        return P2.holds(
                "Spreading alone: each step adds T² S2 to the variance",
                null,
                worst,
                worst < 1e-3,
                "Reproduced if sqrt(sd0² + T² t) is within 0.001 of itself of the solved equation and of SGD's own law at all"
                        + " times");
    }

    /** What n walkers' mean and deviation would scatter by; the fourth moment is taken as a normal law's. */
    private List<Claim> linear() {
        var landscape = Scenarios.linearGradients(CurrentConfig.SPREAD);
        var sgd = START.after(new SgdStep(landscape, T), TIME);
        var post = START.under(NoiseConvention.STRATONOVICH, landscape, T, TIME);
        var ito = START.under(NoiseConvention.ITO, landscape, T, TIME);
        var noiseless = START.sd() * Math.exp(-T * TIME);
        var meanError = sgd.sd() / Math.sqrt(PostValidations.WALKERS);
        var sdError = sgd.sd() / Math.sqrt(2.0 * PostValidations.WALKERS);
        return List.of(
                P2.holds(
                        "Drift and noise: the distribution moves to the centre and does not concentrate, for the gradient's variance",
                        null,
                        sgd.sd(),
                        Math.abs(sgd.mean() - 2) < 0.05 && sgd.sd() > START.sd(),
                        "Reproduced if SGD's exact mean at t = 20 is within 0.05 of 2 and its deviation above the start's; without"
                                + " noise it would be %.1e",
                        noiseless),
                P2.holds(
                        "Drift and noise (T = 0.5): the mean by the post's equation is SGD's",
                        null,
                        post.mean(),
                        Math.abs(post.mean() - sgd.mean()) < meanError,
                        "SGD's exact mean at t = 20 is %.4f. Reproduced if the two are closer than one standard error of 1000"
                                + " walkers, %.4f; Itô's is %.4f",
                        sgd.mean(),
                        meanError,
                        ito.mean()),
                P2.holds(
                        "Drift and noise (T = 0.5): the standard deviation by the post's equation is SGD's",
                        null,
                        post.sd(),
                        Math.abs(post.sd() - sgd.sd()) < sdError,
                        "SGD's exact deviation at t = 20 is %.4f. Reproduced if the two are closer than one standard error of"
                                + " 1000 walkers, %.4f; Itô's is %.4f, and what both lack is of higher order in T",
                        sgd.sd(),
                        sdError,
                        ito.sd()));
    }
}
