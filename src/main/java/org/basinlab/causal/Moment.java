package org.basinlab.causal;

import java.util.List;

/**
 * Comp at one time.
 *
 * @param step  steps taken
 * @param time  of the system
 * @param state the system's
 * @param comps of each node m asked about
 */
public record Moment(long step, double time, double[] state, List<Comp> comps) {}
