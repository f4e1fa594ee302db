package org.basinlab.searching;

/**
 * What a network is to learn.
 *
 * @param plan    its layers
 * @param inputs  points x width; not copied
 * @param targets one a point; not copied
 * @param tests   further inputs; not copied
 * @param steps   of training
 * @param rate    the first step's
 * @param seed    of the first weights
 */
public record Lesson(
        NetworkPlan plan, double[] inputs, double[] targets, double[] tests, int steps, double rate, long seed) {}
