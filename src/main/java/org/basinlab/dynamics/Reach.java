package org.basinlab.dynamics;

import java.util.HashSet;
import java.util.Set;
import org.basinlab.landscape.Expression;

/** What a change of a variable can reach, at any time, by the form of the formulas alone. */
public final class Reach {
    private Reach() {}

    /**
     * The names of the variables and nodes downstream of a variable, itself among them.
     *
     * @param without nodes that nothing passes through
     */
    public static Set<String> of(DynamicalSystem system, String from, Set<String> without) {
        var names = new HashSet<>(Set.of(from));
        var slots = new HashSet<Integer>();
        var before = -1;
        while (slots.size() > before) {
            before = slots.size();
            for (var v : system.givenVariables()) {
                if (names.contains(v.name())) {
                    slots.add(v.slot());
                }
            }
            for (var node : system.computedNodes()) {
                if (!without.contains(node.name()) && touches(node.formula(), slots)) {
                    names.add(node.name());
                    slots.add(node.slot());
                }
            }
            for (var i = 0; i < system.dimension(); i++) {
                var v = system.givenVariables().get(i);
                if (!without.contains(v.name()) && touches(system.moves().get(i), slots)) {
                    names.add(v.name());
                    slots.add(v.slot());
                }
            }
        }
        return names;
    }

    private static boolean touches(Expression formula, Set<Integer> slots) {
        return formula.parameters().stream().anyMatch(slots::contains);
    }
}
