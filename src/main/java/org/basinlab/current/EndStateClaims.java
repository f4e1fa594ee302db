package org.basinlab.current;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.current.CurrentResults.Exponent;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.landscape.Pit;

/** P2 on what the density comes to. */
final class EndStateClaims {
    private static final double POSTS = 0.5;
    private static final double ITO = 1;
    /** Conventions' exponents are 1/2 apart. */
    private static final double EQUAL = 0.05;

    private static final double PIT_TEMPERATURE = 0.015;
    private static final int CELLS = 1000;
    private static final double LONG_SIGMAS = 3;

    private final CurrentResults results;
    private final ProbabilityCurrent.Cases cases;

    EndStateClaims(CurrentResults results, ProbabilityCurrent.Cases cases) {
        this.results = results;
        this.cases = cases;
    }

    List<Claim> all() {
        var claims = new ArrayList<Claim>();
        claims.addAll(formula());
        claims.add(lowVariance());
        claims.add(remedysEquation());
        claims.addAll(pit());
        claims.addAll(widths());
        return claims;
    }

    private Exponent exponent(int innerSteps) {
        return results.endExponents().stream()
                .filter(c -> c.innerSteps() == innerSteps)
                .findFirst()
                .orElseThrow();
    }

    private List<Claim> formula() {
        var c = exponent(1);
        var far = new LinearMoments(2, 0);
        var landscape = EndExponent.landscape();
        var t = EndExponent.TEMPERATURE;
        var post = far.under(NoiseConvention.STRATONOVICH, landscape, t, 100 * EndExponent.longEnough());
        var ito = far.under(NoiseConvention.ITO, landscape, t, 100 * EndExponent.longEnough());
        var walk = cases.longWalk();
        var error = walk.sd() / Math.sqrt(walk.walkers());
        return List.of(
                P2.judged(
                        "End state: d log P/dW = -c d log S2/dW - 2 G / (T S2) with c = 1/2",
                        POSTS,
                        c.measured(),
                        Math.abs(c.measured() - POSTS) <= EQUAL ? Verdict.REPRODUCED : Verdict.DIFFERS,
                        "Reproduced if c, fitted to SGD's own law by the operator (g = (1 ± 0.9) W - 2, T = 0.02; good to %.1g), is"
                                + " within 0.05 of 1/2; %s",
                        c.error(),
                        Math.abs(c.measured() - ITO) <= EQUAL ? "it is Itô's, 1" : "it is not Itô's, 1, either"),
                P2.holds(
                        "The end state's mean there, by the post's formula, is that of long walks",
                        null,
                        walk.mean(),
                        Math.abs(walk.mean() - post.mean()) <= LONG_SIGMAS * error,
                        "By the post's formula it is %.4f; ours is of %d walkers after %d steps. Reproduced if they are within three"
                                + " standard errors of %.4f; Itô's is %.4f",
                        post.mean(),
                        walk.walkers(),
                        walk.steps(),
                        error,
                        ito.mean()));
    }

    private Claim lowVariance() {
        var c = exponent(1);
        return P2.holds(
                "SGD is biased towards regions of low variance",
                null,
                c.measured(),
                c.measured() > 10 * c.error() && c.measured() > EQUAL,
                "Reproduced if c above is clearly positive: P falls as S2^-c where G is 0. The bias is %.2g times as strong as in the"
                        + " post's formula",
                c.measured() / POSTS);
    }

    private Claim remedysEquation() {
        var worst = results.endExponents().stream()
                .mapToDouble(c -> Math.abs(c.measured() - c.expected()))
                .max()
                .orElseThrow();
        var most = results.endExponents().get(results.endExponents().size() - 1);
        return P2.holds(
                "Several small steps with each datapoint are what the post's equation needs",
                POSTS,
                most.measured(),
                worst <= EQUAL && Math.abs(most.expected() - POSTS) <= EQUAL,
                "With r small steps c should be (1 + 1/r)/2, so the post's 1/2 is the limit of its own remedy, and plain SGD's is 1."
                        + " Reproduced if c measured on SGD's own law for r = 1, 4, 16 is within 0.05 of that (it is within %.3f), and"
                        + " the last near the post's; ours is for r = %d",
                worst,
                most.innerSteps());
    }

    private static List<Claim> pit() {
        var equation = NoiseConvention.STRATONOVICH.equation(Pit.PUBLISHED, PIT_TEMPERATURE);
        var aboutPit = EndState.of(equation, Mesh.uniform(0.9, 1.1, 2 * CELLS));
        var aboutTwo = EndState.of(equation, Mesh.uniform(1.2, 2.8, CELLS));
        var fails = aboutPit instanceof EndState.Undefined && aboutTwo instanceof EndState.Undefined;
        var variance = Pit.PUBLISHED.variance(2);
        return List.of(
                P2.holds(
                        "Where S2 vanishes the end state's equation does not work",
                        null,
                        null,
                        fails,
                        "Reproduced if it has no solution across the pit, where S2 is 0 at W = 1, nor about W = 2"),
                P2.holds(
                        "An \"energy\" -log P(W, infinity) must exist, assuming SGD converges",
                        null,
                        variance,
                        aboutTwo instanceof EndState.Density,
                        "Reproduced if the post's equation has a density about W = 2 of its landscape, where SGD ends. %s. On landscapes"
                                + " with noise everywhere it exists, as on g = (1 ± 0.9) W - 2 above",
                        aboutTwo instanceof EndState.Undefined undefined ? upper(undefined.reason()) : "It has"));
    }

    private static String upper(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private List<Claim> widths() {
        var widths = results.widths();
        var x = widths.exponent();
        var e4 = Math.exp(4);
        var integrals = 4 * x;
        return List.of(
                P2.printed("e^4 = 56 (printed, then withdrawn)", 56, 1, e4, "Reproduced if e^4 rounds to 56"),
                P2.judged(
                        "A minimum twice as wide in every l_j holds e^4 times the density of the narrow one (x = 1)",
                        e4,
                        widths.sgd(),
                        Math.abs(widths.sgd() / e4 - 1) <= 0.1
                                ? Verdict.REPRODUCED
                                : widths.sgd() > 1 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                        "Reproduced if within 10%%. With x = %s the integral of 2 G / (T S2) up the narrow side and %s up the wide one,"
                                + " the wide centre lies e^(4x) above the barrier and the narrow one e^x, so the ratio is 4^c e^(3x): Itô"
                                + " %.1f, the post's equation %.1f, Fick %.1f, modified %.1f; SGD's own law %.1f ± %.1f (T = %s)",
                        x,
                        integrals,
                        widths.ito(),
                        widths.stratonovich(),
                        widths.fick(),
                        widths.modified(),
                        widths.sgd(),
                        widths.sgdError(),
                        widths.temperature()),
                P2.holds(
                        "SGD prefers broader minima to narrower ones",
                        null,
                        widths.sgd(),
                        widths.sgd() - widths.sgdError() > 1,
                        "Reproduced if that ratio of densities is above 1 by more than its error"));
    }
}
