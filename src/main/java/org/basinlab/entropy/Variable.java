package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.HashSet;
import java.util.List;

/**
 * A variable with named states.
 *
 * @param name   without blanks or commas
 * @param states different from each other, without blanks or commas
 */
public record Variable(String name, List<String> states) {
    public Variable {
        states = List.copyOf(states);
        require(isWord(name), "a variable's name is one word without commas, not \"%s\"", name);
        require(!states.isEmpty(), "variable %s has no states: name at least one", name);
        var seen = new HashSet<String>();
        for (var state : states) {
            require(isWord(state), "variable %s: a state's name is one word without commas, not \"%s\"", name, state);
            require(seen.add(state), "variable %s has the state %s twice: name it once", name, state);
        }
    }

    private static boolean isWord(String text) {
        return text.matches("[^\\s,]+");
    }
}
