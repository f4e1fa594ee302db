package org.basinlab.escape;

import java.util.Locale;

/** How a single path steps down. */
public enum Rule {
    /** Gradient descent: {@code W <- W - T G}, every datapoint at each step. */
    DESCENT,
    /** SGD: {@code W <- W - T g_j}, with the datapoints that are drawn. */
    SGD,
    /** P1's Newton form: {@code W <- W - k G / G'}, k dimensionless; it goes to stationary points of every kind. */
    NEWTON;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
