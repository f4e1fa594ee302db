package org.basinlab.knowledge.split;

import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Assignment;
import org.basinlab.knowledge.setting.Products;
import org.basinlab.knowledge.setting.Responses;

/**
 * Hidden units put in the order of a reference network's: hidden units can trade places and the network computes the
 * same, so that unit j of one network and unit j of another have nothing in common but their start. Each unit of the
 * reference gets the one whose activations over some images correlate with its own, by the assignment with the greatest
 * sum of correlations (Y. Li and others, "Convergent learning", 2015). A unit that does not vary correlates with none.
 */
final class Alignment {
    /** The Hungarian method takes a time that grows with the cube of the units: about half a second a network here. */
    static final int WIDEST = 256;

    private final float[] reference;
    private final int units;

    Alignment(Responses reference, int units) {
        this.reference = standardized(reference, units);
        this.units = units;
    }

    /** The unit in the place of each of the reference's. */
    int[] units(Responses network) {
        var correlations = Products.transposed(
                reference,
                units,
                standardized(network, units),
                units,
                IntStream.range(0, network.count()).toArray());
        return Assignment.best(units, units, correlations);
    }

    /** [image x unit], each unit with mean 0 and a sum of squares of 1, or all 0. */
    private static float[] standardized(Responses responses, int units) {
        var standardized = new float[responses.count() * units];
        for (var j = 0; j < units; j++) {
            var mean = 0.0;
            var raw = 0.0;
            for (var k = 0; k < responses.count(); k++) {
                var h = responses.hidden(k, j);
                mean += h / responses.count();
                raw += h * h;
            }
            var squares = 0.0;
            for (var k = 0; k < responses.count(); k++) {
                squares += (responses.hidden(k, j) - mean) * (responses.hidden(k, j) - mean);
            }
            // What is left of a constant is rounding.
            var scale = squares > raw * 1e-24 ? 1 / Math.sqrt(squares) : 0;
            for (var k = 0; k < responses.count(); k++) {
                standardized[k * units + j] = (float) ((responses.hidden(k, j) - mean) * scale);
            }
        }
        return standardized;
    }
}
