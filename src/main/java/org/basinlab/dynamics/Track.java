package org.basinlab.dynamics;

import org.basinlab.landscape.Expression;

/** What is computed beside other such: a world, or a tangent of one. Knows the value of every slot, stage by stage. */
abstract class Track {
    final DynamicalSystem system;
    final Expression[] slots;
    private final boolean[] heldVariables;
    private final boolean[] heldNodes;

    Track(DynamicalSystem system, boolean[] heldVariables, boolean[] heldNodes) {
        this.system = system;
        this.heldVariables = heldVariables;
        this.heldNodes = heldNodes;
        slots = new Expression[system.slots()];
    }

    /** What a held quantity is. */
    abstract Expression held(int slot);

    /** What a quantity is that no variable moves: time, the step, a parameter. */
    abstract Expression fixed(Expression value);

    /** What a formula of the slots comes to here. */
    abstract Expression of(Expression formula);

    /** A variable's next value, or itself where it is held. */
    final Expression variable(int i, Expression value) {
        return heldVariables[i] ? held(system.givenVariables().get(i).slot()) : value;
    }

    /** Takes the variables as they are at one stage; the nodes follow one by one, for each needs those before it. */
    final void enter(Expression[] state, Expression time, Expression step, Expression[] parameters) {
        slots[system.timeSlot()] = fixed(time);
        slots[system.stepSlot()] = fixed(step);
        for (var p = 0; p < parameters.length; p++) {
            slots[system.givenParameters().get(p).slot()] = fixed(parameters[p]);
        }
        for (var i = 0; i < state.length; i++) {
            slots[system.givenVariables().get(i).slot()] = variable(i, state[i]);
        }
    }

    /** What a node comes to. */
    final Expression node(DynamicalSystem.Computed node) {
        return heldNodes[system.computedNodes().indexOf(node)] ? held(node.slot()) : of(node.formula());
    }

    final void put(int slot, Expression value) {
        slots[slot] = value;
    }
}
