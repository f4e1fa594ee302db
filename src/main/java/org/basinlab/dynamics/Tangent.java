package org.basinlab.dynamics;

import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.IdentityHashMap;
import java.util.Map;
import org.basinlab.landscape.Expression;

/** The derivative of W along a direction, 0 on what is held. */
final class Tangent extends Track {
    private final Track w;
    private final Map<Expression, Expression> derivatives = new IdentityHashMap<>();

    Tangent(DynamicalSystem system, Track w, boolean[] heldVariables, boolean[] heldNodes) {
        super(system, heldVariables, heldNodes);
        this.w = w;
    }

    @Override
    Expression held(int slot) {
        return constant(0);
    }

    @Override
    Expression fixed(Expression value) {
        return constant(0);
    }

    /** The chain rule: the formula's derivative along directions of its own, a slot each, into which ours are put. */
    @Override
    Expression of(Expression formula) {
        var count = slots.length;
        return derivatives
                .computeIfAbsent(formula, f -> f.derivative(slot -> parameter(count + slot)))
                .of(slot -> slot < count ? w.slots[slot] : slots[slot - count]);
    }
}
