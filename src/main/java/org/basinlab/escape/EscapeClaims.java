package org.basinlab.escape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.operator.EscapeOperator;
import org.basinlab.operator.RunLength;

/**
 * What P1 says of the pit and the way out of it, judged on P1's landscape by rules fixed here. All but the last need no
 * chance; the last, the post's closing guess, rests on the escape times at the run's temperatures.
 */
final class EscapeClaims {
    /** The post's temperature for its first look at the pit. */
    private static final double FIRST_LOOK = 0.05;

    private static final int RUN = 5;
    private static final double PUBLISHED_CHANCE = 0.81;
    private static final int WITHIN = 100;
    private static final int MOST_STEPS = 1 << 20;

    /** Of the post's last three figures. */
    private static final double ZOOM_FROM = 0.01;

    private static final double ZOOM_TO = 0.02;
    private static final double ROUGHLY = 1.5;

    private static final LandscapeChoice DEEP = new LandscapeChoice(2, 100, List.of());

    private final EscapeConfig config;
    private final EscapeResults results;

    EscapeClaims(EscapeConfig config, EscapeResults results) {
        this.config = config;
        this.results = results;
    }

    List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.addAll(pit());
        claims.addAll(runs());
        claims.addAll(deep());
        claims.add(inverse());
        claims.add(law());
        if (config.landscape().isPublished() && config.batch() == 1 && config.innerSteps() == 1) {
            return claims;
        }
        return claims.stream()
                .map(claim -> P1.untested(claim, "The run is not on P1's landscape with one datapoint a step"))
                .toList();
    }

    private static List<Claim> pit() {
        var pocket = LandscapeChoice.PIT.pocket();
        return List.of(
                P1.printed("l1 is stationary in the pit, at W = 1.004", 1.004, 3, pocket.pit()),
                P1.printed("l1 is stationary on the barrier, at W = 1.196", 1.196, 3, pocket.barrier()));
    }

    private static List<Claim> runs() {
        var pocket = LandscapeChoice.PIT.pocket();
        var way = way(Pit.PUBLISHED, pocket, FIRST_LOOK);
        var chance = RunLength.probability(RUN, WITHIN, 0.5);
        var exact = new EscapeOperator(new SgdStep(Pit.PUBLISHED, FIRST_LOOK), pocket.pit(), pocket.barrier())
                .escapes(WITHIN)
                .get(0);
        return List.of(
                P1.holds(
                        "At T = 0.05 five steps on l0 in a row lead out of the pit",
                        (double) RUN,
                        (double) way.steps,
                        way.steps == RUN,
                        "Reproduced if just so many steps on l0, from the pit of l1, lead beyond its barrier"),
                P1.printed("They lead to W = 1.201", 1.201, 3, way.w),
                P1.printed("The chance of a run of five such steps within 100 is 81%", PUBLISHED_CHANCE, 2, chance),
                P1.holds(
                        "It is easier to escape than by such a run alone",
                        PUBLISHED_CHANCE,
                        exact.atEnd(),
                        exact.atEnd() - exact.error() > chance,
                        String.format(
                                Locale.ROOT,
                                "The exact probability of having left at T = 0.05 after 100 steps, less its error, is %sabove"
                                        + " that of the run, %.5f",
                                exact.atEnd() - exact.error() > chance ? "" : "not ",
                                chance)));
    }

    private static List<Claim> deep() {
        var deep = new Pit(2, 100);
        var pocket = DEEP.pocket();
        var way = way(deep, pocket, FIRST_LOOK);
        var rates = new EscapeOperator(new SgdStep(deep, 0.02), pocket.pit(), pocket.barrier()).rates();
        var atPit = deep.loss(pocket.pit());
        var atTwo = deep.loss(2);
        return List.of(
                P1.holds(
                        "Out of a pit twice as deep, one more step is needed",
                        RUN + 1.0,
                        (double) way.steps,
                        way.steps == RUN + 1,
                        "Reproduced if just so many steps on l0 at T = 0.05 lead out"),
                P1.holds(
                        "That pit is then the global minimum of L",
                        null,
                        atPit,
                        atPit < atTwo,
                        String.format(Locale.ROOT, "L is %.4f in the pit and %.4f at W = 2", atPit, atTwo)),
                P1.holds(
                        "And still only W = 2 is stable under SGD",
                        null,
                        rates.eigenvalue(),
                        rates.eigenvalue() > rates.eigenvalueError() && deep.variance(2) < 1e-30,
                        String.format(
                                Locale.ROOT,
                                "Reproduced if SGD leaves the pit at a rate surely above 0 (here a step, at T = 0.02) and there is"
                                        + " no noise at W = 2 (S2 = %.1g)",
                                deep.variance(2))));
    }

    /** The slope of log(steps in a row) by log T, as T falls: -1 for "inversely proportional". */
    private static Claim inverse() {
        var pocket = LandscapeChoice.PIT.pocket();
        var line = new SimpleRegression();
        for (var t = FIRST_LOOK; t > FIRST_LOOK / 300; t /= 2) {
            line.addData(Math.log(t), Math.log(way(Pit.PUBLISHED, pocket, t).steps));
        }
        return P1.holds(
                "The number of steps on l0 in a row that lead out goes as 1 / T",
                -1.0,
                line.getSlope(),
                Math.abs(line.getSlope() + 1) <= 0.05,
                "Reproduced if the slope of log(steps) by log(T), from 0.05 down over eight halvings, is within 0.05 of -1");
    }

    /** The straight line in T over the temperatures of the post's last figures. */
    private Claim law() {
        var statement = "The logarithm of the number of steps to escape is roughly a (linear) function of T";
        var zoom = results.rates().stream()
                .filter(rate -> rate.temperature() >= ZOOM_FROM && rate.temperature() <= ZOOM_TO)
                .filter(EscapeResults.Rate::escapes)
                .sorted(Comparator.comparingDouble(EscapeResults.Rate::temperature))
                .toList();
        if (zoom.size() < Escape.LOW) {
            return P1.judged(
                    statement,
                    null,
                    null,
                    Verdict.NOT_TESTED,
                    "This needs escape rates at five temperatures from 0.01 to 0.02 at least, such as --temperature"
                            + " 0.01:0.02:11");
        }
        var line = new SimpleRegression();
        zoom.forEach(rate -> line.addData(rate.temperature(), -Math.log(rate.rateFirstPassage())));
        var worst = zoom.stream()
                .mapToDouble(rate -> Math.abs(line.predict(rate.temperature()) + Math.log(rate.rateFirstPassage())))
                .max()
                .orElseThrow();
        return P1.judged(
                statement,
                null,
                Math.exp(worst),
                worst <= Math.log(ROUGHLY) ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                String.format(
                        Locale.ROOT,
                        "Reproduced if a straight line in T is within a factor of %s of every mean escape time from T = 0.01 to 0.02,"
                                + " the post's range; ours is the largest factor it is off by, over %d temperatures. %s",
                        ROUGHLY,
                        zoom.size(),
                        instead()));
    }

    private String instead() {
        if (results.law() == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "The large-deviation law says A / T with A = %.4f as T falls to 0 (%.4f were the noise Gaussian): the local slope"
                        + " d log(time) / d(1/T) is %.3f at T = %.4g, and extrapolates to %.3f at 0",
                results.law().action(),
                results.law().gaussianAction(),
                results.law().slopes().get(0).slope(),
                results.law().slopes().get(0).temperature(),
                results.law().slopeAtZero());
    }

    /** Steps on l0 alone from the pit until W is beyond the barrier, and where that is. */
    private record Way(int steps, double w) {}

    private static Way way(Pit landscape, LandscapeChoice.Pocket pocket, double temperature) {
        var step = new SgdStep(landscape, temperature);
        var w = pocket.pit();
        for (var n = 1; n <= MOST_STEPS; n++) {
            w = step.from(w, 0);
            if (w > pocket.barrier()) {
                return new Way(n, w);
            }
        }
        throw new IllegalStateException("steps on l0 do not lead out of the pit at T = " + temperature);
    }
}
