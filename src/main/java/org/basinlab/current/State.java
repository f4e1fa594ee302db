package org.basinlab.current;

/**
 * The density at a time, in a few numbers.
 *
 * @param time    in steps of SGD
 * @param mean    of W over the mass that is left
 * @param sd      of W, likewise
 * @param mass    what is left in the domain; 1 where both edges are closed, to rounding
 * @param minimum the smallest mean density of a cell; never negative
 * @param escaped the mass beyond the barrier
 */
public record State(double time, double mean, double sd, double mass, double minimum, double escaped) {}
