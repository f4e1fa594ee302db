package org.basinlab.training.chunked;

import java.util.Arrays;
import org.basinlab.training.TrainingJob;

/** A network that learns nothing: which output is greatest. */
final class Forward {
    private Forward() {}

    static int[] classes(TrainingJob job, ChunkedStream stream, Kernels kernels) {
        var spec = job.start().spec();
        var units = spec.units(0);
        var first = new InkLayer(stream, job, kernels);
        var output = new OutputLayer(job.start(), kernels);
        var preactivations = Rows.of(job.precision(), stream.size, units, kernels);
        var z = new double[Kernels.room(units)];
        var value = new double[Kernels.room(units)];
        var slope = new double[Kernels.room(units)];
        var classes = new int[stream.stream.length()];
        for (var s = 0; s < classes.length; s++) {
            if (s % stream.size == 0) {
                first.preactivations(s / stream.size, preactivations);
            }
            preactivations.read(s % stream.size, z, units);
            for (var j = 0; j < units; j++) {
                z[j] += job.start().values()[spec.biasOffset(0) + j];
            }
            kernels.activate(spec.layers().get(0).activation(), z, value, slope, units);
            Arrays.fill(value, units, value.length, 0);
            output.forward(value);
            classes[s] = output.greatest();
        }
        return classes;
    }
}
