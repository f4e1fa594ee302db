package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.basinlab.data.MnistDigests;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.Activation;
import org.basinlab.stats.Association;
import org.basinlab.stats.Interval;

/**
 * P4's claims that a run in P4's setting can judge, by rules fixed here.
 *
 * <p>R^2 of a set of parameters: <em>not reproduced</em> if the interval of r reaches 0 or below, so that no
 * positive correlation is shown; else <em>reproduced</em> if ours is within {@value #MARGIN} of the published
 * one; else <em>differs</em>. Two sets are judged, each by its own interval at 95%, not corrected for two. With one replica ours and the interval are its own; with
 * more, ours is the mean and the interval is where a further seed would fall, by Student's t.
 *
 * <p>A setting P4 states (digits, activation, hidden units, images of phase 1, data) that is not P4's makes
 * every claim <em>not tested</em>; what it leaves open does not.
 */
final class LocalizeClaims {
    /** How far from the published R^2 still counts as equal. */
    static final double MARGIN = 0.05;

    private final LocalizeConfig config;
    private final Map<String, String> digests;
    private final List<Replica> whole;

    LocalizeClaims(LocalizeConfig config, Map<String, String> digests, LocalizeResults results) {
        this.config = config;
        this.digests = digests;
        whole = results.replicas().stream()
                .filter(replica -> !replica.diverged())
                .toList();
    }

    List<Claim> all() {
        var untested = whatDiffers();
        return Stream.of(
                        new Rule(
                                "Weights: relative updating and relative difference are correlated, R² = 0.28",
                                Published.WEIGHTS_R2,
                                () -> squared(Published.WEIGHTS_R2, Replica::weights)),
                        new Rule(
                                "Biases: they are correlated, R² = 0.17",
                                Published.BIASES_R2,
                                () -> squared(Published.BIASES_R2, Replica::biases)),
                        new Rule("Biases: p < 0.0001 by t-test", Published.BIASES_P, this::biasesSignificant),
                        new Rule(
                                "The correlation of each input pixel is mostly positive",
                                null,
                                this::pixelsMostlyPositive))
                .map(rule -> rule.claim(untested.isEmpty() ? rule.judge().get() : notTested(untested)))
                .toList();
    }

    /** What P4 says, and how to judge it. */
    private record Rule(String statement, Double published, Supplier<Judgement> judge) {
        Claim claim(Judgement judgement) {
            return new Claim(
                    "P4", statement, published, judgement.ours, judgement.ci95, judgement.verdict, judgement.because);
        }
    }

    private record Judgement(Double ours, Interval ci95, Verdict verdict, String because) {}

    private static Judgement notTested(String because) {
        return new Judgement(null, null, Verdict.NOT_TESTED, because + ".");
    }

    private Judgement squared(double published, Function<Replica, Association> set) {
        var rs = whole.stream().mapToDouble(replica -> set.apply(replica).r()).toArray();
        var ours = StatUtils.mean(
                whole.stream().mapToDouble(replica -> set.apply(replica).r2()).toArray());
        var r = rs.length == 1 ? set.apply(whole.get(0)).ci95() : furtherSeed(rs);
        if (Double.isNaN(ours) || r == null) {
            return notTested("There is no R² here, or no interval of it");
        }
        var distance = Math.abs(ours - published);
        var verdict = r.low() <= 0 ? Verdict.NOT_REPRODUCED : distance <= MARGIN ? Verdict.REPRODUCED : Verdict.DIFFERS;
        var because = switch (verdict) {
            case NOT_REPRODUCED -> "The interval of r reaches 0, so no positive correlation is shown";
            case REPRODUCED -> text("Within %.2f of the published value", MARGIN);
            default -> text("Correlated, but %.2f from the published value, at most %.2f allowed", distance, MARGIN);
        };
        var how = rs.length == 1 ? "one replica" : rs.length + " replicas, interval for a further seed";
        return new Judgement(
                ours,
                square(r),
                verdict,
                text("%s: ours %.3f (%s), r in [%.3f, %.3f].", because, ours, how, r.low(), r.high()));
    }

    private Judgement biasesSignificant() {
        var p = StatUtils.percentile(
                whole.stream().mapToDouble(replica -> replica.biases().pNaive()).toArray(), 50);
        var below = p < Published.BIASES_P;
        return new Judgement(
                p,
                null,
                below ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                text(
                        "%s of p is %.2g, %s 0.0001.",
                        whole.size() == 1 ? "One replica's value" : "The replicas' median",
                        p,
                        below ? "below" : "not below"));
    }

    private Judgement pixelsMostlyPositive() {
        var share = whole.stream()
                .mapToDouble(replica -> positiveShare(replica.perPixel().map()))
                .average()
                .orElseThrow();
        var most = share > 0.5;
        return new Judgement(
                share,
                null,
                most ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                text(
                        "%.0f%% of the pixels that have a correlation have a positive one; more than half is asked for.",
                        100 * share));
    }

    private static double positiveShare(double[] map) {
        var defined = Arrays.stream(map).filter(r -> !Double.isNaN(r)).count();
        return (double) Arrays.stream(map).filter(r -> r > 0).count() / defined;
    }

    /** Why this run judges nothing; empty where it does. */
    private String whatDiffers() {
        var differing = new ArrayList<String>();
        if (!config.digits().equals(DigitGroups.P4)) {
            differing.add("digits " + config.digits() + ", not " + DigitGroups.P4);
        }
        if (config.network().activation() != Activation.SOFTPLUS) {
            differing.add("activation " + config.network().activation() + ", not softplus");
        }
        if (config.network().hidden() != NetworkChoice.P4.hidden()) {
            differing.add(config.network().hidden() + " hidden units, not 100");
        }
        if (config.schedule().phase1Images() != Schedule.P4.phase1Images()) {
            differing.add("phase 1 from " + config.schedule().phase1Images() + " images, not 12000");
        }
        if (!MnistDigests.isMnist(digests)) {
            differing.add("other images than MNIST's");
        }
        if (!differing.isEmpty()) {
            return "Not P4's setting: " + String.join("; ", differing);
        }
        return whole.isEmpty() ? "Every replica diverged" : "";
    }

    private static Interval furtherSeed(double[] rs) {
        var n = rs.length;
        var half = new TDistribution(n - 1).inverseCumulativeProbability(0.975)
                * new StandardDeviation().evaluate(rs)
                * Math.sqrt(1 + 1.0 / n);
        var mean = StatUtils.mean(rs);
        return Double.isNaN(half) ? null : new Interval(Math.max(-1, mean - half), Math.min(1, mean + half));
    }

    /** The values r^2 takes for r in an interval. */
    private static Interval square(Interval r) {
        var low = r.low() * r.low();
        var high = r.high() * r.high();
        return new Interval(r.contains(0) ? 0 : Math.min(low, high), Math.max(low, high));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
