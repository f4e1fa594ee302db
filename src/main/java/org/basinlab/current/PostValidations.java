package org.basinlab.current;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.current.CurrentResults.Validation;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walkers;

/**
 * P2's first two validations as the post made them: drift alone from a normal law cut at 0, and spreading alone, each by
 * the post's equation, by 1000 walkers, and by SGD's own law. T and the start of the second are not in the post.
 *
 * <p>Standard errors are those of as many independent draws from the equation's density: sd / sqrt(n) of the mean, and
 * {@code sqrt((mu4 - sd^4) / n) / (2 sd)} of the deviation, mu4 the fourth central moment.
 */
final class PostValidations {
    /** As many as the post took. */
    static final long WALKERS = 1000;

    private static final int CELLS = 800;
    /** Faces that are moved exactly; more only cost time. */
    private static final int MOVED = 400;

    private static final int EVERY = 10;

    private PostValidations() {}

    static List<Validation> of(Walkers walkers, long seed) {
        var validations = new ArrayList<Validation>();
        var drift = Scenario.DRIFT;
        validations.addAll(of(
                drift,
                new SgdStep(Pit.PUBLISHED, drift.temperature(), 2, 1),
                new Start.Normal(0.5, 0.175, 0),
                walkers,
                seed));
        var spreading = Scenario.SPREADING;
        validations.addAll(of(
                spreading,
                new SgdStep(Scenarios.constantGradients(), spreading.temperature()),
                new Start.Normal(0, 0.1, Double.NEGATIVE_INFINITY),
                walkers,
                seed));
        return validations;
    }

    private static List<Validation> of(Scenario scenario, SgdStep step, Start.Normal start, Walkers engine, long seed) {
        var times = IntStream.rangeClosed(0, scenario.time() / EVERY)
                .map(k -> k * EVERY)
                .toArray();
        var noise = step.batches().varianceShare() > 0;
        var solved = Solution.of(
                        NoiseConvention.STRATONOVICH.equation(step),
                        noise,
                        start,
                        null,
                        noise ? CELLS : MOVED,
                        Double.POSITIVE_INFINITY,
                        IntStream.of(times).asDoubleStream().toArray(),
                        Progress.NONE)
                .looks();
        var exact = new ExactLaw(step, start, times, Double.POSITIVE_INFINITY)
                .on(solved.get(0).mesh(), true, Progress.NONE)
                .fine();
        var walked = engine.run(
                        new Walk(step, start, Double.POSITIVE_INFINITY, times, WALKERS, seed, Precision.FLOAT64, null),
                        Progress.NONE)
                .looks();
        var rows = new ArrayList<Validation>();
        for (var k = 0; k < times.length; k++) {
            var state = solved.get(k).state();
            var look = walked.get(k);
            rows.add(new Validation(
                    scenario,
                    times[k],
                    state.mean(),
                    state.sd(),
                    exact.get(k).mean(),
                    exact.get(k).sd(),
                    look.mean(),
                    look.sd(),
                    state.sd() / Math.sqrt(WALKERS),
                    sdError(solved.get(k))));
        }
        return rows;
    }

    private static double sdError(Snapshot look) {
        var mesh = look.mesh();
        var fourth = 0.0;
        for (var i = 0; i < mesh.cells(); i++) {
            fourth += look.density()[i]
                    * mesh.width(i)
                    * Math.pow(mesh.centre(i) - look.state().mean(), 4);
        }
        var sd = look.state().sd();
        return Math.sqrt((fourth - Math.pow(sd, 4)) / WALKERS) / (2 * sd);
    }
}
