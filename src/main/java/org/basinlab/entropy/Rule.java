package org.basinlab.entropy;

import java.util.List;
import java.util.Map;

/**
 * What one variable does next, given some of the variables now.
 *
 * @param variable whose next state it is
 * @param given    the variables that it looks at, itself perhaps among them
 * @param rows     for each combination of their states, in that order, the probability of each next state; those not
 *     named have 0
 */
public record Rule(String variable, List<String> given, Map<List<String>, Map<String, Double>> rows) {
    public Rule {
        given = List.copyOf(given);
        rows = Map.copyOf(rows);
    }
}
