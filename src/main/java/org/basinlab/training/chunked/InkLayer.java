package org.basinlab.training.chunked;

import java.util.Arrays;
import org.basinlab.training.TrainingJob;

/**
 * Weights on the heap, a row a pixel, that make use of what images are like: most pixels are background, 1/256, so
 * x = 1/256 + ink and W x = (sum of W) / 256 + W ink, with a fifth of the products. The background's part of an update
 * is the same for every pixel, and its part of a tally too, so that one row holds either.
 */
final class InkLayer implements FirstLayer {
    private final ChunkedStream stream;
    private final int units;
    private final Rows weights;
    private final double[] background;
    private final Rows[][] tallies;
    private final double[][][] backgroundTally;
    private final double[] row;
    private final double[] factor;
    private final Rows factorRow;
    private final Rows summed;

    InkLayer(ChunkedStream stream, TrainingJob job, Kernels kernels) {
        this.stream = stream;
        var precision = job.precision();
        var values = job.start().values();
        var inputs = stream.stream.inputs();
        units = job.start().spec().units(0);
        weights = Rows.of(precision, inputs, units, kernels);
        background = new double[units];
        row = new double[units];
        factor = new double[stream.size];
        factorRow = Rows.of(precision, 1, stream.size, kernels);
        summed = Rows.of(precision, 1, units, kernels);
        for (var i = 0; i < inputs; i++) {
            for (var j = 0; j < units; j++) {
                row[j] = values[j * inputs + i];
            }
            weights.write(i, row, units);
            weights.read(i, row, units);
            for (var j = 0; j < units; j++) {
                background[j] += row[j] * 0x1p-8;
            }
        }
        tallies = new Rows[2][job.watch().tallies() ? stream.groups : 0];
        backgroundTally = new double[2][stream.groups][units];
        for (var half : tallies) {
            for (var g = 0; g < half.length; g++) {
                half[g] = Rows.of(precision, inputs, units, kernels);
            }
        }
    }

    @Override
    public void preactivations(int chunk, Rows z) {
        for (var s = stream.begin(chunk); s < stream.end(chunk); s++) {
            var t = s - stream.begin(chunk);
            z.write(t, background, units);
            z.addInk(t, stream.ink, stream.inkStart[s], stream.inkStart[s + 1], weights);
        }
    }

    @Override
    public void update(int chunk, Rows moves) {
        var count = stream.end(chunk) - stream.begin(chunk);
        for (var t = 0; t < count; t++) {
            factor[t] = stream.brightness[stream.begin(chunk) + t] * 0x1p-8;
        }
        sum(factor, moves, count);
        for (var j = 0; j < units; j++) {
            background[j] += row[j];
        }
        Arrays.fill(factor, 0, count, 1);
        sum(factor, moves, count);
        moves.write(stream.size, row, units);
        var ink = stream.pixelInk();
        var starts = stream.pixelStarts();
        for (int i = 0, cell = chunk * stream.stream.inputs() * stream.groups; i < stream.stream.inputs(); i++) {
            var begin = starts[cell] - 1;
            cell += stream.groups;
            weights.addInk(i, ink, begin, starts[cell] - 1, moves);
        }
    }

    @Override
    public void tally(int chunk, Rows sizes, int half) {
        var count = stream.end(chunk) - stream.begin(chunk);
        for (var g = 0; g < stream.groups; g++) {
            for (var t = 0; t < count; t++) {
                factor[t] = stream.stream.groups()[stream.begin(chunk) + t] == g ? 1 : 0;
            }
            sum(factor, sizes, count);
            for (var j = 0; j < units; j++) {
                backgroundTally[half][g][j] += row[j];
            }
        }
        var ink = stream.pixelInk();
        var starts = stream.pixelStarts();
        var last = stream.groups - 1;
        for (int i = 0, cell = chunk * stream.stream.inputs() * stream.groups; i < stream.stream.inputs(); i++) {
            for (var g = 0; g <= last; g++, cell++) {
                var end = g < last ? starts[cell + 1] : starts[cell + 1] - 1;
                if (starts[cell] < end) {
                    tallies[half][g].addInk(i, ink, starts[cell], end, sizes);
                }
            }
        }
    }

    /** Into {@code row}: the sum of rows, each times a factor. */
    private void sum(double[] factors, Rows of, int count) {
        factorRow.write(0, factors, count);
        summed.clear();
        summed.addRows(0, factorRow, 0, count, of);
        summed.read(0, row, units);
    }

    @Override
    public void weights(double[] into, int at) {
        weights.addTransposed(stream.stream.inputs(), units, into, at);
    }

    @Override
    public void tally(int half, int group, double[] into, int at) {
        var inputs = stream.stream.inputs();
        for (var j = 0; j < units; j++) {
            Arrays.fill(into, at + j * inputs, at + (j + 1) * inputs, backgroundTally[half][group][j] * 0x1p-8);
        }
        tallies[half][group].addTransposed(inputs, units, into, at);
    }
}
