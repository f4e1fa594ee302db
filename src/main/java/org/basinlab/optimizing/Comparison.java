package org.basinlab.optimizing;

import static org.basinlab.optimizing.Runs.after;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.causal.Exponents;
import org.basinlab.causal.Question;
import org.basinlab.causal.Rate;
import org.basinlab.causal.Tangents;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.experiment.Verdict;
import org.basinlab.optimizing.OpResults.SystemRow;

/**
 * The systems that come with Basin side by side, each with its usual question and its first node m: what P7 names as its next
 * step, to measure Op where nothing optimizes, and to compare what does.
 */
final class Comparison {
    private static final int SEEDS = 200;
    private static final double BY_CHANCE = 0.05;
    /** Times the usual time over which long-run rates are taken: flows fluctuate more. */
    private static final int LONG_MAP = 10;

    private static final int LONG_FLOW = 100;

    private static final long MOST_STEPS = 200_000;

    private Comparison() {}

    static List<SystemRow> rows(int threads) {
        var tasks = new ArrayList<Callable<SystemRow>>();
        for (var system : BuiltIn.values()) {
            if (system != BuiltIn.LINEAR) {
                tasks.add(() -> row(system.toString(), system.with(BuiltIn.Values.PUBLISHED)));
            }
        }
        tasks.add(Comparison::random);
        return Threads.all(threads, tasks);
    }

    private static SystemRow row(String name, Preset preset) {
        var stepping = preset.stepping();
        var frozen = Set.copyOf(preset.frozen());
        var question = Question.ofAll(stepping, frozen, Window.ALWAYS, preset.from());
        var m = preset.to().isEmpty() ? question.to().get(0) : preset.to().get(0);
        var one = new Question(stepping, frozen, Window.ALWAYS, preset.from(), List.of(m));
        var steps = stepping.steps(preset.time());
        var comp = after(new Tangents(one), steps).comps().get(0);
        var last = Math.min(MOST_STEPS, (stepping.system().isFlow() ? LONG_FLOW : LONG_MAP) * steps);
        var rate = Rate.of(new Tangents(one), last / 10, last, Progress.NONE).get(0);
        var growth = Exponents.of(stepping, frozen, last / 10, last, Progress.NONE);
        return new SystemRow(
                name,
                String.join(",", preset.frozen()),
                preset.from(),
                m,
                preset.time(),
                preset.optimizer(),
                finite(comp.op()),
                comp.sign(),
                finite(rate.value()),
                finite(rate.error()),
                finite(growth.difference()),
                finite(growth.differenceError()),
                null,
                "");
    }

    /** Many random maps: which way one of them happens to go says nothing. */
    private static SystemRow random() {
        var ops = new double[SEEDS];
        var rates = new double[SEEDS];
        var predicted = new double[SEEDS];
        for (var seed = 1; seed <= SEEDS; seed++) {
            var published = BuiltIn.Values.PUBLISHED;
            var row = row(
                    BuiltIn.LINEAR.toString(),
                    BuiltIn.LINEAR.with(new BuiltIn.Values(
                            published.gain(),
                            published.theta(),
                            published.power(),
                            published.rho(),
                            published.loss(),
                            published.temperature(),
                            published.dimension(),
                            published.radius(),
                            seed)));
            ops[seed - 1] = orNaN(row.op());
            rates[seed - 1] = orNaN(row.rate());
            predicted[seed - 1] = orNaN(row.predicted());
        }
        var positive = Arrays.stream(ops).filter(op -> op > 0).count();
        var preset = BuiltIn.LINEAR.with(BuiltIn.Values.PUBLISHED);
        return new SystemRow(
                BuiltIn.LINEAR.toString(),
                String.join(",", preset.frozen()),
                preset.from(),
                "x2",
                preset.time(),
                false,
                finite(StatUtils.percentile(ops, 50)),
                null,
                finite(StatUtils.percentile(rates, 50)),
                null,
                finite(StatUtils.percentile(predicted, 50)),
                null,
                (double) positive / SEEDS,
                "medians over " + SEEDS + " seeds; Op is positive in " + positive);
    }

    /** Whether Op tells optimizers from other systems. */
    static List<Claim> claims(List<SystemRow> rows) {
        var wrong = new ArrayList<String>();
        for (var row : rows) {
            if (row.op() == null || row.optimizer() != row.op() > 0) {
                wrong.add(row.system());
            }
        }
        var random = rows.get(rows.size() - 1);
        var off = new ArrayList<String>();
        for (var row : rows) {
            if (row != random && differs(row)) {
                off.add(row.system());
            }
        }
        return List.of(
                Judged.of(
                        "P8",
                        "Op is positive where A does something optimizer-ish, negative where it amplifies",
                        null,
                        (double) (rows.size() - wrong.size()) / rows.size(),
                        wrong.isEmpty() ? Verdict.REPRODUCED : Verdict.DIFFERS,
                        "Ours is the share of %d systems where the sign at the usual time is what A was made for: positive if it was made"
                                + " to optimize, else not. Where it is not: %s",
                        rows.size(),
                        wrong.isEmpty() ? "none" : String.join(", ", wrong)),
                Judged.holds(
                        "P8",
                        "and only there",
                        0.0,
                        random.positive(),
                        random.positive() <= BY_CHANCE,
                        "Ours is the share of %d random linear maps, made for nothing, in which Op is positive; reproduced up to %s. A"
                                + " positive Op alone does not make an optimizer",
                        SEEDS,
                        BY_CHANCE),
                Judged.of(
                        "P8",
                        "Beyond the post: in the long run Op grows as the conditional exponent less the largest, in every"
                                + " system here but random maps",
                        null,
                        (double) off.size(),
                        off.isEmpty() ? Verdict.REPRODUCED : Verdict.DIFFERS,
                        "Ours is how many systems differ by more than three standard errors and by a hundredth of a unit: %s%s",
                        off.isEmpty() ? "none" : String.join(", ", off),
                        off.contains(BuiltIn.PID.toString())
                                ? ". Under pid with u frozen the integral of x keeps what was changed, which x never sees: the"
                                        + " leading direction vanishes on m"
                                : ""));
    }

    private static boolean differs(SystemRow row) {
        if (row.rate() == null || row.predicted() == null || row.rateError() == null || row.predictedError() == null) {
            return true;
        }
        var gap = Math.abs(row.rate() - row.predicted());
        return gap > 0.01 && gap > 3 * Math.hypot(row.rateError(), row.predictedError());
    }

    /** Percentiles leave NaN out. */
    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
