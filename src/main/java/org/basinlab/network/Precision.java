package org.basinlab.network;

import java.util.Locale;

/** The type of the numbers a network computes with. */
public enum Precision {
    /** IEEE single precision. */
    FLOAT32,
    /** IEEE double precision. */
    FLOAT64,
    /**
     * IEEE single precision, but for the products of the first layer's weights and of what moves them: those have eleven
     * bits in it, as NVIDIA's tensor cores take them. A relative error of 2^-12 a term.
     */
    TF32;

    /** Whether numbers are kept in single precision. */
    public boolean isSingle() {
        return this != FLOAT64;
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
