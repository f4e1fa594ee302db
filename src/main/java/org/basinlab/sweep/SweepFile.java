package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;
import org.basinlab.run.ConfigFile;

/**
 * A sweep in YAML: what a person writes, and what a folder keeps of what was asked.
 *
 * @param over   the axes; empty for none
 * @param points the points; empty for none
 * @param words  the other keys with their values, of those in {@link #KEYS}
 */
public record SweepFile(List<Axis> over, List<Map<String, String>> points, Map<String, String> words) {
    /** Keys that have one value. */
    public static final Set<String> KEYS =
            Set.of("experiment", "seeds", "random", "seed", "engine", "on", "master", "threads", "device_profile");

    /** A file that says nothing. */
    public static final SweepFile EMPTY = new SweepFile(List.of(), List.of(), Map.of());

    public SweepFile {
        over = List.copyOf(over);
        points = List.copyOf(points);
        words = Map.copyOf(words);
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it cannot be read, or holds something else
     */
    public static SweepFile read(Path file) {
        var tree = ConfigFile.tree(file);
        try {
            return of(tree);
        } catch (InputException e) {
            throw new InputException(file + ": " + e.getMessage(), e);
        }
    }

    /** The text of a request. */
    static String text(SweepRequest request) {
        var whole = new LinkedHashMap<String, Object>();
        if (request.points().isEmpty()) {
            var over = new LinkedHashMap<String, Object>();
            for (var axis : request.over()) {
                over.put(
                        axis.option(),
                        axis.values() instanceof Axis.Listed listed
                                ? listed.values()
                                : axis.values().toString());
            }
            whole.put("over", over);
        } else {
            whole.put("points", request.points());
        }
        whole.put("seeds", request.seeds().toString());
        if (request.random() > 0) {
            whole.put("random", request.random());
            whole.put("seed", request.seed());
        }
        whole.put("engine", request.engine());
        return ConfigFile.text(request.experiment(), whole);
    }

    private static SweepFile of(Map<String, Object> tree) {
        var over = new ArrayList<Axis>();
        var points = new ArrayList<Map<String, String>>();
        var words = new LinkedHashMap<String, String>();
        tree.forEach((key, value) -> {
            if (key.equals("over")) {
                require(
                        value instanceof Map,
                        "over: expected options with their values, such as learning_rate: 0.1,0.2");
                ((Map<?, ?>) value).forEach((option, values) -> over.add(axis((String) option, values)));
            } else if (key.equals("points")) {
                require(value instanceof List, "points: expected a list of options with a value each");
                ((List<?>) value).forEach(point -> points.add(point(point)));
            } else {
                require(
                        KEYS.contains(key),
                        "%s is no key of a sweep; there are over, points, %s, and options go under over",
                        key,
                        String.join(", ", new TreeSet<>(KEYS)));
                words.put(key, word(key, value));
            }
        });
        return new SweepFile(over, points, words);
    }

    private static Axis axis(String option, Object values) {
        if (values instanceof List<?> list) {
            return Axis.listing(
                    option, list.stream().map(item -> single(option, item)).toList());
        }
        return Axis.of(option, single(option, values));
    }

    private static Map<String, String> point(Object point) {
        require(
                point instanceof Map,
                "points: each is options with a value, such as learning_rate: 0.1; got %s",
                point);
        var options = new LinkedHashMap<String, String>();
        ((Map<?, ?>) point).forEach((option, value) -> options.put((String) option, single((String) option, value)));
        return options;
    }

    /** Seeds may be a list. */
    private static String word(String key, Object value) {
        return key.equals("seeds") && value instanceof List<?> list
                ? list.stream().map(item -> single(key, item)).collect(Collectors.joining(","))
                : single(key, value);
    }

    private static String single(String key, Object value) {
        require(value instanceof String, "%s: expected a value, got %s", key, value);
        return (String) value;
    }
}
