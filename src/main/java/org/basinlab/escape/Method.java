package org.basinlab.escape;

import java.util.Locale;

/** How escape probabilities are found. */
public enum Method {
    /** Many independent walkers, counted. */
    WALKERS,
    /** The exact law of W, on a grid; no chance. */
    OPERATOR,
    /** Walkers split at levels on the way: for probabilities that no walker meets by chance. */
    SPLITTING;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
