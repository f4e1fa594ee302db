package org.basinlab.inner;

import org.basinlab.causal.MechanismOp;

/**
 * Whether Op sees a mechanism: the rule is that, of the defined cases, the median Op of the intact one is at least log 2,
 * so that half of the change is taken away in half of the cases, and above that of the broken one by as much. An infinite
 * median is above every finite one.
 *
 * @param part         the kind of mechanism, as the command line calls it
 * @param mechanism    what searches
 * @param from         n, what is changed
 * @param to           m
 * @param frozen       A
 * @param delta        the change of n; 0 for exact derivatives
 * @param intact       median Op in nats, infinite where A takes all of the change away; NaN where every case is 0/0
 * @param broken       the same of the mechanism broken
 * @param removed      share of intact cases whose change is taken away whole
 * @param undefined    share of intact cases that are 0/0: no change with A free, none with A frozen
 * @param breaking     how it was broken
 * @param seen         by the rule
 */
public record OpSeen(
        String part,
        String mechanism,
        String from,
        String to,
        String frozen,
        double delta,
        double intact,
        double broken,
        double removed,
        double undefined,
        String breaking,
        boolean seen) {
    private static final double HALF = Math.log(2);

    static OpSeen of(Part part, MechanismOp op) {
        var intact = op.intact().median();
        var broken = op.broken().median();
        // Broken so far that nothing changes at all counts as nothing taken away.
        var base = Double.isNaN(broken) ? 0 : broken;
        var cases = op.intact().cases() + op.intact().undefined();
        return new OpSeen(
                part.subject(),
                op.mechanism(),
                op.from(),
                op.to(),
                op.frozen(),
                op.delta(),
                intact,
                broken,
                op.intact().removed(),
                op.intact().undefined() / (double) cases,
                op.breaking(),
                intact >= HALF && base < Double.POSITIVE_INFINITY && intact - base >= HALF);
    }
}
