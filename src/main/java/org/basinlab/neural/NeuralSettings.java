package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * How much of {@link NeuralStudy} is run.
 *
 * @param controllers networks that run each plant, a seed each
 * @param hidden      units of each of them
 * @param trained     steps of their training
 * @param starts      of the runs over which Op and the loss of control are taken
 * @param models      networks that model each system, for each length of training
 * @param lengths     steps of their training, ascending
 * @param trainings   of small networks whose layers are followed
 * @param followed    steps of each of them, a multiple of ten
 * @param seed        of everything
 */
public record NeuralSettings(
        int controllers,
        int hidden,
        int trained,
        int starts,
        int models,
        List<Integer> lengths,
        int trainings,
        int followed,
        long seed) {
    /** So many of a kind have seeds of their own; the last is of starts that no network learns from. */
    static final int MOST_NETWORKS = 999;

    /** Steps of training between two looks at its layers. */
    static final int LOOK = 10;

    public NeuralSettings {
        lengths = List.copyOf(lengths);
        require(controllers >= 2 && models >= 2, "intervals over networks need at least two of each kind");
        require(
                Math.max(controllers, models) <= MOST_NETWORKS,
                "there are seeds for %s networks of a kind, not for more",
                MOST_NETWORKS);
        require(hidden >= 3, "a rank correlation over units needs at least three of them, got %s", hidden);
        require(
                trained >= 1 && !lengths.isEmpty() && lengths.stream().allMatch(l -> l >= 1),
                "training takes at least one step");
        require(
                followed >= LOOK && followed % LOOK == 0,
                "layers are looked at every %s steps: give a multiple of it, not %s",
                LOOK,
                followed);
        require(starts >= 1 && trainings >= 1, "there must be at least one start and one training");
    }

    /**
     * The study.
     *
     * @param networks that run each plant, at least 2; 20 take a minute or two on two cores
     */
    public static NeuralSettings of(int networks, long seed) {
        return new NeuralSettings(
                networks, 12, 400, 32, Math.max(2, networks * 3 / 20), List.of(200, 600, 1600), 3, 300, seed);
    }

    /** A name for every network, so that none shares its seed with another. */
    long seed(int kind, int network) {
        return seed * 1_000_003 + kind * 1000L + network;
    }
}
