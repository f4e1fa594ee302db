package org.basinlab.neural.dl4j;

import java.nio.file.Path;
import org.basinlab.experiment.InputException;
import org.basinlab.neural.Outcome;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.dl4j.NetworkFiles;

/**
 * A network in a file of DL4J's, such as {@code basin localize --save-networks} writes, and the images it is asked
 * about.
 *
 * @param network what the file holds, as a causal network
 * @param name    of the file
 */
public record SavedNetwork(Dl4jFeedForward network, String name) {
    /**
     * Reads it.
     *
     * @throws InputException if the file is no such network, or has a layer that cannot be in a causal network
     */
    public static SavedNetwork in(Path file) {
        return new SavedNetwork(Dl4jFeedForward.of(NetworkFiles.load(file)), String.valueOf(file.getFileName()));
    }

    /**
     * Images as the network takes them.
     *
     * @throws InputException if it takes no such images
     */
    public double[] inputs(DatapointStream images) {
        InputException.require(
                images.inputs() == network.inputs(),
                "%s takes %s numbers, an image has %s: give images of its size",
                name,
                network.inputs(),
                images.inputs());
        var one = new float[images.inputs()];
        var all = new double[images.length() * one.length];
        for (var p = 0; p < images.length(); p++) {
            images.input(p, one, 0);
            for (var i = 0; i < one.length; i++) {
                all[p * one.length + i] = one[i];
            }
        }
        return all;
    }

    /**
     * The network's own loss as m, targets one-hot in the images' groups.
     *
     * @throws InputException if it has fewer outputs than there are groups
     */
    public Outcome loss(DatapointStream images) {
        var targets = new double[images.length() * network.outputs()];
        for (var p = 0; p < images.length(); p++) {
            InputException.require(
                    images.groups()[p] < network.outputs(),
                    "%s has %s outputs, too few for group %s: give the groups it was trained on",
                    name,
                    network.outputs(),
                    images.groups()[p]);
            targets[p * network.outputs() + images.groups()[p]] = 1;
        }
        return new Outcome.OfLoss(targets);
    }
}
