package org.basinlab.training.chunked;

import java.util.Arrays;
import java.util.List;
import org.basinlab.network.NetworkSpec;
import org.basinlab.training.StepSizes;
import org.basinlab.training.TrainingJob;

/** What is kept of each step besides the first layer's weights: tallies of the rest, and update sizes. */
final class Watched {
    private final TrainingJob job;
    private final NetworkSpec spec;
    private final Kernels kernels;
    private final int late;
    private final int hiddenBiases;
    private final int outputWeights;
    private final int outputBiases;

    /** [half][group][parameter], the first layer's weights left 0. */
    final double[][][] tallies;

    private final float[][] biasSizes;
    private final float[] inputs;
    private final float[] values;

    Watched(TrainingJob job, Kernels kernels) {
        this.kernels = kernels;
        this.job = job;
        spec = job.start().spec();
        hiddenBiases = spec.biasOffset(0);
        outputWeights = spec.weightOffset(1);
        outputBiases = spec.biasOffset(1);
        late = Math.min(job.watch().late(), job.stream().length());
        tallies = job.watch().tallies() ? new double[2][spec.outputs()][spec.parameterCount()] : null;
        var kept = job.watch().stepSizes() ? job.stream().length() - late : 0;
        biasSizes = new float[][] {new float[kept * spec.units(0)], new float[kept * spec.outputs()]};
        inputs = new float[kept * spec.inputs()];
        values = new float[kept * spec.units(0)];
    }

    /**
     * A step was taken.
     *
     * @param moves  change of the hidden biases
     * @param output change of the output biases
     * @param value  of the hidden units
     */
    void step(int s, int group, double[] moves, double[] output, double[] value) {
        var units = spec.units(0);
        if (tallies != null) {
            var tally = tallies[s < late ? 0 : 1][group];
            kernels.addScaledSizes(tally, hiddenBiases, 1, moves, units);
            for (var k = 0; k < output.length; k++) {
                var size = Math.abs(output[k]);
                kernels.addScaledSizes(tally, outputWeights + k * units, size, value, units);
                tally[outputBiases + k] += size;
            }
        }
        if (job.watch().stepSizes() && s >= late) {
            var row = s - late;
            for (var j = 0; j < units; j++) {
                biasSizes[0][row * units + j] = (float) Math.abs(moves[j]);
                values[row * units + j] = (float) Math.abs(value[j]);
            }
            for (var k = 0; k < spec.outputs(); k++) {
                biasSizes[1][row * spec.outputs() + k] = (float) Math.abs(output[k]);
            }
            job.stream().input(s, inputs, row * spec.inputs());
        }
    }

    /** Update sizes of the late datapoints up to {@code done}; null if they were not to be kept. */
    StepSizes stepSizes() {
        return job.watch().stepSizes()
                ? new StepSizes(
                        Arrays.copyOfRange(
                                job.stream().groups(), late, job.stream().length()),
                        List.of(
                                new StepSizes.Factors(biasSizes[0], inputs),
                                new StepSizes.Factors(biasSizes[1], values)))
                : null;
    }
}
