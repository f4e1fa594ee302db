package org.basinlab.knowledge.match;

import java.util.Locale;

/** How a unit is interpreted: what gives it its label. */
public enum Reading {
    /** The class that its ablation hurts most; none where it hurts no class. */
    DAMAGE {
        @Override
        int[] labels(Learned network) {
            return network.ablation().labels();
        }
    },
    /** The class at which it is most active, over test images. */
    SELECTIVITY {
        @Override
        int[] labels(Learned network) {
            return network.liking();
        }
    };

    /** Of each unit, a class by its place among the classes; -1 for none. */
    abstract int[] labels(Learned network);

    /** As tables and findings spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
