package org.basinlab.localize;

/**
 * Rows of inputs of which most are the lowest there is, such as the background of an image: what is above it.
 *
 * @param low   the lowest input
 * @param width inputs in a row
 * @param begin where each row's entries begin, and one more
 * @param input of each entry
 * @param above how far each entry is above {@code low}
 */
record SparseInputs(float low, int width, int[] begin, int[] input, float[] above) {
    static SparseInputs of(float[] inputs, int width) {
        var low = Float.POSITIVE_INFINITY;
        for (var value : inputs) {
            low = Math.min(low, value);
        }
        var count = 0;
        for (var value : inputs) {
            count += value > low ? 1 : 0;
        }
        var rows = inputs.length / width;
        var begin = new int[rows + 1];
        var input = new int[count];
        var above = new float[count];
        var entry = 0;
        for (var s = 0; s < rows; s++) {
            for (var i = 0; i < width; i++) {
                if (inputs[s * width + i] > low) {
                    input[entry] = i;
                    above[entry++] = inputs[s * width + i] - low;
                }
            }
            begin[s + 1] = entry;
        }
        return new SparseInputs(low, width, begin, input, above);
    }

    /** Sum over the rows s in {@code in} of above_si times column_sj, [input x column]. */
    float[] weighted(float[] columns, int count, boolean[] in) {
        var sum = new float[width * count];
        for (var s = 0; s < in.length; s++) {
            if (in[s]) {
                for (var e = begin[s]; e < begin[s + 1]; e++) {
                    add(sum, input[e] * count, above[e], columns, s * count, count);
                }
            }
        }
        return sum;
    }

    /** A loop of its own, which the compiler turns into vector instructions. */
    private static void add(float[] sum, int at, float factor, float[] columns, int from, int count) {
        for (var j = 0; j < count; j++) {
            sum[at + j] += factor * columns[from + j];
        }
    }
}
