package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;

/**
 * A run of plain SGD on a small dense network: theta_(s+1) = theta_s - eta g_s(theta_s), g_s the gradient of the mean
 * loss of batch s. Batches are taken in order, from the first datapoint again once the last is used.
 *
 * @param start   theta_0, of a dense network
 * @param inputs  points x inputs; not copied
 * @param targets points x outputs; not copied
 * @param rate    eta
 * @param batch   datapoints a step
 */
public record SgdTraining(Parameters start, double[] inputs, double[] targets, double rate, int batch) {
    public SgdTraining {
        new DenseNetwork(start);
        var spec = start.spec();
        require(
                inputs.length > 0
                        && inputs.length % spec.inputs() == 0
                        && (long) inputs.length / spec.inputs() * spec.outputs() == targets.length,
                "%s numbers in and %s out are no datapoints of a network of %s inputs and %s outputs",
                inputs.length,
                targets.length,
                spec.inputs(),
                spec.outputs());
        require(rate > 0, "the learning rate must be positive, got %s", rate);
        require(
                batch >= 1 && inputs.length / spec.inputs() % batch == 0,
                "a batch of %s does not divide %s datapoints",
                batch,
                inputs.length / spec.inputs());
    }

    /** The network. */
    public NetworkSpec spec() {
        return start.spec();
    }

    /** How many datapoints there are. */
    public int points() {
        return inputs.length / spec().inputs();
    }

    /** The first datapoint of a step's batch. */
    int first(long step) {
        return (int) (step % (points() / batch)) * batch;
    }

    /** theta after one more step. */
    public double[] next(double[] theta, long step) {
        var slope = new BatchLoss(this, theta, first(step), batch).gradient();
        var next = theta.clone();
        for (var k = 0; k < next.length; k++) {
            next[k] -= rate * slope[k];
        }
        return next;
    }

    /** The mean loss of all datapoints. */
    public double loss(double[] theta) {
        return new BatchLoss(this, theta, 0, points()).loss();
    }
}
