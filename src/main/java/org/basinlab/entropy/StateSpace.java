package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.InputException;

/** The joint states of some variables, numbered from 0: the last variable's state changes fastest. */
public final class StateSpace {
    /** So many joint states are the most a system can have: its laws are kept whole. */
    public static final int MOST = 1 << 20;

    private final List<Variable> variables;
    private final List<Map<String, Integer>> digits = new ArrayList<>();
    /** How many joint states the variables after each one have. */
    private final int[] strides;

    private final int size;

    /**
     * Of variables.
     *
     * @param variables at least one, with different names; at most {@value #MOST} joint states in all
     * @throws org.basinlab.experiment.InputException otherwise
     */
    public StateSpace(List<Variable> variables) {
        this.variables = List.copyOf(variables);
        require(!variables.isEmpty(), "a system needs at least one variable");
        var seen = new HashSet<String>();
        var states = 1L;
        for (var variable : variables) {
            require(seen.add(variable.name()), "two variables are named %s: give each its own name", variable.name());
            states *= variable.states().size();
            require(
                    states <= MOST,
                    "the variables have more than %s joint states, the limit: leave some states or variables out",
                    MOST);
            var numbers = new HashMap<String, Integer>();
            variable.states().forEach(state -> numbers.put(state, numbers.size()));
            digits.add(numbers);
        }
        strides = new int[variables.size()];
        var stride = 1;
        for (var v = strides.length - 1; v >= 0; v--) {
            strides[v] = stride;
            stride *= variables.get(v).states().size();
        }
        size = stride;
    }

    /** Its variables, in order. */
    public List<Variable> variables() {
        return variables;
    }

    /** How many joint states there are. */
    public int size() {
        return size;
    }

    /**
     * The number of a joint state.
     *
     * @param state a state of each variable, in their order
     * @throws org.basinlab.experiment.InputException if there is no such state
     */
    public int index(List<String> state) {
        // Called for every row of a large map: words are put together only where they are needed.
        if (state.size() != strides.length) {
            throw new InputException(String.format(
                    "\"%s\" is no joint state: it takes one state of each of %s, in this order",
                    String.join(" ", state), names()));
        }
        var index = 0;
        for (var v = 0; v < strides.length; v++) {
            var digit = digits.get(v).get(state.get(v));
            if (digit == null) {
                throw new InputException(String.format(
                        "\"%s\": %s has no state %s, it has %s",
                        String.join(" ", state),
                        variables.get(v).name(),
                        state.get(v),
                        String.join(", ", variables.get(v).states())));
            }
            index += digit * strides[v];
        }
        return index;
    }

    /** The joint state of a number: a state of each variable, in their order. */
    public List<String> state(int index) {
        var state = new ArrayList<String>();
        for (var v = 0; v < variables.size(); v++) {
            state.add(variables.get(v).states().get(digit(index, v)));
        }
        return List.copyOf(state);
    }

    /** Which of its states, from 0, a variable has in a joint state. */
    public int digit(int index, int variable) {
        return index / strides[variable] % variables.get(variable).states().size();
    }

    /** Which variable, from 0, has a name. */
    public int variable(String name) {
        for (var v = 0; v < variables.size(); v++) {
            if (variables.get(v).name().equals(name)) {
                return v;
            }
        }
        require(false, "there is no variable %s: the variables are %s", name, names());
        return -1;
    }

    private String names() {
        return String.join(", ", variables.stream().map(Variable::name).toList());
    }
}
