package org.basinlab.causal;

/**
 * A change of sign of Comp between one step and the next.
 *
 * @param node   m
 * @param time   of the first state with the new sign
 * @param sign   the new sign
 * @param change which of the two derivatives changed its sign: {@code free}, where Comp passes 0, or {@code frozen}, where it passes
 *               infinity
 */
public record Flip(String node, double time, int sign, String change) {}
