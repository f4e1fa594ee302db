package org.basinlab.knowledge.match;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;

/**
 * How units of two networks are matched.
 *
 * @param hidden        units of the network of another width
 * @param activation    of the hidden layer of the network of another activation
 * @param images        datapoints at most that signatures are over, the last ones of the stream; null for all
 * @param smallHidden   units of the small, interpreted network
 * @param largeHidden   units of the large network that labels are carried to
 * @param ablate        what a unit is held at while it is ablated
 * @param blockReplicas replicas whose blocks of weights are matched, too; all where there are fewer
 * @param blockUnits    units at most whose blocks are all held against each other
 */
public record MatchConfig(
        int hidden,
        Activation activation,
        Integer images,
        int smallHidden,
        int largeHidden,
        Ablate ablate,
        int blockReplicas,
        int blockUnits) {
    /** What is run where nothing else is asked for. */
    public static final MatchConfig DEFAULT =
            new MatchConfig(200, StandardActivation.RELU, 6000, 20, 1000, Ablate.MEAN, 5, 50);

    /** More units than this make too many pairs for a one-to-one matching. */
    static final int MOST_MATCHED = 1000;

    private static final int MOST_HIDDEN = 100_000;
    private static final int MOST_BLOCK_UNITS = 500;

    public MatchConfig {
        whole("match-hidden", hidden, 2, MOST_MATCHED);
        require(
                images == null || images >= 3,
                "--match-images must be at least 3, for a correlation, or all; got %s",
                images);
        whole("small-hidden", smallHidden, 1, MOST_HIDDEN);
        whole("large-hidden", largeHidden, 1, MOST_HIDDEN);
        whole("block-replicas", blockReplicas, 1, MOST_HIDDEN);
        whole("block-units", blockUnits, 1, MOST_BLOCK_UNITS);
    }

    private static void whole(String option, int value, int least, int most) {
        require(value >= least && value <= most, "--%s must be from %s to %s, got %s", option, least, most, value);
    }
}
