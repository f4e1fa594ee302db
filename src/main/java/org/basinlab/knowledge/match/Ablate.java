package org.basinlab.knowledge.match;

import java.util.Locale;

/** What a unit is held at while it is ablated. */
public enum Ablate {
    /** Its mean over the test images: what it does on average stays, what it tells of an image goes. */
    MEAN,
    /** Zero, as if it were not there. */
    ZERO;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
