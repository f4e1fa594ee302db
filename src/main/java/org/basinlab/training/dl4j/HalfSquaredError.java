package org.basinlab.training.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * (1/2) sum (o - y)^2, for any number of outputs. DL4J's {@code LossMSE} divides by their number, its
 * {@code LossL2} lacks the half: either is a factor on the learning rate.
 */
public final class HalfSquaredError extends OutputLoss {
    private static final long serialVersionUID = 1L;

    @Override
    INDArray losses(INDArray targets, INDArray outputs) {
        var difference = outputs.subi(targets);
        return difference.muli(difference).sum(true, 1).muli(0.5);
    }

    @Override
    INDArray gradient(INDArray targets, INDArray outputs) {
        return outputs.subi(targets);
    }

    @Override
    public String toString() {
        return "mse";
    }
}
