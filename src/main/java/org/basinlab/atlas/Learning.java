package org.basinlab.atlas;

import java.util.List;
import java.util.Locale;

/** What became of a setting's networks. */
public enum Learning {
    /** At least half of them learned and have both correlations. */
    LEARNED,
    /** More than half diverged. */
    DIVERGED,
    /** Most did not diverge, but fewer than half learned to tell the groups apart. */
    NEAR_CHANCE,
    /** At least half learned, but fewer than half have both correlations. */
    WITHOUT_PAIR;

    static Learning of(List<Network> networks) {
        var diverged = networks.stream().filter(Network::diverged).count();
        var learned = networks.stream().filter(Network::learned).count();
        var usable = networks.stream().filter(Network::usable).count();
        if (2 * diverged > networks.size()) {
            return DIVERGED;
        }
        return 2 * learned < networks.size() ? NEAR_CHANCE : 2 * usable < networks.size() ? WITHOUT_PAIR : LEARNED;
    }

    /** As written in {@code findings.json}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
