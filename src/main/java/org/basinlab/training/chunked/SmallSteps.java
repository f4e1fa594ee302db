package org.basinlab.training.chunked;

import java.util.Arrays;
import org.basinlab.network.Activation;
import org.basinlab.network.NetworkSpec;
import org.basinlab.training.TrainingJob;

/**
 * What one network does datapoint by datapoint, in double precision: correct the preactivations for the datapoints of
 * the chunk that came before, z_t = W x_t + b + sum over s &lt; t of (x_s . x_t + 1) m_s, with W and b as they were
 * before the chunk and m_s the change of b by datapoint s; then the output layer, its step, and m_t.
 */
final class SmallSteps {
    private final TrainingJob job;
    private final ChunkedStream stream;
    private final Kernels kernels;
    private final Watched watched;
    private final Rows gram;
    private final int units;
    private final int room;
    private final Activation activation;
    private final double[] biases;
    private final OutputLayer output;

    private final double[] z;
    private final double[] value;
    private final double[] slope;
    private final double[] move;

    private final double[] losses;
    private final int[] guesses;
    private int done;
    private int divergedAt;

    SmallSteps(TrainingJob job, ChunkedStream stream, Watched watched, Kernels kernels) {
        this.job = job;
        this.stream = stream;
        this.watched = watched;
        this.kernels = kernels;
        var spec = job.start().spec();
        gram = stream.gram(job.precision());
        units = spec.units(0);
        activation = spec.layers().get(0).activation();
        room = Kernels.room(units);
        biases = new double[room];
        System.arraycopy(job.start().values(), spec.biasOffset(0), biases, 0, units);
        output = new OutputLayer(job.start(), kernels);
        z = new double[room];
        value = new double[room];
        slope = new double[room];
        move = new double[room];
        losses = new double[job.stream().length()];
        guesses = job.watch().guesses() ? new int[job.stream().length()] : null;
    }

    /**
     * Takes the datapoints of a chunk, one by one.
     *
     * @param preactivations W x_t, a row a datapoint (modified)
     * @param moves          a row a datapoint: m_t; written over
     */
    void take(int chunk, Rows preactivations, Rows moves) {
        var begin = stream.begin(chunk);
        for (var s = begin; s < stream.end(chunk) && divergedAt == 0; s++) {
            preactivations.addRows(s - begin, gram, s, s - begin, moves);
            preactivations.read(s - begin, z, units);
            kernels.addScaled(z, 0, 1, biases, 0, room);
            step(s);
            moves.write(s - begin, move, units);
            done = s + 1;
            if (!Double.isFinite(rounded(losses[s]))) {
                divergedAt = s + 1;
            }
        }
        // The biases move at the chunk's end, as the weights do: within it the products' + 1 stands for them.
        for (var s = begin; s < done; s++) {
            moves.read(s - begin, move, units);
            kernels.addScaled(biases, 0, 1, move, 0, room);
        }
    }

    private void step(int s) {
        var group = stream.stream.groups()[s];
        kernels.activate(activation, z, value, slope, units);
        Arrays.fill(value, units, room, 0);
        output.forward(value);
        if (guesses != null) {
            guesses[s] = output.greatest();
        }
        losses[s] = output.step(group, job.learningRate(), value, move);
        for (var j = 0; j < units; j++) {
            move[j] *= slope[j];
        }
        watched.step(s, group, move, output.moves, value);
    }

    private double rounded(double number) {
        return job.precision().isSingle() ? (float) number : number;
    }

    /** Loss of each datapoint that was taken. */
    double[] losses() {
        return Arrays.copyOf(losses, done);
    }

    /** The greatest output before each step that was taken; null if nobody wants it. */
    int[] guesses() {
        return guesses == null ? null : Arrays.copyOf(guesses, done);
    }

    /** The datapoint, counted from 1, whose loss was not finite; 0 if there was none. */
    int divergedAt() {
        return divergedAt;
    }

    /** All but the first layer's weights, into an array in the network's order (modified). */
    void parameters(NetworkSpec spec, double[] into) {
        System.arraycopy(biases, 0, into, spec.biasOffset(0), units);
        output.parameters(into, spec.weightOffset(1));
        for (var p = spec.biasOffset(0); p < into.length; p++) {
            into[p] = rounded(into[p]);
        }
    }
}
