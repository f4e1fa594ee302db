package org.basinlab.atlas;

import org.basinlab.localize.Published;

/** What P4 found in one network, and how near to it counts as the same. */
final class PublishedPair {
    /** How far from a published R^2 still counts as equal. */
    static final double MARGIN = 0.05;

    private PublishedPair() {}

    /** How far a pair of R^2 is from it: the greater of the two distances. */
    static double distance(double weights, double biases) {
        return Math.max(Math.abs(weights - Published.WEIGHTS_R2), Math.abs(biases - Published.BIASES_R2));
    }
}
