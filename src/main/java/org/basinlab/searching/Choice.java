package org.basinlab.searching;

/**
 * What a search neuron came to.
 *
 * @param value    y = g(c, z)
 * @param z        what it kept
 * @param residual the projected gradient left there, the largest of |clip(z + dg/dz) - z| over its numbers: 0 at a
 *     stationary point of the box
 */
public record Choice(double value, double[] z, double residual) {}
