package org.basinlab.network;

import java.util.Locale;

/** How a layer's biases are drawn. */
public enum BiasInitialization {
    /** Normal with variance 2/n, n the layer's fan-in, as its weights are. P4's. */
    HE,
    /** All zero. */
    ZERO;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
