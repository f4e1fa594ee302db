package org.basinlab.knowledge.match;

import java.util.Locale;

/** In what the second network differs from the first, besides its initial parameters. */
public enum Other {
    /** In nothing else. */
    SEED,
    /** In the number of hidden units. */
    WIDTH,
    /** In the activation of the hidden layer. */
    ACTIVATION;

    /** As tables and findings spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
