package org.basinlab.training.chunked;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sums over chosen rows s of the products of two factors, {@code sum over s of u_sj above_si}, for inputs of which most are
 * the lowest there is, such as the background of an image: {@code above} is how far an input is above that. Inputs are
 * whole multiples of 1/256, as those of images are; the sums are the chunked engine's.
 */
public final class InkSums {
    private static final float WHOLE = 256;
    private static final float MOST = 255 / WHOLE;

    private final Kernels kernels = Kernels.fastest();
    private final float low;
    private final int width;
    private final int[] begin;
    private final int[] ink;
    private final float[] units;
    private final int stride;

    private InkSums(float[] inputs, int width, float low, float[] units, int count) {
        this.width = width;
        this.low = low;
        var rows = inputs.length / width;
        begin = new int[width + 1];
        for (var k = 0; k < inputs.length; k++) {
            begin[k % width + 1] += inputs[k] > low ? 1 : 0;
        }
        Arrays.parallelPrefix(begin, Integer::sum);
        ink = new int[begin[width]];
        var next = begin.clone();
        for (var s = 0; s < rows; s++) {
            for (var i = 0; i < width; i++) {
                var above = inputs[s * width + i] - low;
                if (above > 0) {
                    ink[next[i]++] = s << 8 | (int) (above * WHOLE);
                }
            }
        }
        stride = kernels.floatWidth(count);
        this.units = new float[Math.multiplyExact(rows, stride)];
        for (var s = 0; s < rows; s++) {
            System.arraycopy(units, s * count, this.units, s * stride, count);
        }
    }

    /**
     * Sums of these factors; empty where the inputs are no such multiples, or lie further apart than a byte's values.
     *
     * @param inputs [row x input]
     * @param width  inputs in a row
     * @param units  [row x unit]
     * @param count  units in a row
     */
    public static Optional<InkSums> of(float[] inputs, int width, float[] units, int count) {
        var low = Float.POSITIVE_INFINITY;
        for (var input : inputs) {
            low = Math.min(low, input);
        }
        for (var input : inputs) {
            var above = input - low;
            if (!(above <= MOST) || above * WHOLE % 1 > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new InkSums(inputs, width, low, units, count));
    }

    /** The lowest input. */
    public float low() {
        return low;
    }

    /** Numbers from one input's sums to the next one's. */
    public int stride() {
        return stride;
    }

    /** The sums over the rows in {@code in}: of input i and unit j at {@code i * stride() + j}. */
    public float[] over(boolean[] in) {
        var sums = new float[Math.multiplyExact(width, stride)];
        // Numbers, not truths: the processor is not to guess which rows are in.
        var counts = new int[in.length];
        for (var s = 0; s < in.length; s++) {
            counts[s] = in[s] ? 1 : 0;
        }
        var chosen = new int[in.length + 1];
        for (var i = 0; i < width; i++) {
            var count = 0;
            for (var k = begin[i]; k < begin[i + 1]; k++) {
                // Written in any case, kept if the next does not write over it.
                chosen[count] = ink[k];
                count += counts[ink[k] >>> 8];
            }
            kernels.addInk(sums, i * stride, stride, chosen, 0, count, units);
        }
        return sums;
    }
}
