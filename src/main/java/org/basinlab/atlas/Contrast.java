package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.stats.Interval;

/**
 * A number with ReLU-like activations against the same with sigmoid-like ones, all other choices being equal.
 *
 * <p>Settings are matched by base, tally window and fork length; where both kinds learned, the mean over the activations
 * of each kind is taken, and the difference of the two. A base's value is the mean over its matches. Bases count as
 * independent, matches within one do not: intervals are Student's over bases.
 *
 * @param measure      the number, such as {@code weights_r2}
 * @param bases        that have a match
 * @param reluLike     mean with softplus, ReLU, leaky ReLU, ELU, GELU and swish
 * @param reluLikeCi95 of it; null below two bases
 * @param sigmoidLike  mean with tanh and sigmoid
 * @param sigmoidCi95  of it; null below two bases
 * @param difference   of the two
 * @param ci95         of the difference; null below two bases
 * @param greater      share of the bases where it is greater with ReLU-like activations
 */
public record Contrast(
        String measure,
        int bases,
        double reluLike,
        Interval reluLikeCi95,
        double sigmoidLike,
        Interval sigmoidCi95,
        double difference,
        Interval ci95,
        double greater) {
    /** Those that P4's claim speaks of: linear for large inputs, level for small ones. */
    static final Set<String> RELU_LIKE = Set.of("softplus", "relu", "leakyrelu", "elu", "gelu", "swish");
    /** Those that level off on both sides. */
    static final Set<String> SIGMOID_LIKE = Set.of("tanh", "sigmoid");

    static Contrast of(MapOfBases map, Measure measure) {
        var relu = new ArrayList<Double>();
        var sigmoid = new ArrayList<Double>();
        for (var base : map.bases()) {
            var pair = pair(base, measure);
            if (pair != null) {
                relu.add(pair[0]);
                sigmoid.add(pair[1]);
            }
        }
        var ofRelu = array(relu);
        var ofSigmoid = array(sigmoid);
        var differences = differences(ofRelu, ofSigmoid);
        var greater = Arrays.stream(differences).filter(d -> d > 0).count();
        return new Contrast(
                measure.toString(),
                differences.length,
                StatUtils.mean(ofRelu),
                measure.ofMean(ofRelu),
                StatUtils.mean(ofSigmoid),
                measure.ofMean(ofSigmoid),
                StatUtils.mean(differences),
                measure.ofDifference(differences),
                differences.length == 0 ? Double.NaN : (double) greater / differences.length);
    }

    /** A difference for each base that has a match. */
    static double[] differences(MapOfBases map, Measure measure) {
        return map.bases().stream()
                .map(base -> pair(base, measure))
                .filter(pair -> pair != null)
                .mapToDouble(pair -> pair[0] - pair[1])
                .toArray();
    }

    private static double[] differences(double[] one, double[] other) {
        var differences = new double[one.length];
        for (var i = 0; i < one.length; i++) {
            differences[i] = one[i] - other[i];
        }
        return differences;
    }

    /** A base's mean with each kind over its matches; null where it has none. */
    private static double[] pair(List<SettingResult> base, Measure measure) {
        Map<List<String>, List<SettingResult>> matches = new LinkedHashMap<>();
        for (var setting : base) {
            var crossed = List.of(Choice.values()).stream()
                    .filter(choice -> choice.part() == Choice.Part.CROSSED)
                    .map(setting::level)
                    .toList();
            matches.computeIfAbsent(crossed, c -> new ArrayList<>()).add(setting);
        }
        var pairs = matches.values().stream()
                .map(match -> new double[] {
                    mean(match, measure, RELU_LIKE::contains), mean(match, measure, SIGMOID_LIKE::contains)
                })
                .filter(pair -> !Double.isNaN(pair[0]) && !Double.isNaN(pair[1]))
                .toList();
        return pairs.isEmpty()
                ? null
                : new double[] {
                    pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow(),
                    pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow()
                };
    }

    private static double mean(List<SettingResult> match, Measure measure, Predicate<String> kind) {
        return match.stream()
                .filter(setting -> kind.test(setting.level(Choice.ACTIVATION)))
                .mapToDouble(measure::mean)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
