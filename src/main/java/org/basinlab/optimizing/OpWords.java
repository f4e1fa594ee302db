package org.basinlab.optimizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.optimizing.OpResults.Landscape;

/** A run in words and small tables. */
final class OpWords {
    private static final int MOST_FLIPS = 20;
    private static final int SURE = 5;

    private OpWords() {}

    static String headline(OpConfig config, OpResults results) {
        var question = config.question();
        var m = question.to().get(0);
        var points = results.op().get(m);
        var last = points.get(points.size() - 1);
        var a = String.join(",", config.frozen());
        if (last.op() == null) {
            return String.format(
                    Locale.ROOT,
                    "At time %s Op({%s}; %s, %s) does not exist: Comp is 0, infinite or 0/0%s.",
                    brief(last.time()),
                    a,
                    config.from(),
                    m,
                    question.cutOff().contains(m) ? ", for with A frozen nothing of the change gets there" : "");
        }
        var what = last.op() > 0 ? "takes away some of" : last.op() < 0 ? "adds to" : "does nothing about";
        var rate = !isSure(results)
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; in the long run it changes by %s a unit of time",
                        withError(results.rate(), results.rateError()));
        return String.format(
                Locale.ROOT,
                "At time %s Op({%s}; %s, %s) is %.4f nats: {%s} %s a change of %s%s.",
                brief(last.time()),
                a,
                config.from(),
                m,
                last.op(),
                a,
                what,
                m,
                rate);
    }

    /** A course too short for a rate has an error as large. */
    private static boolean isSure(OpResults results) {
        return results.rate() != null
                && results.rateError() != null
                && Math.abs(results.rate()) > SURE * results.rateError();
    }

    private static String withError(double value, Double error) {
        return error == null
                ? String.format(Locale.ROOT, "%.6g", value)
                : String.format(Locale.ROOT, "%.6g ± %.1g", value, error);
    }

    static String brief(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    static List<KeyNumbers> numbers(OpResults results) {
        var tables = new ArrayList<KeyNumbers>();
        tables.add(new KeyNumbers(
                "Op of each node m at the end, and its rate",
                List.of("m", "time", "Op (nats)", "sign of Comp", "rate", "its error", "from", "to"),
                results.rates().stream()
                        .map(r -> {
                            var points = results.op().get(r.node());
                            var last = points.get(points.size() - 1);
                            return KeyNumbers.row(
                                    r.node(),
                                    last.time(),
                                    last.op(),
                                    last.sign(),
                                    r.rate(),
                                    r.error(),
                                    r.from(),
                                    r.to());
                        })
                        .toList()));
        if (results.integral() != null) {
            tables.add(new KeyNumbers(
                    "Amount of optimization",
                    List.of("", "integral of 1 - Comp"),
                    List.of(KeyNumbers.row("over the starts asked for", results.integral()))));
        }
        if (!results.flips().isEmpty()) {
            var shown = results.flips().stream().limit(MOST_FLIPS).toList();
            tables.add(new KeyNumbers(
                    "Changes of the sign of Comp, " + results.flipCount()
                            + (shown.size() < results.flipCount() ? ", the first " + MOST_FLIPS : ""),
                    List.of("m", "time", "sign from then on", "derivative that changed"),
                    shown.stream()
                            .map(f -> KeyNumbers.row(f.node(), f.time(), f.sign(), "A " + f.change()))
                            .toList()));
        }
        if (results.exponents() != null) {
            var e = results.exponents();
            tables.add(new KeyNumbers(
                    "Lyapunov exponents, a unit of time",
                    List.of("", "exponent", "standard error"),
                    List.of(
                            KeyNumbers.row("largest", e.largest(), e.largestError()),
                            KeyNumbers.row(
                                    "largest conditional, of the rest driven by A",
                                    e.conditional(),
                                    e.conditionalError()),
                            KeyNumbers.row("difference, to which Op / t tends", e.difference(), e.differenceError()))));
        }
        if (!results.maps().isEmpty()) {
            tables.add(maps(results.maps()));
        }
        if (!results.sets().isEmpty()) {
            tables.add(new KeyNumbers(
                    "Every A of Lorenz's system",
                    List.of("A", "n", "rate of Op", "its error", "largest exponent", "conditional", "its error"),
                    results.sets().stream()
                            .map(s -> KeyNumbers.row(
                                    s.frozen(),
                                    s.from(),
                                    s.rate(),
                                    s.rateError(),
                                    s.largest(),
                                    s.conditional(),
                                    s.conditionalError()))
                            .toList()));
        }
        tables.add(systems(results));
        return tables;
    }

    private static KeyNumbers maps(List<Landscape> maps) {
        return new KeyNumbers(
                "Maps of Op",
                List.of(
                        "m",
                        "least",
                        "median",
                        "greatest",
                        "share undefined",
                        "share negative Comp",
                        "basins",
                        "share in basins"),
                maps.stream()
                        .map(m -> KeyNumbers.row(
                                m.node(),
                                m.lowest(),
                                m.median(),
                                m.highest(),
                                m.undefined(),
                                m.negative(),
                                m.basins(),
                                m.inBasins()))
                        .toList());
    }

    private static KeyNumbers systems(OpResults results) {
        return new KeyNumbers(
                "Systems side by side, each with its usual question",
                List.of(
                        "system",
                        "A",
                        "n",
                        "m",
                        "time",
                        "made to optimize",
                        "Op (nats)",
                        "rate",
                        "exponents' difference",
                        ""),
                results.systems().stream()
                        .map(s -> KeyNumbers.row(
                                s.system(),
                                s.frozen(),
                                s.from(),
                                s.to(),
                                s.time(),
                                s.optimizer() ? "yes" : "no",
                                s.op(),
                                s.rate(),
                                s.predicted(),
                                s.remark()))
                        .toList());
    }
}
