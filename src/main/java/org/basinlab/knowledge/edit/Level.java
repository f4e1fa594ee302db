package org.basinlab.knowledge.edit;

import java.util.Locale;

/** Into what the energy of a change of the parameters is divided up. */
public enum Level {
    /** Every weight and bias of both layers. */
    PARAMETERS("parameters", "parameter"),
    /** Hidden units, each with its incoming weights, its bias and its outgoing weights. */
    UNITS("hidden units", "hidden unit"),
    /** Pixels, each with its weights to all hidden units. */
    PIXELS("pixels", "pixel");

    private final String words;
    private final String one;

    Level(String words, String one) {
        this.words = words;
        this.one = one;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** For people, of a single place. */
    String one() {
        return one;
    }

    /** As written in {@code findings.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
