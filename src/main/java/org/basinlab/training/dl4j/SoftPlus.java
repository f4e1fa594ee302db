package org.basinlab.training.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * ln(1 + e^z) as max(z, 0) + ln(1 + e^-|z|), with derivative 1 / (1 + e^-z).
 *
 * <p>DL4J's own takes the formula as it stands: in single precision it is infinite from z = 89 on, its
 * derivative NaN, and 0 below z = -17.
 */
public final class SoftPlus extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        // DL4J wants the result in the array it gave: another would be in the wrong workspace.
        var tail = Transforms.abs(in, true).negi();
        Transforms.log1p(Transforms.exp(tail, false), false);
        return Transforms.relu(in, false).addi(tail);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        return new Pair<>(Transforms.sigmoid(in, false).muli(epsilon), null);
    }

    @Override
    public String toString() {
        return "softplus";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SoftPlus;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
