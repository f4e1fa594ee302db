package org.basinlab.operator;

/**
 * Escape a step.
 *
 * @param firstPassage      1 / mean number of steps from the start until W is first beyond the barrier
 * @param firstPassageError estimated
 * @param eigenvalue        1 - the leading eigenvalue of the chain killed beyond the barrier: the share of the
 *     quasi-stationary law that escapes in a step; the start does not matter
 * @param eigenvalueError   estimated
 */
public record Rates(double firstPassage, double firstPassageError, double eigenvalue, double eigenvalueError) {}
