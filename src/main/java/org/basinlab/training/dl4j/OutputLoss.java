package org.basinlab.training.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss of the outputs o = f(z) and the targets y, one row a datapoint, f the output layer's
 * activation whatever it is. Masks are not supported: every output counts.
 */
abstract class OutputLoss implements ILossFunction {
    private static final long serialVersionUID = 1L;

    /** The loss of each row, as a column. */
    abstract INDArray losses(INDArray targets, INDArray outputs);

    /** Its gradient in the outputs; may be {@code outputs} itself, modified. */
    abstract INDArray gradient(INDArray targets, INDArray outputs);

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        var sum = computeScoreArray(labels, preOutput, activation, mask)
                .sumNumber()
                .doubleValue();
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        requireNoMask(mask);
        return losses(labels, activation.getActivation(preOutput.dup(), true));
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activation, INDArray mask) {
        requireNoMask(mask);
        var outputs = activation.getActivation(preOutput.dup(), true);
        return activation
                .backprop(preOutput, gradient(labels.castTo(preOutput.dataType()), outputs))
                .getFirst();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activation, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    @Override
    public String name() {
        return toString();
    }

    private static void requireNoMask(INDArray mask) {
        if (mask != null) {
            throw new UnsupportedOperationException("Basin's losses take no mask");
        }
    }
}
