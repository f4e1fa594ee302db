package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * A division of a system's variables in two parts A and B, neither empty. Every joint state is a state of A with a
 * state of B; both are numbered from 0 as in {@link StateSpace}, each part's variables in the order in which they were
 * named.
 */
public final class Split {
    private final StateSpace space;
    private final StateSpace partA;
    private final StateSpace partB;
    private final int[] ofA;
    private final int[] ofB;
    private final int[] joint;

    /**
     * A split.
     *
     * @param a names of the variables of A
     * @param b of those of B
     * @throws org.basinlab.experiment.InputException if a part is empty, or a variable is in none or named twice
     */
    public Split(StateSpace space, List<String> a, List<String> b) {
        this.space = space;
        require(!a.isEmpty(), "part A is empty: name at least one variable in it");
        require(!b.isEmpty(), "part B is empty: name at least one variable in it");
        var seen = new HashSet<String>();
        var both = new ArrayList<>(a);
        both.addAll(b);
        for (var name : both) {
            space.variable(name);
            require(seen.add(name), "the split names %s twice: each variable is in A or in B, once", name);
        }
        for (var variable : space.variables()) {
            require(
                    seen.contains(variable.name()),
                    "the split leaves %s out: each variable is in A or in B",
                    variable.name());
        }
        partA = part(a);
        partB = part(b);
        ofA = numbers(a, partA);
        ofB = numbers(b, partB);
        joint = new int[space.size()];
        for (var s = 0; s < joint.length; s++) {
            joint[ofA[s] * partB.size() + ofB[s]] = s;
        }
    }

    /** The named variables in A, all others in B. */
    public static Split of(StateSpace space, List<String> a) {
        a.forEach(space::variable);
        return new Split(
                space,
                a,
                space.variables().stream()
                        .map(Variable::name)
                        .filter(name -> !a.contains(name))
                        .toList());
    }

    private StateSpace part(List<String> names) {
        return new StateSpace(names.stream()
                .map(name -> space.variables().get(space.variable(name)))
                .toList());
    }

    private int[] numbers(List<String> names, StateSpace part) {
        var variables = names.stream().mapToInt(space::variable).toArray();
        var numbers = new int[space.size()];
        for (var s = 0; s < numbers.length; s++) {
            for (var v = 0; v < variables.length; v++) {
                numbers[s] = numbers[s] * part.variables().get(v).states().size() + space.digit(s, variables[v]);
            }
        }
        return numbers;
    }

    /** What it splits. */
    public StateSpace space() {
        return space;
    }

    /** The states of A. */
    public StateSpace a() {
        return partA;
    }

    /** The states of B. */
    public StateSpace b() {
        return partB;
    }

    /** The state of A in a joint state. */
    public int a(int state) {
        return ofA[state];
    }

    /** The state of B in a joint state. */
    public int b(int state) {
        return ofB[state];
    }

    /** The joint state of two parts' states. */
    public int joint(int a, int b) {
        return joint[a * partB.size() + b];
    }
}
