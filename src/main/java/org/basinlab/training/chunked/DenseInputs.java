package org.basinlab.training.chunked;

import java.util.Arrays;
import org.basinlab.network.Precision;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The inputs of one chunk as an ND4J array X [inputs, B], shared by all networks that see the stream. Its columns are
 * the datapoints sorted by group, so that a group's are a view.
 */
final class DenseInputs implements AutoCloseable {
    final ChunkedStream stream;
    final Precision precision;

    /** Where each datapoint of the chunk has its column. */
    final int[] column;

    private final int[] groupEnd;
    private final double[] pixels;
    private INDArray x;

    DenseInputs(ChunkedStream stream, Precision precision) {
        this.stream = stream;
        this.precision = precision;
        column = new int[stream.size];
        groupEnd = new int[stream.groups];
        pixels = new double[stream.stream.inputs()];
    }

    /** A matrix on the heap that becomes an array, a row a column. */
    Rows staged(int rows, int columns) {
        return Rows.of(precision, rows, columns, new PlainKernels());
    }

    /** An array [columns, rows] with the content of a staged matrix. */
    static INDArray array(Rows staged, int rows) {
        var flat = staged.array() instanceof float[] floats
                ? Nd4j.createFromArray(floats)
                : Nd4j.createFromArray((double[]) staged.array());
        return flat.reshape('f', staged.width, rows);
    }

    /** Moves on to a chunk. */
    void load(int chunk) {
        close();
        sort(chunk);
        var inputs = stream.stream.inputs();
        var staged = staged(stream.size, inputs);
        for (var s = stream.begin(chunk); s < stream.end(chunk); s++) {
            Arrays.fill(pixels, 0x1p-8);
            for (var k = stream.inkStart[s]; k < stream.inkStart[s + 1]; k++) {
                pixels[stream.ink[k] >>> 8] = ((stream.ink[k] & 0xff) + 1) * 0x1p-8;
            }
            staged.write(column[s - stream.begin(chunk)], pixels, inputs);
        }
        x = array(staged, stream.size);
    }

    private void sort(int chunk) {
        var next = 0;
        for (var g = 0; g < stream.groups; g++) {
            for (var s = stream.begin(chunk); s < stream.end(chunk); s++) {
                if (stream.stream.groups()[s] == g) {
                    column[s - stream.begin(chunk)] = next++;
                }
            }
            groupEnd[g] = next;
        }
    }

    /** X, its last columns 0 where the chunk is short. */
    INDArray all() {
        return x;
    }

    /** How many datapoints of the chunk belong to a group. */
    int count(int group) {
        return groupEnd[group] - begin(group);
    }

    private int begin(int group) {
        return group == 0 ? 0 : groupEnd[group - 1];
    }

    /** The columns of a group, of X or of another array with a column a datapoint. */
    INDArray ofGroup(INDArray array, int group) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.interval(begin(group), groupEnd[group]));
    }

    @Override
    public void close() {
        if (x != null) {
            x.close();
            x = null;
        }
    }
}
