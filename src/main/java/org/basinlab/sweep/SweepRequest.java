package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of a sweep. A folder's {@code sweep.yaml} holds exactly this.
 *
 * @param experiment that is run
 * @param over       the axes of a grid or a random search; empty where {@code points} are given
 * @param points     the points themselves, values by option; empty where {@code over} makes them
 * @param seeds      that every point is run with
 * @param random     how many points are drawn from the axes; 0 for the whole grid
 * @param seed       of the draws
 * @param engine     that runs it
 */
public record SweepRequest(
        String experiment,
        List<Axis> over,
        List<Map<String, String>> points,
        Seeds seeds,
        int random,
        long seed,
        String engine) {
    public SweepRequest {
        over = List.copyOf(over);
        points = List.copyOf(points);
        require(over.isEmpty() || points.isEmpty(), "a sweep has axes (over) or points, not both: leave one out");
        require(random >= 0, "--random must be at least 1, got %s", random);
        require(
                random == 0 || !over.isEmpty(),
                "--random %s has nothing to draw from: give --over OPTION=from:to:count",
                random);
        var seen = new HashSet<String>();
        for (var axis : over) {
            require(seen.add(axis.option()), "%s is swept over twice: give all its values in one", axis.option());
        }
    }

    /** A sweep over points that were made elsewhere. */
    public static SweepRequest of(String experiment, List<Map<String, String>> points, Seeds seeds, String engine) {
        return new SweepRequest(experiment, List.of(), points, seeds, 0, 1, engine);
    }

    /**
     * The points, in order: those given, or made from the axes.
     *
     * @throws org.basinlab.experiment.InputException if an option is none to sweep over
     */
    List<Map<String, String>> points(OptionReader<?> reader) {
        if (!points.isEmpty()) {
            return points.stream().map(point -> named(point, reader)).toList();
        }
        var axes = over.stream()
                .map(axis -> new Axis(reader.option(axis.option()), axis.values()))
                .toList();
        return random > 0 ? Points.random(axes, random, seed, reader::whole) : Points.grid(axes, reader::whole);
    }

    private static Map<String, String> named(Map<String, String> point, OptionReader<?> reader) {
        var named = new LinkedHashMap<String, String>();
        point.forEach((option, value) -> {
            var before = named.put(reader.option(option), value);
            require(before == null, "a point names %s twice", option);
        });
        return named;
    }
}
