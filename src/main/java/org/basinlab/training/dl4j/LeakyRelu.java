package org.basinlab.training.dl4j;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * max(z, 0.01 z), with derivative 1 for z &gt; 0 and 0.01 otherwise.
 *
 * <p>The derivative of DL4J's own is 0.01 rounded to single precision, in double precision too.
 */
public final class LeakyRelu extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;
    private static final double LEAK = 0.01;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return Transforms.max(in, in.mul(LEAK), false);
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        var above = in.gt(0).castTo(in.dataType());
        return new Pair<>(in.assign(above).muli(1 - LEAK).addi(LEAK).muli(epsilon), null);
    }

    @Override
    public String toString() {
        return "leakyrelu";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LeakyRelu;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
