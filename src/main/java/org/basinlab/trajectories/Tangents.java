package org.basinlab.trajectories;

import java.util.List;
import java.util.Locale;
import org.basinlab.dynamics.Law;

/** Which tangents trajectories carry: how a small change of one variable at the start moves everything. */
public enum Tangents {
    /** None: the states alone. */
    NONE(),
    /** With A free. */
    FREE(Law.FREE),
    /** With A frozen. */
    FROZEN(Law.FROZEN),
    /** Both, beside one state. */
    BOTH(Law.FREE, Law.FROZEN);

    private final List<Law> laws;

    Tangents(Law... laws) {
        this.laws = List.of(laws);
    }

    /** The law of each, in the order they are kept. */
    public List<Law> laws() {
        return laws;
    }

    /** As {@code basin bench} prints it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
