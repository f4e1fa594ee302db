package org.basinlab.circuits;

import java.util.Locale;

/** How a circuit is laid out. */
public enum Form {
    /** By comparisons of two, each level halving what is left. */
    TREE,
    /**
     * In fewer layers. Of maxima and minima, five at a time in two layers (E. Bakaev, F. Brunck, C. Hertrich, J. Stade,
     * A. Yehudayoff, "Better neural network expressivity: subdividing the simplex", 2025); of all else, every pair compared
     * at once, in a number of layers that does not grow.
     */
    SHALLOW;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
