package org.basinlab.training.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * -sum y ln softmax(o), the outputs o taken after the output layer's activation; gradient
 * softmax(o) - y for targets that sum to 1. Computed from o - max o, so nothing overflows.
 */
public final class SoftmaxCrossEntropy extends OutputLoss {
    private static final long serialVersionUID = 1L;

    @Override
    INDArray losses(INDArray targets, INDArray outputs) {
        outputs.subiColumnVector(outputs.max(true, 1));
        var logSum = Transforms.log(Transforms.exp(outputs, true).sum(true, 1), false);
        return logSum.subi(outputs.muli(targets).sum(true, 1));
    }

    @Override
    INDArray gradient(INDArray targets, INDArray outputs) {
        outputs.subiColumnVector(outputs.max(true, 1));
        Transforms.exp(outputs, false);
        return outputs.diviColumnVector(outputs.sum(true, 1)).subi(targets);
    }

    @Override
    public String toString() {
        return "cross-entropy";
    }
}
