package org.basinlab.localize;

import java.util.stream.IntStream;
import org.basinlab.training.DatapointStream;

/** The mean of a group's images. */
final class MeanImage {
    /** Where the mean is at least this bright, of 255, a pixel belongs to the digits' shape. */
    private static final double SHAPE = 64;

    private MeanImage() {}

    /** The mean pixels, from 0 to 255, of the datapoints of a group. */
    static double[] of(DatapointStream stream, int group) {
        var mean = new double[stream.inputs()];
        var members = IntStream.range(0, stream.length())
                .filter(s -> stream.groups()[s] == group)
                .toArray();
        for (var s : members) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += stream.images().pixel(stream.order()[s], i) / (double) members.length;
            }
        }
        return mean;
    }

    /** The pixels that are bright in the mean image. */
    static boolean[] shape(DatapointStream stream, int group) {
        var mean = of(stream, group);
        var shape = new boolean[mean.length];
        for (var i = 0; i < shape.length; i++) {
            shape[i] = mean[i] >= SHAPE;
        }
        return shape;
    }
}
