package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/** Trains small networks on targets: whichever library does it. Repeatable: the same task gives the same network. */
public interface Regressor {
    /** What it is, for {@link org.basinlab.experiment.Origin}. */
    String name();

    /** The trained network, in the units of the task's inputs and targets. May be called from several threads. */
    DenseNetwork train(Task task);

    /**
     * What to learn: tanh layers and a linear output, by the mean squared error.
     *
     * @param inputs  points x width; not copied
     * @param width   numbers in an input
     * @param targets points x outputs; not copied
     * @param outputs numbers in a target
     * @param hidden  units of each hidden layer
     * @param steps   of full-batch training
     * @param rate    of the first of them; it falls to 0 as half a cosine
     * @param seed    of the first weights
     */
    record Task(
            double[] inputs,
            int width,
            double[] targets,
            int outputs,
            List<Integer> hidden,
            int steps,
            double rate,
            long seed) {
        public Task {
            hidden = List.copyOf(hidden);
            require(
                    inputs.length > 0
                            && inputs.length % width == 0
                            && (long) inputs.length / width * outputs == targets.length,
                    "%s numbers in and %s out are no pairs of %s and %s",
                    inputs.length,
                    targets.length,
                    width,
                    outputs);
            require(steps >= 1, "training takes at least one step, got %s", steps);
            require(rate > 0, "the learning rate must be positive, got %s", rate);
        }

        /** How many datapoints. */
        public int points() {
            return inputs.length / width;
        }
    }
}
