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
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.stats.Association;
import org.basinlab.stats.Interval;

/**
 * P4's claims that a run in P4's setting can judge, by rules fixed here.
 *
 * <p>R^2 of a set of parameters, with the 95% interval of r: <em>reproduced</em> if the whole interval is above
 * 0 and R^2 within {@value #MARGIN} of the published one; else <em>not tested</em> if the interval holds the
 * published correlation, for then this run cannot tell; else <em>not reproduced</em> if it reaches 0 or below, so
 * that no positive correlation is shown; else <em>differs</em>. Two sets are judged, each by its own interval,
 * not corrected for two. With one replica ours and the interval are its own; with more, ours is the mean and the
 * interval is where a further seed would fall, by Student's t.
 *
 * <p>A setting that contradicts what P4 states (digits, hidden units and their activation, He initialization,
 * 12 000 or 1200 images for phase 1, its second half or all of it tallied, forks over the rest of the training
 * set, data) makes every claim <em>not tested</em>; what P4 leaves open does not.
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
        var verdict = verdict(r, distance, published);
        var because = switch (verdict) {
            case NOT_REPRODUCED ->
                "The interval reaches 0 and not the published value: no positive correlation is shown";
            case REPRODUCED -> text("Positive and within %.2f of the published value", MARGIN);
            case DIFFERS -> text("Positive, but %.2f from the published value, at most %.2f allowed", distance, MARGIN);
            case NOT_TESTED -> "Too uncertain to tell: the interval holds the published value, and ours is far from it";
        };
        var how = rs.length == 1 ? "one replica" : rs.length + " replicas, interval for a further seed";
        return new Judgement(
                ours,
                square(r),
                verdict,
                text(
                        "%s: ours %.3f (%s), r in [%.3f, %.3f]. Two R² are judged, each at 95%%.",
                        because, ours, how, r.low(), r.high()));
    }

    private static Verdict verdict(Interval r, double distance, double published) {
        if (r.low() > 0 && distance <= MARGIN) {
            return Verdict.REPRODUCED;
        }
        // The published correlation is positive.
        if (r.contains(Math.sqrt(published))) {
            return Verdict.NOT_TESTED;
        }
        return r.low() <= 0 ? Verdict.NOT_REPRODUCED : Verdict.DIFFERS;
    }

    private Judgement biasesSignificant() {
        var p = StatUtils.percentile(
                whole.stream().mapToDouble(replica -> replica.biases().pNaive()).toArray(), 50);
        if (Double.isNaN(p)) {
            return notTested("There is no correlation here");
        }
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
        if (Double.isNaN(share)) {
            return notTested("No pixel has a correlation here");
        }
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
        if (config.network().init() != Initialization.HE && config.network().init() != Initialization.HE_UNIFORM) {
            differing.add("initialization " + config.network().init() + ", not He's");
        }
        if (config.network().biasInit() != BiasInitialization.HE) {
            differing.add("biases begin at " + config.network().biasInit() + ", not as He's");
        }
        if (config.initialNetwork() != null) {
            differing.add("begun from a trained network");
        }
        var schedule = config.schedule();
        if (schedule.phase1Images() != 12_000 && schedule.phase1Images() != 1200) {
            differing.add("phase 1 from " + schedule.phase1Images() + " images, not 12000 or 1200");
        }
        if (!List.of(0.0, 0.5).contains(schedule.tallyFrom())) {
            differing.add("tallies from " + schedule.tallyFrom() + " of phase 1 on, not from half or from the start");
        }
        if (schedule.forkLength() != null) {
            differing.add("forks cut to " + schedule.forkLength() + " images");
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
