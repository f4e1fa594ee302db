package org.basinlab.localize;

import static org.basinlab.localize.Judgement.notTested;
import static org.basinlab.localize.Judgement.text;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.StudentInterval;

/** Rules for what P4 saw in its pictures: clusters, the map of pixels, the loss. Numbers are means over replicas. */
final class PatternRules {
    /** The share of variance, or the correlation, from which a pattern counts as the one described. */
    static final double CLEAR = 0.9;
    /** From which it counts as there. */
    static final double PRESENT = 0.5;
    /** Touching negative pixels that make a region. */
    static final int REGION = 5;
    /** Less than this much of phase 1's last loss is a lower loss. */
    static final double LOWER = 0.9;

    private final List<Replica> whole;
    private final int columns;

    /**
     * Rules over replicas.
     *
     * @param whole   those in P4's setting that did not diverge
     * @param columns of an image
     */
    PatternRules(List<Replica> whole, int columns) {
        this.whole = whole;
        this.columns = columns;
    }

    /** The weights from pixels never inked make a cluster a neuron: the variance of r and of q is between neurons. */
    Judgement clusters() {
        var r = mean(replica -> replica.structure().clusters().constant().r());
        var q = mean(replica -> replica.structure().clusters().constant().q());
        if (Double.isNaN(r + q)) {
            return notTested("There is no pixel that is never inked");
        }
        return new Judgement(
                Math.min(r, q),
                null,
                graded(Math.min(r, q)),
                text(
                        "Of the weights from pixels never inked, %.1f%% of the variance of r and %.1f%% of that of q lies"
                                + " between neurons; %.0f%% is asked for. Of all weights %.0f%% and %.0f%%.",
                        100 * r,
                        100 * q,
                        100 * CLEAR,
                        100
                                * mean(replica ->
                                        replica.structure().clusters().all().r()),
                        100
                                * mean(replica ->
                                        replica.structure().clusters().all().q())));
    }

    /** The centres of these clusters are where the neurons' biases are. */
    Judgement clustersFollowBiases() {
        var r = mean(replica -> replica.structure().clusters().biasPattern().r());
        var q = mean(replica -> replica.structure().clusters().biasPattern().q());
        if (Double.isNaN(r + q)) {
            return notTested("There is no pixel that is never inked, or no bias with both numbers");
        }
        return new Judgement(
                Math.min(r, q),
                null,
                graded(Math.min(r, q)),
                text(
                        "Over neurons, the centre of the cluster of weights from pixels never inked is correlated with the"
                                + " bias by %.4f in r and %.4f in q; %.1f is asked for.",
                        r, q, CLEAR));
    }

    private static Verdict graded(double value) {
        return value >= CLEAR ? Verdict.REPRODUCED : value >= PRESENT ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED;
    }

    /** More than half of the inked pixels: surely, by the interval of the mean share, where there are several seeds. */
    Judgement pixelsMostlyPositive() {
        var shares = whole.stream()
                .mapToDouble(replica -> positiveShare(replica.perPixel()))
                .toArray();
        var share = StatUtils.mean(shares);
        if (Double.isNaN(share)) {
            return notTested("No inked pixel has a correlation here");
        }
        var interval = StudentInterval.ofMean(shares);
        var verdict = share > 0.5 ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED;
        return new Judgement(
                share,
                interval == null ? null : interval.inside(0, 1),
                interval != null && interval.contains(0.5) ? Verdict.NOT_TESTED : verdict,
                text(
                        "%.0f%% of the pixels that are ever inked have a positive correlation%s; more than half is asked"
                                + " for. Surely positive are %.0f of them, surely negative %.0f (false discovery rate"
                                + " %.0f%%).",
                        100 * share,
                        interval != null && interval.contains(0.5) ? ", too uncertain to tell" : "",
                        mean(replica -> replica.perPixel().significant().positive()),
                        mean(replica -> replica.perPixel().significant().negative()),
                        100 * PerPixel.LEVEL));
    }

    private static double positiveShare(PerPixel pixels) {
        var known = 0;
        var positive = 0;
        for (var i = 0; i < pixels.map().length; i++) {
            if (pixels.isTested(i) && !Double.isNaN(pixels.map()[i])) {
                known++;
                positive += pixels.map()[i] > 0 ? 1 : 0;
            }
        }
        return (double) positive / known;
    }

    /** Some regions are negative: in most replicas, one of at least {@value #REGION} touching pixels, one surely so. */
    Judgement negativeRegions() {
        if (Double.isNaN(mean(replica -> positiveShare(replica.perPixel())))) {
            return notTested("No inked pixel has a correlation here");
        }
        var regions = whole.stream()
                .mapToDouble(replica -> PixelRegions.negative(replica.perPixel(), columns, REGION, false))
                .toArray();
        var sure = whole.stream()
                .mapToDouble(replica -> PixelRegions.negative(replica.perPixel(), columns, REGION, true))
                .toArray();
        var verdict = StatUtils.percentile(sure, 50) >= 1
                ? Verdict.REPRODUCED
                : StatUtils.percentile(regions, 50) >= 1 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED;
        return new Judgement(
                StatUtils.mean(sure),
                null,
                verdict,
                text(
                        "%s regions of at least %d touching inked pixels with a negative correlation, %s of them with a"
                                + " pixel that is surely negative (false discovery rate %.0f%%); one such is asked for.",
                        count(regions), REGION, count(sure), 100 * PerPixel.LEVEL));
    }

    /** A mean over replicas; of one replica, a number of things. */
    private static String count(double... values) {
        return text(values.length == 1 ? "%.0f" : "%.1f", StatUtils.mean(values));
    }

    /** Much weaker at the edges, which are never inked: at most half of |r| elsewhere. */
    Judgement weakAtTheEdges() {
        var edges = mean(replica -> replica.perPixel().constant().meanAbsolute());
        var inked = mean(replica -> replica.perPixel().inked().meanAbsolute());
        if (Double.isNaN(edges + inked)) {
            return notTested("There is no pixel that is never inked, or none that is");
        }
        var ratio = edges / inked;
        return new Judgement(
                ratio,
                null,
                ratio <= 0.5 ? Verdict.REPRODUCED : ratio < 1 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                text(
                        "Mean |r| is %.3f where pixels are never inked and %.3f elsewhere, %.2f of it; at most half is asked"
                                + " for. The first are copies of one number, the biases' correlation.",
                        edges, inked, ratio));
    }

    /** The loss is least early in the first epoch: while phase 1 goes on, or the epoch's last quarter is no lower. */
    Judgement lossLeastEarly() {
        var at = median(replica -> replica.learning().minimumAt());
        var end = median(replica -> replica.learning().phase1End());
        var ratio = median(replica ->
                replica.learning().lastQuarterLoss() / replica.learning().phase1Loss());
        if (Double.isNaN(at + ratio)) {
            return notTested("There is no learning curve here, or the forks are shorter than a quarter of an epoch");
        }
        Verdict verdict;
        if (ratio < LOWER) {
            verdict = Verdict.NOT_REPRODUCED;
        } else {
            verdict = at <= end ? Verdict.REPRODUCED : Verdict.DIFFERS;
        }
        return new Judgement(
                at,
                null,
                verdict,
                text(
                        "The loss before the update is least %.0f%% into the first epoch, of which phase 1 is %.0f%%; over the"
                                + " epoch's last quarter it is %.2f of what it was at phase 1's end, less than %.1f counts as"
                                + " lower.",
                        100 * at, 100 * end, ratio, LOWER));
    }

    private double mean(ToDoubleFunction<Replica> number) {
        return whole.stream().mapToDouble(number).average().orElseThrow();
    }

    private double median(ToDoubleFunction<Replica> number) {
        return StatUtils.percentile(whole.stream().mapToDouble(number).toArray(), 50);
    }
}
