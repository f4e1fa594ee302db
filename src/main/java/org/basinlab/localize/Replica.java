package org.basinlab.localize;

import java.util.List;
import org.basinlab.stats.Association;

/**
 * What one network came to. Where a network diverged, every number that depends on it is null.
 *
 * @param seed          of its initial parameters
 * @param diverged      whether a loss or parameter stopped being a finite number
 * @param divergedAt    the datapoint, counted from 1 at the beginning of phase 1, where it did; null if
 *                      none did
 * @param divergedIn    {@code phase1} or {@code fork without N}; null if none did
 * @param phase1        phase 1
 * @param weights       r against q over the weights of both layers
 * @param biases        over the biases of both layers
 * @param hiddenWeights over the hidden layer's weights
 * @param hiddenBiases  over the hidden layer's biases
 * @param outputWeights over the output layer's weights
 * @param outputBiases  over the output layer's biases
 * @param perPixel      for each input pixel
 * @param forks         each fork
 * @param testAccuracy  of the network after phase 1, on the test images of all classes in play
 */
public record Replica(
        long seed,
        boolean diverged,
        Integer divergedAt,
        String divergedIn,
        Phase1 phase1,
        Association weights,
        Association biases,
        Association hiddenWeights,
        Association hiddenBiases,
        Association outputWeights,
        Association outputBiases,
        PerPixel perPixel,
        List<Fork> forks,
        Double testAccuracy) {
    /**
     * Phase 1.
     *
     * @param images   how many it was
     * @param accuracy of each prediction before its update, over the second half
     * @param loss     mean loss before the update, over the second half
     */
    public record Phase1(int images, double accuracy, double loss) {}

    /**
     * A fork.
     *
     * @param leftOut         the class it did not see
     * @param images          how many it was trained on
     * @param accuracy        on the test images of the classes it was trained on
     * @param leftOutAccuracy on those of the class it did not see
     */
    public record Fork(int leftOut, int images, double accuracy, double leftOutAccuracy) {}
}
