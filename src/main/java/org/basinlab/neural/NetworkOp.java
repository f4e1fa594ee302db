package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * Comp and Op in a feed-forward network over a data set: n a direction in the inputs, m an outcome, A any set of units.
 *
 * <p>One backward pass gives g_j = dm/da_j of every node, one forward tangent pass for each direction t_j = da_j/dn.
 * A layer cuts all paths from n to m, so that ds_m/ds_n = J = sum over its nodes of g_j t_j, and freezing a set A of
 * its nodes takes their terms away:
 *
 * <pre>  ds_m/ds_n with A frozen = J - sum_(j in A) g_j t_j,   Comp = J / (J - sum_(j in A) g_j t_j).</pre>
 *
 * <p>That is Op of every unit alone for two passes in all. Where A spreads over several layers, what a frozen unit
 * no longer passes on also changes the t_j of later ones, so the tangent pass is made again with t_j = 0 for all of A.
 *
 * <p>Source: P7 and P8 for Comp and Op; the two passes are those of automatic differentiation.
 */
public final class NetworkOp {
    private final FeedForward network;
    private final FeedForward.Pass pass;
    private final List<double[]> gradients;

    /**
     * At some datapoints.
     *
     * @param network trained
     * @param inputs  points x inputs; not copied
     * @param m       what is acted on
     * @throws org.basinlab.experiment.InputException if these do not fit together
     */
    public NetworkOp(FeedForward network, double[] inputs, Outcome m) {
        this.network = network;
        require(
                inputs.length > 0 && inputs.length % network.inputs() == 0,
                "a network of %s inputs cannot take %s numbers: give whole datapoints",
                network.inputs(),
                inputs.length);
        var points = inputs.length / network.inputs();
        if (m instanceof Outcome.Output output) {
            require(
                    output.index() >= 0 && output.index() < network.outputs(),
                    "the network has no output %s: its outputs are 0 to %s",
                    output.index(),
                    network.outputs() - 1);
        } else if (m instanceof Outcome.OfLoss loss) {
            require(
                    loss.targets().length == points * network.outputs(),
                    "a network of %s outputs needs as many targets a datapoint: %s numbers for %s datapoints do not fit",
                    network.outputs(),
                    loss.targets().length,
                    points);
        }
        pass = network.pass(inputs);
        gradients = pass.gradients(m);
    }

    /** How many datapoints. */
    public int points() {
        return pass.points();
    }

    /**
     * With one input as n.
     *
     * @throws org.basinlab.experiment.InputException if there is no such input
     */
    public InputFlow from(int input) {
        require(
                input >= 0 && input < network.inputs(),
                "the network has no input %s: its inputs are 0 to %s",
                input,
                network.inputs() - 1);
        var direction = new double[network.inputs()];
        direction[input] = 1;
        return from(direction);
    }

    /**
     * With n the distance along a direction in the inputs.
     *
     * @param direction as long as an input
     */
    public InputFlow from(double[] direction) {
        require(
                direction.length == network.inputs(),
                "a direction in the inputs needs %s numbers, got %s",
                network.inputs(),
                direction.length);
        return new InputFlow(network.layers(), pass, gradients, direction);
    }
}
