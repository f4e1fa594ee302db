package org.basinlab.causal;

import java.util.ArrayList;
import java.util.Set;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.dynamics.Course;
import org.basinlab.dynamics.Scaled;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;

/**
 * What sets Op in the long run: the largest Lyapunov exponent of the system, and the largest conditional one of the rest of it
 * driven by A (L. M. Pecora and T. L. Carroll, Phys. Rev. Lett. 64, 821, 1990), both by the growth of a tangent (G. Benettin et
 * al., Meccanica 15, 9, 1980), a unit of time.
 *
 * <p><b>Op / t tends to conditional - largest.</b> Let the course be bounded and the system stationary and ergodic along it, with
 * an invertible step of integrable log-norm, so that Oseledets' theorem (1968) holds for its tangents and for those of the rest
 * driven by A, and let both leading exponents be simple. A tangent grows as {@code exp(lambda_1 t)} unless it starts in the
 * subspace of the other exponents, which has measure 0; so for almost every direction n {@code log ||free|| / t -> lambda_1} and
 * {@code log ||frozen|| / t -> lambda_c}. The component on m has the same rate if the leading direction's own component on m is
 * not 0, except for times when it passes 0; the logarithm of that component is stationary, so divided by t it goes to 0 in
 * probability. And Op = log |frozen_m| - log |free_m|.
 *
 * <p>It may fail where a hypothesis does:
 *
 * <ul>
 *   <li>at m on which the leading direction vanishes. Under PID with u frozen the integral of x keeps a change for ever, exponent 0,
 *       and x never sees it. Lorenz at rho = 0.8, m = c, which products drive: free c decays as {@code exp(-0.37 t)}, twice the
 *       leading exponent, and frozen c as {@code exp(-1.185 t)}, so neither has its exponent, though their difference is the same; with
 *       A = {b} and m = a it is not;
 *   <li>where the leading exponents are a complex pair and Comp passes 0 for ever: the thermostat beyond k = 1/4, where only the
 *       average converges;
 *   <li>where A is frozen for a while alone: the rate is 0;
 *   <li>where the step is not invertible: the saturating thermostat beyond |T| = theta, where R' does not see T, so that a direction
 *       is lost at every step and a tangent can become 0;
 *   <li>where the course is not bounded.
 * </ul>
 *
 * @param from             t0, before which is dropped
 * @param to               t1
 * @param largest          lambda_1 of the system
 * @param largestError     one standard error, by the scatter of ten pieces
 * @param conditional      the largest exponent of the rest when A drives it
 * @param conditionalError its standard error
 * @param difference       conditional - largest
 * @param differenceError  its standard error, by the scatter of the pieces' differences
 */
public record Exponents(
        double from,
        double to,
        double largest,
        double largestError,
        double conditional,
        double conditionalError,
        double difference,
        double differenceError) {
    /**
     * Measures them along one course, from tangents in general directions.
     *
     * @param frozen   A
     * @param first    t0 in steps
     * @param last     t1 in steps
     * @param progress advanced by each step
     */
    public static Exponents of(Stepping stepping, Set<String> frozen, long first, long last, Progress progress) {
        var course = new Course(stepping, frozen, Window.ALWAYS, direction(stepping, frozen));
        var free = new ArrayList<Double>();
        var held = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        var blocks = Pieces.along(
                first,
                last,
                course::advance,
                () -> {
                    free.add(course.free().logNorm());
                    held.add(course.frozen().logNorm());
                    times.add(course.time());
                },
                progress);
        var largest = new double[blocks];
        var conditional = new double[blocks];
        var difference = new double[blocks];
        for (var b = 0; b < blocks; b++) {
            var time = times.get(b + 1) - times.get(b);
            largest[b] = (free.get(b + 1) - free.get(b)) / time;
            conditional[b] = (held.get(b + 1) - held.get(b)) / time;
            difference[b] = conditional[b] - largest[b];
        }
        return new Exponents(
                times.get(0),
                times.get(blocks),
                StatUtils.mean(largest),
                Pieces.error(largest),
                StatUtils.mean(conditional),
                Pieces.error(conditional),
                StatUtils.mean(difference),
                Pieces.error(difference));
    }

    /** Nothing special on the rest, nothing on A. */
    private static Scaled direction(Stepping stepping, Set<String> frozen) {
        var variables = stepping.system().variables();
        var direction = new double[variables.size()];
        for (var i = 0; i < direction.length; i++) {
            direction[i] = frozen.contains(variables.get(i)) ? 0 : 1 / (i + 1.0);
        }
        return Scaled.of(direction);
    }
}
