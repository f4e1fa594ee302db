package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.basinlab.entropy.EntropyConfig;
import org.basinlab.entropy.FiniteSystem;
import org.basinlab.entropy.JointLaw;
import org.basinlab.entropy.Rule;
import org.basinlab.entropy.Split;
import org.basinlab.entropy.StateSpace;
import org.basinlab.entropy.Variable;
import org.basinlab.experiment.InputException;
import org.basinlab.run.ConfigFile;

/**
 * A finite system as a YAML file.
 *
 * <pre>
 *   variables:                       # any number; names and states are single words
 *     switch: [up, down]
 *     lamp: [lit, dark]
 *   a: [switch]                      # the split: every variable is in a or in b
 *   b: [lamp]
 *   map:                             # a row for each joint state, variables in the order above
 *     up lit: up lit
 *     up dark: {up lit: 0.9, down dark: 0.1}
 *     ...
 *   start: uniform                   # or {up lit: 1/3, down dark: 2/3}, or
 *                                    # product: {switch: {up: 1/3, down: 2/3}, lamp: uniform}
 * </pre>
 *
 * <p>Instead of {@code map} there may be {@code rules}: what each variable does, given some of them; they draw independently.
 *
 * <pre>
 *   rules:
 *     switch given lamp: {lit: down, dark: {up: 0.9, down: 0.1}}
 *     lamp given switch lamp: {up lit: lit, up dark: lit, down lit: dark, down dark: dark}
 * </pre>
 *
 * <p>A number may be a fraction, 1/3. Without {@code start} it is uniform. Names that YAML would read as numbers of another
 * spelling, such as 01, go in quotes.
 */
final class SystemFile {
    private static final Set<String> KEYS = Set.of("variables", "a", "b", "map", "rules", "start");
    private static final String GIVEN = " given ";

    private final Path file;
    private final Map<String, Object> tree;
    private final StateSpace space;

    private SystemFile(Path file) {
        this.file = file;
        tree = ConfigFile.tree(file);
        for (var key : tree.keySet()) {
            require(
                    KEYS.contains(key),
                    "%s is no part of a system: there are variables, a, b, map or rules, start",
                    key);
        }
        space = new StateSpace(map("variables", need("variables")).entrySet().stream()
                .map(entry -> new Variable(entry.getKey(), words("the states of " + entry.getKey(), entry.getValue())))
                .toList());
    }

    /**
     * The system of a file.
     *
     * @param start {@code file} or {@code uniform}
     * @throws InputException if it cannot be read, or is no system; one line, with the file's name
     */
    static EntropyConfig.Finite read(Path file, String start) {
        try {
            require(
                    start.equals("file") || start.equals("uniform"),
                    "--start must be file or uniform for a system of one's own, got %s",
                    start);
            var system = new SystemFile(file);
            return new EntropyConfig.Finite(
                    system.system(),
                    new Split(system.space, system.names("a"), system.names("b")),
                    start.equals("uniform") ? JointLaw.uniform(system.space) : system.start(),
                    start,
                    null,
                    Map.of(String.valueOf(file.getFileName()), FileDigest.of(file)));
        } catch (InputException e) {
            var line = e.getMessage();
            throw line.contains(file.toString()) ? e : new InputException(file + ": " + line, e);
        }
    }

    private Object need(String key) {
        require(tree.containsKey(key), "%s is missing: a system has variables, a, b and map or rules", key);
        return tree.get(key);
    }

    private List<String> names(String part) {
        return words(part, need(part));
    }

    private FiniteSystem system() {
        require(
                tree.containsKey("map") != tree.containsKey("rules"),
                "a system has either map or rules, not %s",
                tree.containsKey("map") ? "both" : "neither");
        if (tree.containsKey("rules")) {
            var rules = new ArrayList<Rule>();
            map("rules", tree.get("rules")).forEach((name, rows) -> rules.add(rule(name, rows)));
            return FiniteSystem.rules(space, rules);
        }
        return FiniteSystem.table(
                space, rows("map", tree.get("map"), followers -> distribution("map", followers, SystemFile::state)));
    }

    private Rule rule(String name, Object rows) {
        var parts = name.split(GIVEN, 2);
        require(
                parts.length == 2,
                "rules: \"%s\" must be such as \"room given thermostat room\": a variable and those it looks at",
                name);
        return new Rule(
                parts[0].strip(),
                state(parts[1]),
                rows(name, rows, followers -> distribution(name, followers, String::strip)));
    }

    /** Keys that are joint states, each once however it is spelled. */
    private static <T> Map<List<String>, T> rows(String where, Object value, Function<Object, T> read) {
        var rows = new LinkedHashMap<List<String>, T>();
        map(where, value).forEach((key, row) -> {
            var state = state(key);
            require(!rows.containsKey(state), "%s has the row \"%s\" twice", where, String.join(" ", state));
            rows.put(state, read.apply(row));
        });
        return rows;
    }

    private static <S> Map<S, Double> distribution(String where, Object value, Function<String, S> read) {
        if (value instanceof String sure) {
            return Map.of(read.apply(sure), 1.0);
        }
        var chances = new LinkedHashMap<S, Double>();
        map(where, value).forEach((name, p) -> {
            var state = read.apply(name);
            require(!chances.containsKey(state), "%s names \"%s\" twice in one row", where, name);
            chances.put(state, number(where + ", " + name, p));
        });
        return chances;
    }

    private JointLaw start() {
        if (!tree.containsKey("start") || tree.get("start").equals("uniform")) {
            return JointLaw.uniform(space);
        }
        var start = tree.get("start");
        require(
                start instanceof Map<?, ?>,
                "start must be uniform, joint states with probabilities, or product with one distribution a variable, got %s",
                start);
        var entries = map("start", start);
        if (entries.size() == 1 && entries.containsKey("product")) {
            return product(map("product", entries.get("product")));
        }
        return JointLaw.of(space, distribution("start", start, SystemFile::state));
    }

    private JointLaw product(Map<String, Object> marginals) {
        for (var name : marginals.keySet()) {
            space.variable(name);
        }
        var laws = new ArrayList<double[]>();
        for (var variable : space.variables()) {
            require(marginals.containsKey(variable.name()), "the product start leaves %s out", variable.name());
            laws.add(marginal(variable, marginals.get(variable.name())));
        }
        return JointLaw.product(space, laws);
    }

    private static double[] marginal(Variable variable, Object value) {
        var p = new double[variable.states().size()];
        if (value.equals("uniform")) {
            Arrays.fill(p, 1.0 / p.length);
            return p;
        }
        distribution("the start of " + variable.name(), value, String::strip).forEach((state, chance) -> {
            var digit = variable.states().indexOf(state);
            require(
                    digit >= 0,
                    "the start of %s: it has no state %s, it has %s",
                    variable.name(),
                    state,
                    String.join(", ", variable.states()));
            p[digit] = chance;
        });
        return p;
    }

    private static List<String> state(String text) {
        return Arrays.asList(text.strip().split("[\\s,]+"));
    }

    private static double number(String where, Object value) {
        var text = value instanceof String word ? word : "";
        var parts = text.split("/", 2);
        var number = Double.NaN;
        try {
            number = Double.parseDouble(parts[0]) / (parts.length == 2 ? Double.parseDouble(parts[1]) : 1);
        } catch (NumberFormatException e) {
            throw new InputException(where + ": a probability is a number or a fraction such as 1/3, got " + value, e);
        }
        require(Double.isFinite(number), "%s: a probability is a number from 0 to 1, got %s", where, value);
        return number;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String where, Object value) {
        require(value instanceof Map<?, ?>, "%s must be lines such as \"name: value\", got %s", where, value);
        return (Map<String, Object>) value;
    }

    private static List<String> words(String where, Object value) {
        if (value instanceof String one) {
            return List.of(one);
        }
        require(
                value instanceof List<?> list && list.stream().allMatch(String.class::isInstance),
                "%s must be a list such as [hot, cold], got %s",
                where,
                value);
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }
}
