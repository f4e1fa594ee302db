package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;

/** A run's numbers for people. */
final class EntropyWords {
    private static final int CYCLES = 20;
    private static final int ROWS = 20;

    private EntropyWords() {}

    static String headline(EntropyConfig config, EntropyResults results) {
        var bits = results.bits();
        var after = config.steps() == 1 ? "one step" : config.steps() + " steps";
        return String.format(
                Locale.ROOT,
                "Over %s of %s, correlation between %s and %s removes %s bits. %s of mutual information were"
                        + " there at the start, so the adjusted strength is %s.",
                after,
                config.system(),
                String.join(", ", results.a()),
                String.join(", ", results.b()),
                brief(bits.strength()),
                brief(bits.mutualInformation()),
                brief(bits.adjustedStrength()));
    }

    /** Five digits after the point, and no -0.00000. */
    static String brief(double bits) {
        var text = String.format(Locale.ROOT, "%.5f", bits);
        return text.equals("-0.00000") ? "0.00000" : text;
    }

    static List<KeyNumbers> numbers(EntropyResults results) {
        var tables = new ArrayList<KeyNumbers>();
        tables.add(bits(results));
        if (results.rows().size() > 2) {
            tables.add(rows(results));
        }
        if (results.cycles() != null) {
            tables.add(cycles(results.cycles()));
        }
        for (var table : results.tables()) {
            tables.add(law(table));
        }
        if (results.epsilon() != null && !results.epsilon().rows().isEmpty()) {
            tables.add(epsilon(results.epsilon()));
        }
        if (results.continuous() != null) {
            tables.add(estimates(results.continuous()));
            tables.add(nonlinear(results.continuous()));
        }
        return tables;
    }

    private static KeyNumbers bits(EntropyResults results) {
        var bits = results.bits();
        var first = results.rows().get(0);
        var last = results.rows().get(results.rows().size() - 1);
        return new KeyNumbers(
                "Entropy in bits, " + results.kind() + " system",
                List.of("", "P", "P' (decorrelated)", "P' - P"),
                List.of(
                        KeyNumbers.row("S at the start", bits.start(), bits.decorrelated(), bits.mutualInformation()),
                        KeyNumbers.row("S next", bits.next(), bits.decorrelatedNext(), bits.strength()),
                        KeyNumbers.row(
                                "next - start",
                                bits.next() - bits.start(),
                                bits.decorrelatedNext() - bits.decorrelated(),
                                bits.adjustedStrength()),
                        KeyNumbers.row(
                                "forgotten by the map",
                                last.loss(),
                                last.decorrelatedLoss(),
                                last.decorrelatedLoss() - last.loss()),
                        KeyNumbers.row(
                                "added by chance",
                                last.noise(),
                                last.decorrelatedNoise(),
                                last.decorrelatedNoise() - last.noise()),
                        KeyNumbers.row("I(A; B) at the start", first.mutualInformation(), 0.0, null),
                        KeyNumbers.row(
                                "I(A; B) next", last.mutualInformation(), last.decorrelatedMutualInformation(), null)));
    }

    private static KeyNumbers rows(EntropyResults results) {
        var rows = results.rows();
        return new KeyNumbers(
                rows.size() > ROWS ? "Step by step, the first " + ROWS : "Step by step",
                List.of("step", "S of P", "S of P'", "strength", "adjusted strength"),
                rows.stream()
                        .limit(ROWS)
                        .map(r -> KeyNumbers.row(
                                r.step(), r.next(), r.decorrelatedNext(), r.strength(), r.adjustedStrength()))
                        .toList());
    }

    private static KeyNumbers cycles(EntropyResults.Ends ends) {
        return new KeyNumbers(
                String.format(
                        Locale.ROOT,
                        "Where it ends: cycles and fixed points %d, states on them %d",
                        ends.count(),
                        ends.onCycles()),
                List.of("cycle", "length", "states that end in it"),
                ends.listed().stream()
                        .limit(CYCLES)
                        .map(end ->
                                KeyNumbers.row(words(end.states()), end.states().size(), end.basin()))
                        .toList());
    }

    private static String words(List<String> states) {
        var shown = states.size() > 8 ? states.subList(0, 8) : states;
        return String.join(" -> ", shown) + (states.size() > 8 ? " -> ..." : "");
    }

    private static KeyNumbers law(EntropyResults.LawTable table) {
        var columns = new ArrayList<String>();
        columns.add("");
        columns.addAll(table.columns());
        var rows = new ArrayList<List<Object>>();
        for (var a = 0; a < table.rows().size(); a++) {
            var row = new ArrayList<Object>();
            row.add(table.rows().get(a));
            row.addAll(table.cells().get(a));
            rows.add(row);
        }
        return new KeyNumbers("Probabilities: " + name(table.law()), columns, rows);
    }

    /** A law as people call it. */
    static String name(String law) {
        return switch (law) {
            case "start" -> "P";
            case "next" -> "P next";
            case "decorrelated" -> "P'";
            default -> "P' next";
        };
    }

    private static KeyNumbers epsilon(EpsilonFamily family) {
        var fit = family.fit() == null
                ? "no line, for they are not all above 0"
                : String.format(
                        Locale.ROOT,
                        "a line through the %d narrowest in log/log: slope %.6f, factor %.6f",
                        family.fit().points(),
                        family.fit().slope(),
                        family.fit().factor());
        return new KeyNumbers(
                "Narrow distributions (e/2, 1 - e, e/2): adjusted strength, " + fit,
                List.of("e", "S at t - 1", "adjusted strength", "ratio"),
                family.rows().stream()
                        .map(r -> KeyNumbers.row(r.epsilon(), r.start(), r.adjustedStrength(), r.ratio()))
                        .toList());
    }

    private static KeyNumbers estimates(EntropyResults.Continuous continuous) {
        return new KeyNumbers(
                "Linear thermostat: exact, and by nearest neighbours",
                List.of("bits", "exact", "estimate", "standard error"),
                continuous.estimates().stream()
                        .map(e -> KeyNumbers.row(e.what(), e.exact(), e.mean(), e.standardError()))
                        .toList());
    }

    private static KeyNumbers nonlinear(EntropyResults.Continuous continuous) {
        return new KeyNumbers(
                "Saturating thermostats: adjusted strength, by quadrature and by nearest neighbours",
                List.of("weight of the present reading", "gain", "exact", "estimate", "standard error"),
                continuous.nonlinear().stream()
                        .map(r -> KeyNumbers.row(r.weight(), r.gain(), r.exact(), r.mean(), r.standardError()))
                        .toList());
    }
}
