package org.basinlab.training;

/**
 * Absolute update sizes added up: for group g and parameter p, the sum of |change of p| over the
 * tallied datapoints of that group (P4's tallies a and b).
 *
 * @param byGroup one array a group, each in the order of the network's parameters
 */
public record UpdateTally(double[][] byGroup) {
    /** Both together. */
    public UpdateTally plus(UpdateTally other) {
        var sum = new double[byGroup.length][];
        for (var g = 0; g < sum.length; g++) {
            sum[g] = byGroup[g].clone();
            for (var p = 0; p < sum[g].length; p++) {
                sum[g][p] += other.byGroup[g][p];
            }
        }
        return new UpdateTally(sum);
    }
}
