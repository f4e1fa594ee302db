package org.basinlab.current;

import static org.basinlab.experiment.KeyNumbers.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.basinlab.experiment.KeyNumbers;

/** A run's numbers for people. */
final class CurrentWords {
    private static final int ROWS = 11;
    private static final double ROUNDING = 1e-12;

    private static final List<NoiseConvention> COLUMNS = List.of(
            NoiseConvention.ITO,
            NoiseConvention.STRATONOVICH,
            NoiseConvention.FICK,
            NoiseConvention.MODIFIED_DRIFT,
            NoiseConvention.MODIFIED);

    private CurrentWords() {}

    /** A convention as people write it. */
    static String name(NoiseConvention convention) {
        return switch (convention) {
            case ITO -> "Itô";
            case STRATONOVICH -> "Stratonovich (the post)";
            case FICK -> "Fick";
            case MODIFIED -> "modified";
            case MODIFIED_DRIFT -> "modified drift";
        };
    }

    static String headline(CurrentConfig config, CurrentResults results) {
        var state = results.states().get(results.states().size() - 1);
        var sgd = results.operator().get(results.operator().size() - 1);
        var escaped = state.escaped() == null
                ? ""
                : String.format(Locale.ROOT, ", %.4f of it escaped (SGD: %.4f)", state.escaped(), sgd.escaped());
        return String.format(
                Locale.ROOT,
                "After %d steps at T = %s the %s equation has W at %.4f ± %.4f%s; SGD itself %.4f ± %.4f.",
                config.time(),
                config.temperature(),
                name(config.convention()),
                state.mean(),
                state.sd(),
                escaped,
                sgd.mean(),
                sgd.sd());
    }

    static List<KeyNumbers> numbers(CurrentConfig config, CurrentResults results) {
        var tables = new ArrayList<KeyNumbers>();
        tables.add(states(config, results));
        tables.add(conventions(results));
        if (!results.rateErrors().isEmpty()) {
            tables.add(rates(results));
            tables.add(escapes(results, 100));
            tables.add(escapes(results, 1000));
        }
        tables.add(exponents(results));
        return tables;
    }

    private static KeyNumbers states(CurrentConfig config, CurrentResults results) {
        var rows = new ArrayList<List<Object>>();
        for (var k : Picks.of(results.states().size(), ROWS)) {
            var s = results.states().get(k);
            var w = results.walkers().get(k);
            var o = results.operator().get(k);
            rows.add(row(
                    (long) s.time(),
                    still(s.mean()),
                    still(w.mean()),
                    still(o.mean()),
                    s.sd(),
                    w.sd(),
                    o.sd(),
                    s.escaped(),
                    w.escaped(),
                    o.escaped()));
        }
        return new KeyNumbers(
                "W by the " + name(config.convention()) + " equation, by " + config.walkers()
                        + " walkers, and by SGD's own law",
                List.of("step", "mean", "walkers", "SGD", "sd", "walkers ", "SGD ", "escaped", "walkers  ", "SGD  "),
                rows);
    }

    /** A mean that is rounding alone is 0. */
    private static double still(double mean) {
        return Math.abs(mean) < ROUNDING ? 0 : mean;
    }

    private static KeyNumbers conventions(CurrentResults results) {
        var sgd = results.operator().get(results.operator().size() - 1);
        var rows = new ArrayList<List<Object>>();
        for (var ending : results.conventions()) {
            rows.add(row(name(ending.convention()), still(ending.mean()), ending.sd(), ending.escaped()));
        }
        rows.add(row("SGD", still(sgd.mean()), sgd.sd(), sgd.escaped()));
        return new KeyNumbers("Every equation at the last step", List.of("equation", "mean", "sd", "escaped"), rows);
    }

    private static List<String> heading() {
        var heading = new ArrayList<String>(List.of("T", "SGD"));
        COLUMNS.forEach(convention -> heading.add(name(convention)));
        return heading;
    }

    private static KeyNumbers rates(CurrentResults results) {
        var rows = new ArrayList<List<Object>>();
        for (var t : temperatures(results)) {
            rows.add(cells(
                    t,
                    results.rateErrors().stream()
                            .filter(r -> r.temperature() == t)
                            .toList(),
                    CurrentResults.RateError::convention,
                    CurrentResults.RateError::sgd,
                    r -> r.rate() == null ? "never" : mark(r.rate(), r.inRange())));
        }
        return new KeyNumbers("P1's pit: escapes a step, to W > 1.5 (* outside the equation's range)", heading(), rows);
    }

    private static KeyNumbers escapes(CurrentResults results, int steps) {
        var rows = new ArrayList<List<Object>>();
        for (var t : temperatures(results)) {
            rows.add(cells(
                    t,
                    results.escapeErrors().stream()
                            .filter(e -> e.temperature() == t && e.steps() == steps)
                            .toList(),
                    CurrentResults.EscapeError::convention,
                    CurrentResults.EscapeError::sgd,
                    e -> mark(e.escaped(), e.inRange())));
        }
        return new KeyNumbers(
                "P1's pit: escaped after " + steps + " steps (* outside the equation's range)", heading(), rows);
    }

    private static <T> List<Object> cells(
            double temperature,
            List<T> of,
            Function<T, NoiseConvention> convention,
            Function<T, Double> sgd,
            Function<T, Object> cell) {
        var cells = new ArrayList<Object>();
        cells.add(temperature);
        cells.add(sgd.apply(of.get(0)));
        for (var column : COLUMNS) {
            of.stream()
                    .filter(row -> convention.apply(row) == column)
                    .findFirst()
                    .map(cell)
                    .ifPresent(cells::add);
        }
        return cells;
    }

    private static Object mark(double value, boolean inRange) {
        return inRange ? value : String.format(Locale.ROOT, "%.3g*", value);
    }

    static List<Double> temperatures(CurrentResults results) {
        return results.rateErrors().stream()
                .map(CurrentResults.RateError::temperature)
                .distinct()
                .sorted()
                .toList();
    }

    private static KeyNumbers exponents(CurrentResults results) {
        return new KeyNumbers(
                "The end state's c in d log P/dW = -c d log S2/dW - 2 G / (T S2), on g = (1 ± 0.9) W - 2",
                List.of("small steps r", "of SGD's own law", "error", "(1 + 1/r) / 2"),
                results.endExponents().stream()
                        .map(c -> row(c.innerSteps(), c.measured(), c.error(), c.expected()))
                        .toList());
    }
}
