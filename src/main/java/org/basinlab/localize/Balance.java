package org.basinlab.localize;

import java.util.Locale;

/** What phase 1 does where one group has more images than the other. */
public enum Balance {
    /** Keeps as many of the larger group as the smaller has, its first ones. */
    CAP,
    /** Keeps all. */
    NONE;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
