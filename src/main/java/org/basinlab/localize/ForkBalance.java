package org.basinlab.localize;

import java.util.Locale;

/** The order of a fork's images. */
public enum ForkBalance {
    /** File order, whatever the groups. */
    NONE,
    /** One of the first group, one of the second, and so on, each group in file order, until one ends. */
    ALTERNATE;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
