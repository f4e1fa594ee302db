package org.basinlab.training;

import org.basinlab.data.LabelledImages;

/**
 * Datapoints in the order a network sees them: images, each with the group it belongs to.
 *
 * <p>The input of a datapoint is {@code (pixel + 1) / 256}, in [1/256, 1] (P4); its target is one-hot
 * in its group.
 *
 * @param images where the pixels are
 * @param order  the image of each datapoint
 * @param groups the group of each datapoint, from 0
 */
public record DatapointStream(LabelledImages images, int[] order, int[] groups) {
    public DatapointStream {
        if (order.length != groups.length) {
            throw new IllegalArgumentException(order.length + " datapoints with " + groups.length + " groups");
        }
    }

    /** How many datapoints. */
    public int length() {
        return order.length;
    }

    /** Numbers in an input. */
    public int inputs() {
        return images.pixelsPerImage();
    }

    /** Writes the input of a datapoint over {@code input}, from its index {@code at} on (modified). */
    public void input(int datapoint, float[] input, int at) {
        var first = order[datapoint] * inputs();
        var pixels = images.pixels();
        for (var i = 0; i < inputs(); i++) {
            // Exact in single precision: a whole number of at most 9 bits over 2^8.
            input[at + i] = ((pixels[first + i] & 0xff) + 1) / 256f;
        }
    }
}
