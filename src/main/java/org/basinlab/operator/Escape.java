package org.basinlab.operator;

/**
 * Escape within a number of steps.
 *
 * @param steps     how many
 * @param atEnd     the probability that W is beyond the barrier after them
 * @param ever      that it is or was after some step from 0 to them
 * @param error     of {@code atEnd}, estimated
 * @param everError of {@code ever}, estimated
 */
public record Escape(int steps, double atEnd, double ever, double error, double everError) {}
