package org.basinlab.training;

/**
 * Absolute update sizes added up: for group g and parameter p, the sum of |change of p| over the
 * tallied datapoints of that group (P4's tallies a and b).
 *
 * @param byGroup one array a group, each in the order of the network's parameters
 */
public record UpdateTally(double[][] byGroup) {}
