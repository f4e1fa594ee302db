package org.basinlab.neural;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What can be said of the units of a network of one hidden layer and one output u without running what it controls; a
 * number a unit.
 *
 * @param outgoing |w|, w the weight from the unit h to u
 * @param product  |w| times the length of the unit's incoming weights, on standardized inputs
 * @param activity gradient times activation: the mean over the data of |w h|
 * @param feedback the unit's share of the feedback at one moment: the mean over the data of -w dh/dx, x moving each
 *     input by its standard deviation
 */
public record SimpleMeasures(double[] outgoing, double[] product, double[] activity, double[] feedback) {
    /** Of a network, on the data it learnt from. */
    static SimpleMeasures of(DenseNetwork network, Regressor.Task lesson) {
        var units = network.layers().get(0).units();
        var width = lesson.width();
        var scales = Standard.of(lesson.inputs(), width).scales();
        var pass = network.pass(lesson.inputs());
        var h = pass.outputs(0);
        var along = new double[lesson.inputs().length];
        for (var k = 0; k < along.length; k++) {
            along[k] = scales[k % width];
        }
        var moved = pass.push(0, along);
        return new SimpleMeasures(
                each(units, u -> Math.abs(network.weight(1, 0, u))),
                each(
                        units,
                        u -> Math.abs(network.weight(1, 0, u))
                                * Math.sqrt(IntStream.range(0, width)
                                        .mapToDouble(i -> Math.pow(network.weight(0, u, i) * scales[i], 2))
                                        .sum())),
                each(
                        units,
                        u -> Math.abs(network.weight(1, 0, u))
                                * mean(lesson.points(), p -> Math.abs(h[p * units + u]))),
                each(units, u -> -network.weight(1, 0, u) * mean(lesson.points(), p -> moved[p * units + u])));
    }

    private static double[] each(int units, IntToDoubleFunction of) {
        return IntStream.range(0, units).mapToDouble(of).toArray();
    }

    private static double mean(int points, IntToDoubleFunction of) {
        return IntStream.range(0, points).mapToDouble(of).sum() / points;
    }
}
