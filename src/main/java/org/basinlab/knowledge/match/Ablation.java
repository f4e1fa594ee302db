package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Responses;

/**
 * What is lost where a hidden unit is held still, class by class: the mean loss over the test images of a class with unit
 * j held at m_j, less that without. Only the preactivations of the outputs change, by {@code -V_kj (h_j - m_j)}.
 *
 * @param damage   D, loss added, [unit][class]; not copied
 * @param accuracy accuracy lost, [unit][class]; not copied
 */
record Ablation(double[][] damage, double[][] accuracy) {
    /**
     * Of every unit of a network.
     *
     * @param responses to all test images, in their order
     */
    static Ablation of(Responses responses, LabelledImages test, Classes classes, Ablate how) {
        var parameters = responses.parameters();
        var spec = parameters.spec();
        var units = spec.units(0);
        var outputs = spec.outputs();
        var from = spec.weightOffset(1);
        var labels = classes.all();
        var hold = new double[units];
        if (how == Ablate.MEAN) {
            for (var j = 0; j < units; j++) {
                for (var i = 0; i < responses.count(); i++) {
                    hold[j] += responses.hidden(i, j) / responses.count();
                }
            }
        }
        var images = new int[labels.size()];
        var damage = new double[units][labels.size()];
        var accuracy = new double[units][labels.size()];
        var activation = spec.layers().get(1).activation();
        var ablated = new double[outputs];
        for (var i = 0; i < responses.count(); i++) {
            var k = labels.indexOf(test.label(i));
            var group = classes.groupOf(test.label(i));
            var loss = responses.loss(i, group);
            var right = responses.right(i, group) ? 1 : 0;
            images[k]++;
            for (var j = 0; j < units; j++) {
                var less = responses.hidden(i, j) - hold[j];
                for (var o = 0; o < outputs; o++) {
                    ablated[o] = activation.value(
                            responses.preactivation(i, o) - parameters.values()[from + o * units + j] * less);
                }
                damage[j][k] += Responses.loss(spec.loss(), ablated, group) - loss;
                accuracy[j][k] += right - (Responses.greatest(ablated) == group ? 1 : 0);
            }
        }
        for (var j = 0; j < units; j++) {
            for (var k = 0; k < images.length; k++) {
                damage[j][k] /= images[k];
                accuracy[j][k] /= images[k];
            }
        }
        return new Ablation(damage, accuracy);
    }

    /** The class that each unit's ablation hurts most, by its place among the classes; -1 where it hurts none. */
    int[] labels() {
        return Arrays.stream(damage)
                .mapToInt(d -> d[Responses.greatest(d)] > 0 ? Responses.greatest(d) : -1)
                .toArray();
    }

    /** Whether all damage, squared and summed, is a number: not so of a network that was about to diverge. */
    boolean finite() {
        return Double.isFinite(Arrays.stream(damage)
                .flatMapToDouble(Arrays::stream)
                .map(d -> d * d)
                .sum());
    }

    /** How much there is of each unit's damage, whatever its sign: the sum over the classes of |D|. */
    double[] sizes() {
        return Arrays.stream(damage)
                .mapToDouble(d -> Arrays.stream(d).map(Math::abs).sum())
                .toArray();
    }

    /** Numbers of units and classes less each class's mean over the units. */
    static double[][] centred(double[][] cells) {
        var classes = cells[0].length;
        var means = IntStream.range(0, classes)
                .mapToDouble(k ->
                        Arrays.stream(cells).mapToDouble(c -> c[k]).average().orElseThrow())
                .toArray();
        return Arrays.stream(cells)
                .map(c -> IntStream.range(0, classes)
                        .mapToDouble(k -> c[k] - means[k])
                        .toArray())
                .toArray(double[][]::new);
    }
}
