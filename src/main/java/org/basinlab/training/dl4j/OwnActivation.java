package org.basinlab.training.dl4j;

import org.basinlab.network.Activation;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation from outside the standard ones, number by number on the host. */
final class OwnActivation extends BaseActivationFunction {
    private static final long serialVersionUID = 1L;

    private final transient Activation function;

    OwnActivation(Activation function) {
        this.function = function;
    }

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        for (var i = 0L; i < in.length(); i++) {
            in.putScalar(i, function.value(in.getDouble(i)));
        }
        return in;
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        for (var i = 0L; i < in.length(); i++) {
            in.putScalar(i, function.derivative(in.getDouble(i)) * epsilon.getDouble(i));
        }
        return new Pair<>(in, null);
    }

    @Override
    public String toString() {
        return function.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnActivation own && own.function.equals(function);
    }

    @Override
    public int hashCode() {
        return function.hashCode();
    }
}
