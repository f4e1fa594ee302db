package org.basinlab.atlas;

/**
 * What is known of one network: a row of the sweep.
 *
 * @param seed           of the network
 * @param diverged       a parameter was not finite; then there are no numbers
 * @param weightsR       r over all layers' weights; NaN where there is none
 * @param biasesR        r over all layers' biases; NaN where there is none
 * @param ownPart        of r over the hidden weights, what is the neurons' own: r less its mean when tallies are dealt
 *                       out anew among the neurons
 * @param perPixelMean   mean correlation of a pixel's weights
 * @param phase1Accuracy before each update, over phase 1's second half
 * @param testAccuracy   of the network that phase 1 leaves, on test images
 */
record Network(
        long seed,
        boolean diverged,
        double weightsR,
        double biasesR,
        double ownPart,
        double perPixelMean,
        double phase1Accuracy,
        double testAccuracy) {
    /** Half of what lies between guessing and knowing would be 0.75; this is a fifth. */
    static final double LEAST_ACCURACY = 0.6;

    /** Whether it tells the groups apart at all: on test images, or where none were asked, in phase 1. */
    boolean learned() {
        return !diverged && (Double.isNaN(testAccuracy) ? phase1Accuracy : testAccuracy) >= LEAST_ACCURACY;
    }

    /** Whether it has both correlations; a network that has not learned is no replication, whatever it has. */
    boolean usable() {
        return learned() && !Double.isNaN(weightsR) && !Double.isNaN(biasesR);
    }

    /** R^2 with the sign of r: a correlation the wrong way round is no replication. */
    double weightsSigned() {
        return weightsR * Math.abs(weightsR);
    }

    double biasesSigned() {
        return biasesR * Math.abs(biasesR);
    }
}
