package org.basinlab.searching;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.network.StandardActivation;

/**
 * How much of {@link NeuronStudy} is run.
 *
 * @param networks   random subnetworks searched
 * @param contexts   of each
 * @param hidden     units of each
 * @param curve      their activation, tanh or softplus
 * @param budget     the most evaluations of a forward pass; budgets are its quarters
 * @param seeds      trainings of each network compared
 * @param steps      of each training
 * @param points     each learns from
 * @param delta      the largest change of a context for Op, in units of it; four are taken, each half the one before
 */
public record NeuronConfig(
        int networks,
        int contexts,
        int hidden,
        StandardActivation curve,
        int budget,
        int seeds,
        int steps,
        int points,
        double delta) {
    /** What is run unless told. */
    public static final NeuronConfig DEFAULT =
            new NeuronConfig(12, 16, 8, StandardActivation.TANH, 256, 5, 200, 128, 0.2);

    /** Numbers in a context. */
    static final int INPUTS = 2;
    /** How far Z and b of random subnetworks reach: some two or three maxima on an axis. */
    static final double REACH = 4;

    public NeuronConfig {
        within("networks", networks, 2, 1000);
        within("contexts", contexts, 2, 1000);
        within("hidden", hidden, 2, 256);
        require(
                curve == StandardActivation.TANH || curve == StandardActivation.SOFTPLUS,
                "--neuron-curve must be tanh or softplus, got %s",
                curve);
        within("budget", budget, 16, 4096);
        within("seeds", seeds, 2, 10_000);
        within("steps", steps, 1, 1_000_000);
        within("points", points, 16, 4096);
        require(delta > 0 && delta <= 1, "--neuron-delta must be above 0 and at most 1, got %s", delta);
    }

    private static void within(String option, int value, int least, int most) {
        require(
                value >= least && value <= most,
                "--neuron-%s must be from %s to %s, got %s",
                option,
                least,
                most,
                value);
    }
}
