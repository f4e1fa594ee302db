package org.basinlab.optimizing;

import java.util.List;
import org.basinlab.dynamics.Stepping;

/**
 * A system with the question that is usually asked of it.
 *
 * @param stepping  the system and how it moves
 * @param frozen    A
 * @param from      n
 * @param to        m; empty for every node outside A
 * @param time      how long
 * @param optimizer whether A was made to optimize something; null where nobody says
 */
public record Preset(
        Stepping stepping, List<String> frozen, String from, List<String> to, double time, Boolean optimizer) {
    public Preset {
        frozen = List.copyOf(frozen);
        to = List.copyOf(to);
    }
}
