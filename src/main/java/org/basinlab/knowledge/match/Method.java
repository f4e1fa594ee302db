package org.basinlab.knowledge.match;

import java.util.Locale;

/** By what units of two networks are matched. */
public enum Method {
    /** The sizes of their updates over the datapoints: P3's, which is judged. */
    UPDATES,
    /**
     * The same as shares of all hidden units' updates at each datapoint, which leaves out what all have in common: how
     * wrong the network was.
     */
    UPDATE_SHARES,
    /** Activations of the trained networks over the same datapoints. */
    ACTIVATIONS,
    /** Cosines of incoming weights. */
    WEIGHTS,
    /** Nothing: mean of {@value Scores#DRAWS} random matchings. */
    RANDOM,
    /** The very thing they are judged by: of networks of one width nothing does better. */
    CEILING;

    /** As tables and findings spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
