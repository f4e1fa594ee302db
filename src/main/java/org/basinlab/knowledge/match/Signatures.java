package org.basinlab.knowledge.match;

import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Products;

/**
 * A number of each unit at each of some datapoints, such as the size of its update there, standardised: less the unit's
 * mean and over the root of the sum of squares of what is left, so that the correlations of all units of one network with
 * all units of another are one matrix product. A unit whose number never varies, such as a dead one, is 0 throughout and
 * correlates 0 with everything.
 *
 * @param rows     datapoints
 * @param units    of the network
 * @param values   [datapoint x unit]; not copied
 * @param varying  whether the unit's number varies
 */
record Signatures(int rows, int units, float[] values, boolean[] varying) {
    /** The number of a unit at a datapoint. */
    interface Of {
        double at(int row, int unit);
    }

    static Signatures of(int rows, int units, Of number) {
        var numbers = new double[Math.multiplyExact(rows, units)];
        for (var t = 0; t < rows; t++) {
            for (var j = 0; j < units; j++) {
                numbers[t * units + j] = number.at(t, j);
            }
        }
        var mean = new double[units];
        var varying = new boolean[units];
        for (var t = 0; t < rows; t++) {
            for (var j = 0; j < units; j++) {
                mean[j] += numbers[t * units + j];
                varying[j] |= numbers[t * units + j] < numbers[j] || numbers[t * units + j] > numbers[j];
            }
        }
        for (var j = 0; j < units; j++) {
            mean[j] /= rows;
        }
        var squares = new double[units];
        for (var t = 0; t < rows; t++) {
            for (var j = 0; j < units; j++) {
                var difference = numbers[t * units + j] - mean[j];
                squares[j] += difference * difference;
            }
        }
        var scale = new double[units];
        for (var j = 0; j < units; j++) {
            // Not by the squares alone: a constant leaves the rounding of its mean there.
            varying[j] &= squares[j] > 0;
            scale[j] = varying[j] ? 1 / Math.sqrt(squares[j]) : 0;
        }
        var values = new float[numbers.length];
        for (var t = 0; t < rows; t++) {
            for (var j = 0; j < units; j++) {
                values[t * units + j] = (float) ((numbers[t * units + j] - mean[j]) * scale[j]);
            }
        }
        return new Signatures(rows, units, values, varying);
    }

    /** Pearson's correlation of every unit here with every unit there, over the datapoints. */
    Similarity with(Signatures other) {
        return new Similarity(
                units,
                other.units,
                Products.transposed(
                        values,
                        units,
                        other.values,
                        other.units,
                        IntStream.range(0, rows).toArray()));
    }

    /** The same numbers at other datapoints: those of datapoint {@code order[t]} at t. */
    Signatures at(int... order) {
        var moved = new float[order.length * units];
        for (var t = 0; t < order.length; t++) {
            System.arraycopy(values, order[t] * units, moved, t * units, units);
        }
        return new Signatures(order.length, units, moved, varying);
    }
}
