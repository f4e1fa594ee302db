package org.basinlab.dynamics;

import org.basinlab.landscape.Expression;

/** A world: values. One that holds A takes it from W. */
final class World extends Track {
    private final Track w;

    /** On W; null for W itself, which holds nothing. */
    World(DynamicalSystem system, Track w, boolean[] heldVariables, boolean[] heldNodes) {
        super(system, heldVariables, heldNodes);
        this.w = w;
    }

    @Override
    Expression held(int slot) {
        return w.slots[slot];
    }

    @Override
    Expression fixed(Expression value) {
        return value;
    }

    @Override
    Expression of(Expression formula) {
        return formula.of(slot -> slots[slot]);
    }
}
