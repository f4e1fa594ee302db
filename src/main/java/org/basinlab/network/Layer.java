package org.basinlab.network;

/**
 * One layer with parameters. Each of its units (for a convolution, each filter) has {@link #fanIn} weights
 * and a bias; a layer's weights stand unit by unit.
 */
public sealed interface Layer permits Dense, Convolution {
    /** Numbers that come in. */
    int inputs();

    /** Numbers that go out. */
    int outputs();

    /** Units, or filters. */
    int units();

    /** Weights of a unit. */
    int fanIn();

    /** How many of the layer's outputs an input has a part in. */
    int fanOut();

    /** f of out = f(W in + b). */
    Activation activation();

    /** Weights and biases together. */
    default int parameterCount() {
        return Math.multiplyExact(units(), fanIn() + 1);
    }
}
