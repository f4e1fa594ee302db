package org.basinlab.training.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * z s(z), s the logistic function, with derivative s (1 + z (1 - s)).
 *
 * <p>The derivative of DL4J's own is NaN from z = 89 on in single precision.
 */
public final class Swish extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(Transforms.sigmoid(in, true));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        var s = Transforms.sigmoid(in, true);
        return new Pair<>(in.muli(s.rsub(1)).addi(1).muli(s).muli(epsilon), null);
    }

    @Override
    public String toString() {
        return "swish";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Swish;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
