package org.basinlab.localize;

import java.util.Locale;

/** The sets of parameters that r is correlated with q over. */
public enum ParameterSet {
    /** The weights of every layer. */
    WEIGHTS(true, true, true),
    /** The biases of every layer. */
    BIASES(false, true, true),
    /** The weights of the hidden layers. */
    HIDDEN_WEIGHTS(true, true, false),
    /** The biases of the hidden layers. */
    HIDDEN_BIASES(false, true, false),
    /** The weights of the output layer. */
    OUTPUT_WEIGHTS(true, false, true),
    /** The biases of the output layer. */
    OUTPUT_BIASES(false, false, true);

    private final boolean weights;
    private final boolean hidden;
    private final boolean output;

    ParameterSet(boolean weights, boolean hidden, boolean output) {
        this.weights = weights;
        this.hidden = hidden;
        this.output = output;
    }

    /** Whether such a parameter is in it. */
    boolean holds(boolean isWeight, boolean isHidden) {
        return isWeight == weights && (isHidden ? hidden : output);
    }

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
