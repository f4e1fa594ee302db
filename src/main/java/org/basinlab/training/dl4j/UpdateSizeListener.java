package org.basinlab.training.dl4j;

import org.basinlab.training.UpdateTally;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adds up the absolute size of every parameter's update, apart for each group of datapoints (P4). Works
 * on any {@link MultiLayerNetwork} on any backend: the tallies are ND4J arrays and stay where the
 * network is.
 *
 * <p>When an iteration is done, DL4J's flat gradient holds the update as the updater left it, the learning
 * rate multiplied in: exactly what was subtracted from the parameters.
 */
public final class UpdateSizeListener extends BaseTrainingListener {
    private final INDArray[] tallies;
    private final INDArray size;
    private int group = -1;

    /**
     * For a network of a given size.
     *
     * @param parameters how many it has
     * @param groups     how many groups of datapoints
     * @param type       of the network's parameters
     */
    public UpdateSizeListener(long parameters, int groups, DataType type) {
        tallies = new INDArray[groups];
        for (var g = 0; g < groups; g++) {
            tallies[g] = Nd4j.zeros(type, 1, parameters);
        }
        size = Nd4j.zeros(type, 1, parameters);
    }

    /** The next update counts for this group. Until this is called, updates count for nobody. */
    public void count(int group) {
        this.group = group;
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        if (group >= 0) {
            Nd4j.getExecutioner().exec(new Abs(((MultiLayerNetwork) model).getFlattenedGradients(), size));
            tallies[group].addi(size);
        }
    }

    /** What has been added up so far, in the order of DL4J's flat parameters. */
    public UpdateTally tally() {
        var byGroup = new double[tallies.length][];
        for (var g = 0; g < tallies.length; g++) {
            byGroup[g] = tallies[g].data().asDouble();
        }
        return new UpdateTally(byGroup);
    }
}
