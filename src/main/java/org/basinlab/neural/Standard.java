package org.basinlab.neural;

import org.basinlab.network.Parameters;

/**
 * Numbers in columns, shifted and scaled to mean 0 and standard deviation 1; a column that does not vary is shifted
 * alone.
 *
 * @param means  of the columns
 * @param scales their standard deviations
 */
public record Standard(double[] means, double[] scales) {
    /** Of rows of a width. */
    public static Standard of(double[] rows, int width) {
        var means = new double[width];
        var scales = new double[width];
        var count = rows.length / width;
        for (var k = 0; k < rows.length; k++) {
            means[k % width] += rows[k] / count;
        }
        for (var k = 0; k < rows.length; k++) {
            scales[k % width] += Math.pow(rows[k] - means[k % width], 2) / count;
        }
        for (var i = 0; i < width; i++) {
            scales[i] = scales[i] > 0 ? Math.sqrt(scales[i]) : 1;
        }
        return new Standard(means, scales);
    }

    /** The rows, standardized. */
    public double[] applied(double[] rows) {
        var width = means.length;
        var out = new double[rows.length];
        for (var k = 0; k < rows.length; k++) {
            out[k] = (rows[k] - means[k % width]) / scales[k % width];
        }
        return out;
    }

    /**
     * A network from standardized inputs to standardized targets as one from the inputs to the targets: shifts and
     * scales go into the first and the last layer, whose activation is the identity.
     */
    public static DenseNetwork undone(Parameters trained, Standard inputs, Standard targets) {
        var spec = trained.spec();
        var values = trained.values().clone();
        for (var j = 0; j < spec.units(0); j++) {
            for (var i = 0; i < spec.fanIn(0); i++) {
                var w = spec.weightOffset(0) + j * spec.fanIn(0) + i;
                values[w] /= inputs.scales[i];
                values[spec.biasOffset(0) + j] -= values[w] * inputs.means[i];
            }
        }
        var last = spec.depth() - 1;
        for (var j = 0; j < spec.units(last); j++) {
            for (var i = 0; i < spec.fanIn(last); i++) {
                values[spec.weightOffset(last) + j * spec.fanIn(last) + i] *= targets.scales[j];
            }
            values[spec.biasOffset(last) + j] =
                    values[spec.biasOffset(last) + j] * targets.scales[j] + targets.means[j];
        }
        return new DenseNetwork(new Parameters(spec, values));
    }
}
