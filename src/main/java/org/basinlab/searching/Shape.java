package org.basinlab.searching;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.network.StandardActivation;

/**
 * The shape of a search neuron's subnetwork g(c, z).
 *
 * @param inputs     numbers in a context c
 * @param dimensions d, numbers in what is proposed
 * @param hidden     units of its hidden layer
 * @param curve      their activation, tanh or softplus: smooth, as the envelope theorem wants
 */
public record Shape(int inputs, int dimensions, int hidden, StandardActivation curve) {
    public Shape {
        require(inputs >= 1, "a context must have one number at least, got %s", inputs);
        require(dimensions >= 1, "a search must have one dimension at least, got %s", dimensions);
        require(hidden >= 1, "a subnetwork must have one hidden unit at least, got %s", hidden);
        require(
                curve == StandardActivation.TANH || curve == StandardActivation.SOFTPLUS,
                "a subnetwork's activation must be tanh or softplus, got %s",
                curve);
    }

    /** Parameters of one subnetwork. */
    public int parameters() {
        return hidden * (inputs + dimensions + 2) + 1;
    }
}
