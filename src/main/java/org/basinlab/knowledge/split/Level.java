package org.basinlab.knowledge.split;

import java.util.Locale;

/** In what two networks are held against each other. */
public enum Level {
    /** Every parameter with its like, as they are. */
    PARAMETERS("parameters"),
    /** The weights of the hidden layer alone. */
    HIDDEN_WEIGHTS("hidden weights"),
    /** The weights of the output layer alone. */
    OUTPUT_WEIGHTS("output weights"),
    /** How far every parameter has come from its start: what is left of the start itself is taken away. */
    CHANGE("change since start"),
    /** Every parameter, after hidden units were put in the order of their likes in a reference network. */
    MATCHED("matched parameters"),
    /** The outputs for test images. */
    FUNCTION("function");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** As written in {@code findings.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
