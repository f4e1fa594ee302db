package org.basinlab.localize;

import org.basinlab.network.Activation;

/** An activation of one's own, which happens to be ReLU. */
record OwnRelu(String name) implements Activation {
    @Override
    public double value(double z) {
        return Math.max(z, 0);
    }

    @Override
    public double derivative(double z) {
        return z > 0 ? 1 : 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
