package org.basinlab.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;

/**
 * What P7 and P8 hoped for, judged.
 *
 * <p>Fixed before the runs: Op is signed, units are ablated by holding them at their mean, and Op tells more than the
 * simple measures if its rank correlation with the loss of control is above that of the best of them (the best on the
 * same networks) with 95% confidence, network by network.
 */
final class NeuralClaims {
    private static final double RANK = 0.9;
    private static final double TENTH = 0.1;

    private NeuralClaims() {}

    static List<Claim> of(NeuralResults results) {
        var claims = new ArrayList<Claim>();
        results.models().forEach(m -> claims.add(modelled(m)));
        results.control().forEach(c -> {
            claims.add(matters(c));
            claims.add(beats(c));
        });
        claims.add(training(results.training()));
        return claims;
    }

    private static Claim modelled(ModelResult m) {
        var close = m.rank() != null && m.rank() >= RANK && m.medianDifference() <= TENTH * m.spread();
        var alike = m.rankCi95() != null && m.rankCi95().low() > 0;
        return new Claim(
                "P7",
                "Op can be measured on a network that models a simple system: on a model of " + m.system()
                        + " it is that on the system",
                null,
                m.medianDifference(),
                m.differenceCi95(),
                close ? Verdict.REPRODUCED : alike ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                text(
                        "Reproduced if, for networks trained %d steps, the rank correlation of the curves over time is at least %s"
                                + " and the median difference at most a tenth of the spread of Op on the system; differs if the"
                                + " correlation is surely above 0. It is %s; the difference is %.3f nats of a spread of %.2f. A step's"
                                + " error (%.1f%%; of its derivatives %.1f%%) explains R^2 = %.2f (%.2f) of log differences",
                        m.trained(),
                        RANK,
                        m.rank() == null ? "not defined" : String.format(Locale.ROOT, "%.3f", m.rank()),
                        m.medianDifference(),
                        m.spread(),
                        100 * m.oneStep(),
                        100 * m.oneStepSlope(),
                        m.explained(),
                        m.explainedBySlope()));
    }

    private static Claim matters(ControlResult c) {
        var op = c.correlation(Measure.OP, "mean");
        return new Claim(
                "P8",
                "In a network that runs the " + c.plant()
                        + ", units with high Op are those whose ablation loses control",
                null,
                op.mean(),
                op.ci95(),
                above(op.ci95()) ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                text(
                        "Reproduced if the rank correlation over units of Op with the loss of control, units held at their mean,"
                                + " is surely above 0; mean over %d networks %.3f. Held at 0 it is %.3f; of |Op| %.3f and %.3f",
                        c.networks(),
                        op.mean(),
                        c.correlation(Measure.OP, "zero").mean(),
                        c.correlation(Measure.SIZE_OF_OP, "mean").mean(),
                        c.correlation(Measure.SIZE_OF_OP, "zero").mean()));
    }

    private static Claim beats(ControlResult c) {
        var d = c.difference(Measure.OP, "mean");
        var zero = c.difference(Measure.OP, "zero");
        return new Claim(
                "P8",
                "In a network that runs the " + c.plant() + ", Op says more of a unit's part in control than simple"
                        + " measures do",
                null,
                d.mean(),
                d.ci95(),
                above(d.ci95()) ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                text(
                        "Reproduced if the rank correlation of Op less that of the best simple measure (%s, %.3f), network by"
                                + " network, is surely above 0, units held at their mean; it is %.3f. Held at 0 (best: %s) it is %.3f%s."
                                + " A unit's share of the feedback at one moment, not in the rule, has %.3f, held at 0 %.3f",
                        d.baseline(),
                        c.correlation(byName(d.baseline()), "mean").mean(),
                        d.mean(),
                        zero.baseline(),
                        zero.mean(),
                        between(zero.ci95()),
                        c.correlation(Measure.FEEDBACK, "mean").mean(),
                        c.correlation(Measure.FEEDBACK, "zero").mean()));
    }

    private static Measure byName(String label) {
        for (var measure : Measure.values()) {
            if (measure.toString().equals(label)) {
                return measure;
            }
        }
        throw new IllegalArgumentException(label);
    }

    private static Claim training(TrainingResult t) {
        var others = t.courses().stream().filter(c -> !c.onLoss()).toList();
        var last = others.get(0).steps().length - 1;
        var ends = others.stream().mapToDouble(c -> c.medianOp()[last]).toArray();
        var most = Double.NEGATIVE_INFINITY;
        var least = Double.POSITIVE_INFINITY;
        for (var end : ends) {
            most = Math.max(most, end);
            least = Math.min(least, end);
        }
        return new Claim(
                "P8",
                "Training as the system: the layers of a network optimize each other's weights (Op > 0)",
                null,
                most,
                null,
                least > 0 ? Verdict.REPRODUCED : most > 0 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                text(
                        "Reproduced if, after %d steps of SGD, the median Op(layer; a weight of another at the start, the same then)"
                                + " is positive for every pair of layers, differs if for some; it is %.4f to %.4f nats. Negative: what"
                                + " the other layer learns adds to the change",
                        t.steps(), least, most));
    }

    private static boolean above(Interval ci95) {
        return ci95 != null && ci95.low() > 0;
    }

    private static String between(Interval ci95) {
        return ci95 == null ? "" : text(" (%.3f to %.3f)", ci95.low(), ci95.high());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
