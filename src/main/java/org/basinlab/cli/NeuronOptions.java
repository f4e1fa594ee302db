package org.basinlab.cli;

import org.basinlab.network.StandardActivation;
import org.basinlab.searching.NeuronConfig;
import picocli.CommandLine.Option;

/** How much of the search neuron's study is run. */
final class NeuronOptions {
    @Option(
            names = "--neuron-networks",
            paramLabel = "N",
            defaultValue = "12",
            description = "Of neuron: random subnetworks searched (default ${DEFAULT-VALUE}).")
    private int networks;

    @Option(
            names = "--neuron-contexts",
            paramLabel = "N",
            defaultValue = "16",
            description = "Of neuron: contexts of each (default ${DEFAULT-VALUE}).")
    private int contexts;

    @Option(
            names = "--neuron-hidden",
            paramLabel = "N",
            defaultValue = "8",
            description = "Of neuron: hidden units of each (default ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(
            names = "--neuron-curve",
            paramLabel = "F",
            defaultValue = "tanh",
            description = "Of neuron: their activation, tanh or softplus (default ${DEFAULT-VALUE}).")
    private StandardActivation curve;

    @Option(
            names = "--neuron-budget",
            paramLabel = "N",
            defaultValue = "256",
            description = "Of neuron: most evaluations of a subnetwork in a forward pass (default ${DEFAULT-VALUE}).")
    private int budget;

    @Option(
            names = "--neuron-seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of neuron: trainings of each network compared (default ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(
            names = "--neuron-steps",
            paramLabel = "N",
            defaultValue = "200",
            description = "Of neuron: steps of each training (default ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--neuron-points",
            paramLabel = "N",
            defaultValue = "128",
            description = "Of neuron: points each learns from (default ${DEFAULT-VALUE}).")
    private int points;

    @Option(
            names = "--neuron-delta",
            paramLabel = "D",
            defaultValue = "0.2",
            description = "Of neuron: largest change of a context for Op (default ${DEFAULT-VALUE}).")
    private double delta;

    NeuronConfig config() {
        return new NeuronConfig(networks, contexts, hidden, curve, budget, seeds, steps, points, delta);
    }
}
