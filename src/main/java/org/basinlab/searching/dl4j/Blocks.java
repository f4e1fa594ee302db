package org.basinlab.searching.dl4j;

import org.basinlab.searching.Proposals;
import org.basinlab.searching.Shape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What of a search layer's arithmetic depends on its shape alone: the points tried, and matrices of zeros and ones by
 * which columns of neurons, of their units and of their proposals are summed and spread, so that all neurons are one
 * product. With n neurons of H units, K = n H, and proposals of d numbers; a neuron's columns lie together.
 *
 * @param points  P x d, what is tried
 * @param units   n x K, one where the unit is the neuron's
 * @param numbers n x nd, one where the number is of the neuron's proposal
 * @param mask    nd x K, one where the unit reads the number
 * @param fold    d x nd, one where the number is the proposal's
 */
record Blocks(INDArray points, INDArray units, INDArray numbers, INDArray mask, INDArray fold) {
    static Blocks of(Shape shape, int neurons, Proposals proposals, DataType type) {
        var d = shape.dimensions();
        var count = proposals.size(d);
        // They outlive the pass that first needs them.
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            var points = Nd4j.createFromArray(proposals.points(d))
                    .reshape('c', count, d)
                    .castTo(type);
            var units = spread(neurons, shape.hidden(), type);
            var numbers = spread(neurons, d, type);
            return new Blocks(
                    points,
                    units,
                    numbers,
                    numbers.transpose().mmul(units),
                    Nd4j.tile(Nd4j.eye(d).castTo(type), 1, neurons));
        }
    }

    private static INDArray spread(int neurons, int width, DataType type) {
        return Nd4j.eye(neurons).castTo(type).repeat(1, width);
    }
}
