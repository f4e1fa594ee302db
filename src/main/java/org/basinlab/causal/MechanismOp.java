package org.basinlab.causal;

/**
 * Op of a mechanism that searches, of one question about it: is what the search does seen in Comp?
 *
 * @param mechanism what searches, such as {@code max of 8, tree}
 * @param from      n: what is changed
 * @param to        m: what may or may not follow, such as {@code value} or {@code regret}
 * @param frozen    A: what keeps its values from world W, such as {@code the comparators}
 * @param delta     the change of n, in its units; 0 for exact derivatives
 * @param intact    as it is
 * @param broken    with the mechanism broken and all else left; how is for {@code breaking} to say
 * @param breaking  what was done to break it
 */
public record MechanismOp(
        String mechanism,
        String from,
        String to,
        String frozen,
        double delta,
        OpSample intact,
        OpSample broken,
        String breaking) {}
