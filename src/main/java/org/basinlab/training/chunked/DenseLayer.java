package org.basinlab.training.chunked;

import org.basinlab.training.TrainingJob;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Weights in an ND4J array W [units, inputs], on whatever backend: a chunk is one product each way, W X and
 * W += M X^T, and one more a group for the tallies, A_g += |M_g| X_g^T. What the small steps read and write is copied.
 * Every network has products of its own, of one shape: side by side in one they would be rounded otherwise than alone,
 * and no faster.
 */
final class DenseLayer implements FirstLayer, AutoCloseable {
    private final DenseInputs x;
    private final int units;
    private final INDArray weights;
    private final INDArray products;
    private final INDArray[][] tallies;
    private final Rows staged;

    DenseLayer(DenseInputs x, TrainingJob job) {
        this.x = x;
        units = job.start().spec().units(0);
        var inputs = x.stream.stream.inputs();
        var start = x.staged(inputs, units);
        var values = job.start().values();
        for (var i = 0; i < inputs; i++) {
            for (var j = 0; j < units; j++) {
                start.set(i, j, values[j * inputs + i]);
            }
        }
        weights = DenseInputs.array(start, inputs);
        staged = x.staged(x.stream.size, units);
        products = DenseInputs.array(staged, x.stream.size);
        tallies = new INDArray[2][job.watch().tallies() ? x.stream.groups : 0];
        for (var half : tallies) {
            for (var g = 0; g < half.length; g++) {
                half[g] = DenseInputs.array(x.staged(inputs, units), inputs);
            }
        }
    }

    @Override
    public void preactivations(int chunk, Rows z) {
        Nd4j.gemm(weights, x.all(), products, false, false, 1, 0);
        read(products, staged);
        for (var t = 0; t < x.stream.end(chunk) - x.stream.begin(chunk); t++) {
            z.copy(t, 0, staged, x.column[t], 0, units);
        }
    }

    @Override
    public void update(int chunk, Rows moves) {
        try (var m = sorted(chunk, moves)) {
            Nd4j.gemm(m, x.all(), weights, false, true, 1, 1);
        }
    }

    @Override
    public void tally(int chunk, Rows sizes, int half) {
        try (var m = sorted(chunk, sizes)) {
            for (var g = 0; g < x.stream.groups; g++) {
                if (x.count(g) > 0) {
                    Nd4j.gemm(x.ofGroup(m, g), x.ofGroup(x.all(), g), tallies[half][g], false, true, 1, 1);
                }
            }
        }
    }

    /** An array with a row of {@code rows} in each column. */
    private INDArray sorted(int chunk, Rows rows) {
        staged.clear();
        for (var t = 0; t < x.stream.end(chunk) - x.stream.begin(chunk); t++) {
            staged.copy(x.column[t], 0, rows, t, 0, units);
        }
        return DenseInputs.array(staged, x.stream.size);
    }

    private static void read(INDArray array, Rows into) {
        if (into.array() instanceof float[] floats) {
            array.data().asNioFloat().get(floats);
        } else {
            array.data().asNioDouble().get((double[]) into.array());
        }
    }

    @Override
    public void weights(double[] into, int at) {
        transpose(weights, into, at);
    }

    @Override
    public void tally(int half, int group, double[] into, int at) {
        transpose(tallies[half][group], into, at);
    }

    private void transpose(INDArray array, double[] into, int at) {
        var inputs = x.stream.stream.inputs();
        var rows = x.staged(inputs, units);
        read(array, rows);
        rows.addTransposed(inputs, units, into, at);
    }

    @Override
    public void close() {
        weights.close();
        products.close();
        for (var half : tallies) {
            for (var tally : half) {
                tally.close();
            }
        }
    }
}
