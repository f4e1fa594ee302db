package org.basinlab.operator;

/**
 * What one grid answers.
 *
 * @param grid   its cells
 * @param values the numbers asked for
 * @param loss   what the interval's ends may have done to each, an error of its own
 * @param law    the last law of W on it
 * @param work   multiplications it took
 */
record Level(Grid grid, double[] values, double[] loss, double[] law, double work) {}
