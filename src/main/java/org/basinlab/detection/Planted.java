package org.basinlab.detection;

import java.util.List;
import org.basinlab.network.Parameters;

/**
 * A network with what is known to be in it.
 *
 * @param kind        what was planted
 * @param options     how many numbers it selects among
 * @param comparators every comparator that is in it; empty where there is none to be found
 * @param network     after noise, with units in any order and at any scale
 */
record Planted(PlantedKind kind, int options, List<FoundComparator.Comparison> comparators, Parameters network) {
    Planted {
        comparators = List.copyOf(comparators);
    }

    /** The whole circuit's name; null where none is in it. */
    String root() {
        return comparators.isEmpty()
                ? null
                : comparators.get(comparators.size() - 1).circuit();
    }
}
