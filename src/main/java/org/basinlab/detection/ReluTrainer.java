package org.basinlab.detection;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import org.basinlab.network.Parameters;

/** Trains small ReLU networks with one linear output: whichever library does it. */
public interface ReluTrainer {
    /** What it is, for {@link org.basinlab.experiment.Origin}. */
    String name();

    /**
     * The trained networks, a task each: what one alone would give but for rounding. The same for the same tasks; may be
     * called from several threads.
     *
     * @param tasks alike in all but numbers and seeds, at least one
     */
    List<Parameters> train(List<Task> tasks);

    /**
     * What to learn, by the mean squared error.
     *
     * @param inputs  points x width; not copied
     * @param width   numbers in an input
     * @param targets one a point; not copied
     * @param hidden  units of each hidden layer
     * @param steps   of full-batch training
     * @param rate    of the first of them; it falls to 0 along a line
     * @param seed    of the first weights
     */
    record Task(double[] inputs, int width, double[] targets, List<Integer> hidden, int steps, double rate, long seed) {
        public Task {
            hidden = List.copyOf(hidden);
            require(
                    targets.length > 0 && inputs.length == (long) targets.length * width,
                    "%s numbers in are not %s points of %s",
                    inputs.length,
                    targets.length,
                    width);
            require(!hidden.isEmpty(), "a ReLU network needs a hidden layer");
            require(steps >= 1, "training takes at least one step, got %s", steps);
            require(rate > 0, "the learning rate must be positive, got %s", rate);
        }

        /** Whether the two can be trained side by side, step by step. */
        public boolean isLike(Task o) {
            return width == o.width
                    && targets.length == o.targets.length
                    && hidden.equals(o.hidden)
                    && steps == o.steps
                    && Double.compare(rate, o.rate) == 0;
        }

        /** How many datapoints. */
        public int points() {
            return targets.length;
        }
    }
}
