package org.basinlab.localize;

import java.util.Locale;

/** What colour means in the picture of all weights. */
public enum FigureColour {
    /** How many weights there are in a place. */
    NONE,
    /** Also the hidden neuron they belong to. */
    NEURON;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
