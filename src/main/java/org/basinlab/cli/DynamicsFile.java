package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Stepping;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Formulas;
import org.basinlab.optimizing.Preset;
import org.basinlab.run.ConfigFile;

/**
 * A dynamical system of one's own, as YAML:
 *
 * <pre>
 *   kind: flow              # moves are rates of change; of a map they are what variables become
 *   variables: {x: 1, v: 0} # with their starts
 *   parameters: {k: 2}
 *   nodes: {u: -k*x}        # computed from those, in this order
 *   moves: {x: v, v: u - 0.1*v}
 *   frozen: u               # the usual question
 *   from: x
 *   time: 20
 *   dt: 0.01
 * </pre>
 *
 * <p>Formulas are {@link Formulas}' of variables, parameters, nodes before them, {@code t} and {@code dt}. Names are in lower case.
 */
final class DynamicsFile {
    private static final Set<String> KEYS =
            Set.of("kind", "variables", "parameters", "nodes", "moves", "frozen", "from", "to", "time", "dt");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> CLOCK = Set.of("t", "dt", "time");

    private final Path file;
    private final Map<String, Object> tree;
    private final DynamicalSystem.Building building;
    private final List<String> names = new ArrayList<>();
    private final List<Expression> slots = new ArrayList<>();

    private DynamicsFile(Path file) {
        this.file = file;
        tree = ConfigFile.tree(file);
        building = DynamicalSystem.named(String.valueOf(file.getFileName()));
    }

    /**
     * The system of a file with its usual question.
     *
     * @throws org.basinlab.experiment.InputException if it cannot be read
     */
    static Preset read(Path file) {
        return new DynamicsFile(file).preset();
    }

    private Preset preset() {
        for (var key : tree.keySet()) {
            require(
                    KEYS.contains(key),
                    "%s: no key %s; there are kind, variables, parameters, nodes, moves, frozen, from, to, time, dt",
                    file,
                    key);
        }
        var kind = text("kind");
        require(kind.equals("flow") || kind.equals("map"), "%s: kind must be flow or map, got %s", file, kind);
        add("t", building.time());
        add("dt", building.step());
        var variables = new HashMap<String, Expression>();
        part("variables", true).forEach((name, start) -> {
            var slot = building.variable(checked(name), number("variables: " + name, start));
            variables.put(name, slot);
            add(name, slot);
        });
        part("parameters", false)
                .forEach((name, value) ->
                        add(checked(name), building.parameter(name, number("parameters: " + name, value))));
        part("nodes", false)
                .forEach((name, formula) -> add(checked(name), building.node(name, formula(name, formula))));
        var moves = part("moves", true);
        for (var name : moves.keySet()) {
            require(
                    variables.containsKey(name),
                    "%s: moves: %s is no variable: there are %s",
                    file,
                    name,
                    variables.keySet());
        }
        variables.forEach((name, slot) -> {
            require(moves.containsKey(name), "%s: nothing moves %s: add it under moves", file, name);
            building.moves(slot, formula(name, moves.get(name)));
        });
        var system = kind.equals("flow") ? building.flow() : building.map();
        var step = tree.containsKey("dt") ? number("dt", tree.get("dt")) : kind.equals("flow") ? 0.01 : 1;
        var time = tree.containsKey("time") ? number("time", tree.get("time")) : 100 * step;
        require(step > 0, "%s: dt must be positive, got %s", file, step);
        require(time > 0, "%s: time must be positive, got %s", file, time);
        return new Preset(
                new Stepping(system, Integrator.RK4, step),
                list("frozen"),
                tree.containsKey("from") ? text("from") : null,
                list("to"),
                time,
                null);
    }

    private void add(String name, Expression slot) {
        names.add(name);
        slots.add(slot);
    }

    private String checked(String name) {
        require(
                NAME.matcher(name).matches() && !CLOCK.contains(name) && !Formulas.isTaken(name),
                "%s: %s cannot be a name here: names are lower-case letters, digits and _, and mean nothing else in formulas",
                file,
                name);
        require(!names.contains(name), "%s: %s is there twice", file, name);
        return name;
    }

    private Expression formula(String name, Object text) {
        require(text instanceof String, "%s: %s must be a formula", file, name);
        var read = Formulas.parse(file + ": " + name, (String) text, List.copyOf(names));
        return read.of(slots::get);
    }

    private Map<String, Object> part(String key, boolean needed) {
        var value = tree.get(key);
        require(value != null || !needed, "%s: %s is missing", file, key);
        if (value == null) {
            return Map.of();
        }
        require(value instanceof Map, "%s: %s must be names and values, such as {x: 1}", file, key);
        @SuppressWarnings("unchecked")
        var part = (Map<String, Object>) value;
        return part;
    }

    private String text(String key) {
        require(tree.get(key) instanceof String, "%s: %s is missing, or not one word", file, key);
        return (String) tree.get(key);
    }

    private List<String> list(String key) {
        var value = tree.get(key);
        if (value instanceof List<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return value == null
                ? List.of()
                : Arrays.stream(String.valueOf(value).split(","))
                        .map(String::strip)
                        .toList();
    }

    private double number(String what, Object value) {
        try {
            var number = Double.parseDouble(String.valueOf(value));
            require(Double.isFinite(number), "%s: %s must be finite, got %s", file, what, value);
            return number;
        } catch (NumberFormatException e) {
            require(false, "%s: %s must be a number, got %s", file, what, value);
            throw e;
        }
    }
}
