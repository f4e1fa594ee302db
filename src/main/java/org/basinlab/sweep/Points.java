package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.basinlab.random.RandomStream;

/** Points of a sweep, made from its axes: values by option. */
final class Points {
    private Points() {}

    /**
     * Every combination; the last axis changes fastest.
     *
     * @param whole whether an option takes whole numbers alone
     */
    static List<Map<String, String>> grid(List<Axis> axes, Predicate<String> whole) {
        List<Map<String, String>> points = List.of(Map.of());
        for (var axis : axes) {
            var values = axis.values().grid(whole.test(axis.option()));
            requireRoom((long) points.size() * values.size());
            var longer = new ArrayList<Map<String, String>>(points.size() * values.size());
            for (var point : points) {
                for (var value : values) {
                    var with = new LinkedHashMap<>(point);
                    with.put(axis.option(), value);
                    longer.add(with);
                }
            }
            points = longer;
        }
        return points;
    }

    /**
     * Points drawn at random, each axis independently of the others; those drawn more than once are there once. Point i
     * is a function of the seed, the axes and i, so that more points are the same ones and others.
     *
     * @param count how many are drawn
     * @param whole whether an option takes whole numbers alone
     */
    static List<Map<String, String>> random(List<Axis> axes, int count, long seed, Predicate<String> whole) {
        requireRoom(count);
        var points = new LinkedHashSet<Map<String, String>>();
        for (var i = 0; i < count; i++) {
            var point = new LinkedHashMap<String, String>();
            for (var a = 0; a < axes.size(); a++) {
                var uniform = new RandomStream(seed, RandomStream.SWEEP_POINTS, a).uniform(i);
                var axis = axes.get(a);
                point.put(axis.option(), axis.values().draw(uniform, whole.test(axis.option())));
            }
            points.add(point);
        }
        return List.copyOf(points);
    }

    /** A point for people. */
    static String text(Map<String, String> point) {
        return point.isEmpty()
                ? "the defaults"
                : point.entrySet().stream()
                        .map(option -> option.getKey() + "=" + option.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static void requireRoom(long count) {
        require(
                count <= SweepPlan.MOST_RUNS,
                "a sweep has at most %s runs, this one %s points alone: give fewer values",
                SweepPlan.MOST_RUNS,
                count);
    }
}
