package org.basinlab.knowledge.leaveout;

/**
 * What one seed came to.
 *
 * @param seed     its
 * @param diverged whether a training ran away, so that all its numbers are NaN
 * @param classes  told of each class
 * @param edit     told of the edit
 * @param sample   tally and change of hidden weights for the first class; null but for the first replica
 */
record Replica(long seed, boolean diverged, Told classes, Told edit, double[][] sample) {
    Told.OfElement stroke() {
        return edit.elements().get(0);
    }
}
