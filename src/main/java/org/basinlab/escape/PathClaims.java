package org.basinlab.escape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Verdict;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.StationaryPoints;

/** What P1 says of single paths, judged on paths of its own, whatever the run's; rules fixed here, nothing random. */
final class PathClaims {
    private static final Landscape ONE = Landscape.of(Formulas.parse("-exp(-(w-2)^2)"));
    private static final int LONG = 20_000;
    private static final double NEAR = 0.01;
    private static final double SLOW = 0.1;
    private static final double GOOD = 0.5;
    private static final double PIT_T = 0.05;
    private static final double LARGE_T = 0.5;

    private PathClaims() {}

    static List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.addAll(oneDatapoint());
        claims.addAll(twoDatapoints());
        claims.add(dimension());
        claims.add(spikiness());
        claims.add(continuous());
        return claims;
    }

    private static List<Claim> oneDatapoint() {
        var wild = Descent.descent(new SgdStep(ONE, 1), 0, 100);
        var turns = 0;
        for (var n = 51; n <= 100; n++) {
            turns += (wild[n] - 2) * (wild[n - 1] - 2) < 0 ? 1 : 0;
        }
        var slow = settled(SLOW);
        var good = settled(GOOD);
        var one = settled(1);
        return List.of(
                P1.holds(
                        "On l0 from W = 0 gradient descent with T = 1 zig-zags",
                        null,
                        (double) turns,
                        turns == 50,
                        "Reproduced if each of steps 51 to 100 crosses W = 2"),
                P1.holds(
                        "With a small T it converges slowly, with T = 0.5 much better than with either",
                        null,
                        (double) good,
                        good * 2 <= slow && good * 2 <= one,
                        String.format(
                                Locale.ROOT,
                                "Reproduced if T = 0.5 needs at most half the steps of T = 0.1 (the post does not say its small"
                                        + " T) and T = 1 to stay within 0.01 of 2; they need %d, %d and %s",
                                good,
                                slow,
                                one > LONG ? "more than " + LONG : String.valueOf(one))));
    }

    /** The first step from which on W stays near 2, on l0 from 0. */
    private static int settled(double temperature) {
        var w = Descent.descent(new SgdStep(ONE, temperature), 0, LONG);
        var n = LONG + 1;
        while (n > 0 && Math.abs(w[n - 1] - 2) <= NEAR) {
            n--;
        }
        return n;
    }

    private static List<Claim> twoDatapoints() {
        var fromFour = Descent.descent(new SgdStep(Pit.PUBLISHED, PIT_T), 4, LONG);
        var stuck = Descent.descent(new SgdStep(Pit.PUBLISHED, PIT_T), 0, LONG);
        var over = Descent.descent(new SgdStep(Pit.PUBLISHED, LARGE_T), 0, LONG);
        var top = LandscapeTop.of();
        var crossed = 0;
        while (crossed <= LONG && !(stuck[crossed] > top.barrier())) {
            crossed++;
        }
        var limit = 2 / Pit.PUBLISHED.curvature(top.pit());
        return List.of(
                P1.holds(
                        "From W = 4 gradient descent on L ends at W = 2",
                        2.0,
                        fromFour[LONG],
                        Math.abs(fromFour[LONG] - 2) < 1e-6,
                        "Reproduced if W is within a millionth of 2 after 20 000 steps with T = 0.05"),
                P1.holds(
                        "From W = 0, with too large a T, it does not stay in the pit",
                        null,
                        over[LONG],
                        Math.abs(over[LONG] - 2) < NEAR,
                        "Reproduced if it ends near 2 with T = 0.5 (the post does not say its T)"),
                P1.judged(
                        "From W = 0 with T = 0.05 it is stuck in the pit",
                        null,
                        crossed > LONG ? null : (double) crossed,
                        crossed > LONG ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                        String.format(
                                Locale.ROOT,
                                "Reproduced if it never crosses L's maximum in 20 000 steps. %sThe pit holds gradient descent only for"
                                        + " T < 2 / L'' = %.4f",
                                crossed > LONG
                                        ? ""
                                        : "It bounces about in the pit and crosses after " + crossed + " steps. ",
                                limit)));
    }

    /** L's pit and barrier. */
    private record LandscapeTop(double pit, double barrier) {
        static LandscapeTop of() {
            var points = StationaryPoints.of(Pit.PUBLISHED, 0, 2);
            var pocket = LandscapeChoice.PIT.pocket();
            var pit = points.stream()
                    .min((a, b) -> Double.compare(Math.abs(a.w() - pocket.pit()), Math.abs(b.w() - pocket.pit())))
                    .orElseThrow();
            var barrier = points.stream()
                    .min((a, b) ->
                            Double.compare(Math.abs(a.w() - pocket.barrier()), Math.abs(b.w() - pocket.barrier())))
                    .orElseThrow();
            return new LandscapeTop(pit.w(), barrier.w());
        }
    }

    /** In units of W half as large, the same path needs four times T, and the same k. */
    private static Claim dimension() {
        var scaled = Landscape.of(Formulas.parse("-exp(-(w/2-2)^2)"));
        var path = Descent.descent(new SgdStep(ONE, GOOD), 1.2, 50);
        var twice = Descent.descent(new SgdStep(scaled, 4 * GOOD), 2.4, 50);
        var newton = Descent.newton(ONE, 0.5, 1.8, 50);
        var newtonTwice = Descent.newton(scaled, 0.5, 3.6, 50);
        var worst = 0.0;
        for (var n = 0; n <= 50; n++) {
            worst = Math.max(worst, Math.abs(twice[n] / 2 - path[n]));
            worst = Math.max(worst, Math.abs(newtonTwice[n] / 2 - newton[n]));
        }
        return P1.holds(
                "T has the dimension of W² / L, the k of Newton's form none",
                null,
                worst,
                worst < 1e-9,
                "With W in half its unit, T four times as large and k as it was must give the same paths; ours is how far they"
                        + " differ, and less than 1e-9 is rounding");
    }

    /** The T that converges fastest near the minimum of a bell, against its sharpness k: 1 / (2 k). */
    private static Claim spikiness() {
        var line = new SimpleRegression();
        for (var k = 1; k <= 256; k *= 4) {
            var bell = Landscape.of(Formulas.parse("-exp(-" + k + "*w^2)"));
            var best = Double.NaN;
            var fewest = Integer.MAX_VALUE;
            for (var i = 1; i <= 40; i++) {
                var temperature = i / (40.0 * k);
                var path = Descent.descent(new SgdStep(bell, temperature), 0.1 / Math.sqrt(k), 400);
                var n = 0;
                while (n < 400 && Math.abs(path[n]) > 1e-9 / Math.sqrt(k)) {
                    n++;
                }
                if (n < fewest) {
                    fewest = n;
                    best = temperature;
                }
            }
            line.addData(Math.log(k), Math.log(best));
        }
        return P1.holds(
                "The best T depends on the spikiness of the loss",
                null,
                line.getSlope(),
                line.getSlope() < -0.5,
                "Ours is the slope of log(best T) by log(sharpness) over sharpnesses 1 to 256: 0 for no dependence; reproduced"
                        + " below -0.5");
    }

    /** How far descent with T is from the gradient flow at one time, for small and for large T. */
    private static Claim continuous() {
        var small = error(0.005);
        var twice = error(0.01);
        var large = error(2);
        return P1.holds(
                "As T goes to infinity one gets continuous gradient descent",
                null,
                large,
                large < small,
                String.format(
                        Locale.ROOT,
                        "Ours is the distance from the gradient flow at time 4, on l0 from W = 1, with T = 2; reproduced if it is"
                                + " less than with T = 0.005, where it is %.2g. It falls with T, %.2f times as T is halved: a slip for"
                                + " T to 0",
                        small,
                        twice / small));
    }

    private static double error(double temperature) {
        var time = 4;
        var path = Descent.descent(new SgdStep(ONE, temperature), 1, (int) Math.round(time / temperature));
        var fine = Descent.descent(new SgdStep(ONE, 1e-5), 1, (int) Math.round(time / 1e-5));
        return Math.abs(path[path.length - 1] - fine[fine.length - 1]);
    }

    /** P1's own pictures of paths. */
    static final class Published {
        List<Figure> figures() {
            return List.of(
                    Paths.figure(
                            "one-datapoint",
                            "One datapoint: gradient descent on l0 from W = 0",
                            paths(ONE, 60, new double[] {0}, 1, SLOW, GOOD),
                            "T = 1 oversteps the minimum at 2 again and again, T = 0.1 is slow, T = 0.5 goes straight."),
                    Paths.figure(
                            "two-datapoints",
                            "Two datapoints: gradient descent on L from W = 0 and 4",
                            paths(Pit.PUBLISHED, 300, new double[] {0, 4}, PIT_T, LARGE_T),
                            "From 0, T = 0.5 jumps over the pit at 1; T = 0.05 bounces about in it and gets out after all."));
        }

        private static List<PathResults.Path> paths(
                Landscape landscape, int steps, double[] starts, double... temperatures) {
            return Arrays.stream(temperatures)
                    .boxed()
                    .flatMap(t -> Arrays.stream(starts)
                            .mapToObj(start -> new PathResults.Path(
                                    Rule.DESCENT.toString(),
                                    t,
                                    start,
                                    null,
                                    Descent.descent(new SgdStep(landscape, t), start, steps),
                                    null)))
                    .toList();
        }
    }
}
