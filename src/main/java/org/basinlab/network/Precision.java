package org.basinlab.network;

import java.util.Locale;

/** The type of the numbers a network computes with. */
public enum Precision {
    /** IEEE single precision. */
    FLOAT32,
    /** IEEE double precision. */
    FLOAT64;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
