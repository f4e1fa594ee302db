package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.basinlab.training.Trained;

/**
 * Loss before the update over the first epoch, in windows of an eighth of phase 1. A window's loss is the mean of
 * its two groups' mean losses: where the groups are not equally many, as at the end of a phase 1 whose larger group
 * was cut, the plain mean would tell more of that than of the network.
 *
 * @param stages  phase 1, then each fork
 * @param minimum of the curve of phase 1 and, after it, the forks' mean
 */
record LearningCurve(List<Stage> stages, Replica.Minimum minimum) {
    private static final int WINDOWS = 8;

    /**
     * One training.
     *
     * @param name       such as {@code phase 1} or {@code without 7}
     * @param datapoints the middle of each window, counted from the beginning of phase 1
     * @param loss       over the window; NaN where a group has no datapoint in it
     * @param accuracy   over the window, likewise; null for a fork
     */
    record Stage(String name, double[] datapoints, double[] loss, double[] accuracy) {}

    /**
     * Of a replica.
     *
     * @param groups     of phase 1's datapoints
     * @param forkGroups of each fork's
     */
    static LearningCurve of(Trained phase1, int[] groups, Map<Integer, Trained> forks, IntFunction<int[]> forkGroups) {
        var begin = phase1.losses().length;
        var width = Math.max(1, begin / WINDOWS);
        var right = IntStream.range(0, begin)
                .mapToDouble(s -> phase1.guesses()[s] == groups[s] ? 1 : 0)
                .toArray();
        var stages = new ArrayList<Stage>();
        stages.add(new Stage(
                "phase 1",
                middles(begin, width, 0),
                means(phase1.losses(), groups, width),
                means(right, groups, width)));
        forks.forEach((digit, fork) -> stages.add(new Stage(
                "without " + digit,
                middles(fork.losses().length, width, begin),
                means(fork.losses(), forkGroups.apply(digit), width),
                null)));
        return new LearningCurve(stages, minimum(stages, begin, forks));
    }

    private static Replica.Minimum minimum(List<Stage> stages, int begin, Map<Integer, Trained> forks) {
        var phase1 = stages.get(0);
        var rest = stages.subList(1, stages.size());
        var common = rest.stream().mapToInt(stage -> stage.loss().length).min().orElse(0);
        var epoch = begin
                + forks.values().stream()
                        .mapToInt(fork -> fork.losses().length)
                        .average()
                        .orElse(0);
        var at = Double.NaN;
        var least = Double.POSITIVE_INFINITY;
        var late = DoubleStream.builder();
        for (var w = 0; w < phase1.loss().length + common; w++) {
            var inFork = w - phase1.loss().length;
            var loss = inFork < 0
                    ? phase1.loss()[w]
                    : rest.stream()
                            .mapToDouble(stage -> stage.loss()[inFork])
                            .average()
                            .orElseThrow();
            var passed = (inFork < 0 ? phase1.datapoints()[w] : rest.get(0).datapoints()[inFork]) / epoch;
            if (loss < least) {
                least = loss;
                at = passed;
            }
            if (inFork >= 0 && passed >= 0.75) {
                late.add(loss);
            }
        }
        return new Replica.Minimum(
                at,
                least,
                last(phase1.loss()),
                begin / epoch,
                late.build().average().orElse(Double.NaN));
    }

    /** The last that is a number. */
    private static double last(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).reduce(Double.NaN, (before, v) -> v);
    }

    /** Over windows of full width, the groups weighing the same; a shorter rest at the end is left out. */
    private static double[] means(double[] values, int[] groups, int width) {
        return IntStream.range(0, values.length / width)
                .mapToDouble(w ->
                        (mean(values, groups, w * width, width, 0) + mean(values, groups, w * width, width, 1)) / 2)
                .toArray();
    }

    private static double mean(double[] values, int[] groups, int from, int width, int group) {
        return IntStream.range(from, from + width)
                .filter(s -> groups[s] == group)
                .mapToDouble(s -> values[s])
                .average()
                .orElse(Double.NaN);
    }

    private static double[] middles(int length, int width, int begin) {
        return IntStream.range(0, length / width)
                .mapToDouble(w -> begin + (w + 0.5) * width)
                .toArray();
    }
}
