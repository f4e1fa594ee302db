package org.basinlab.operator;

import java.util.ArrayList;
import java.util.List;

/**
 * The first steps from a point, followed exactly, atom by atom, until there are too many atoms.
 *
 * @param laws the atoms after 0, 1, ... steps
 */
record Beginning(List<Atoms> laws) {
    Beginning {
        laws = List.copyOf(laws);
    }

    /** At most so many steps, until the last of the atoms is taken away, as they are above the ceiling. */
    static Beginning of(Maps maps, double start, double ceiling, int most) {
        var laws = new ArrayList<Atoms>();
        var now = Atoms.at(start);
        laws.add(now);
        while (laws.size() <= most && now.places().length > 0 && now.mayStep(maps)) {
            now = now.step(maps, ceiling);
            laws.add(now);
        }
        return new Beginning(laws);
    }

    /** How many steps it holds. */
    int steps() {
        return laws.size() - 1;
    }

    /** Whether nothing is left to follow. */
    boolean over() {
        return end().places().length == 0;
    }

    /** The atoms after them. */
    Atoms end() {
        return laws.get(steps());
    }

    /** The mean number of steps taken in the beginning by those not taken away. */
    double time() {
        return laws.stream().limit(steps()).mapToDouble(Atoms::left).sum();
    }
}
