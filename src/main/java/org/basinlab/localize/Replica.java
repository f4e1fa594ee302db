package org.basinlab.localize;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.stats.Association;
import org.basinlab.stats.Interval;
import org.basinlab.training.Trained;

/**
 * What one network came to. Where a network diverged, every number that depends on it is null.
 *
 * @param seed          of its initial parameters
 * @param activation    of its hidden layers
 * @param diverged      whether a loss or parameter stopped being a finite number
 * @param divergedAt    the datapoint, counted from 1 at the beginning of phase 1, where it did; null if
 *                      none did
 * @param divergedIn    {@code phase1} or {@code fork without N}; null if none did
 * @param phase1        phase 1
 * @param weights       r against q over the weights of all layers
 * @param biases        over the biases of all layers
 * @param hiddenWeights over the hidden layers' weights
 * @param hiddenBiases  over the hidden layers' biases
 * @param outputWeights over the output layer's weights
 * @param outputBiases  over the output layer's biases
 * @param layers        over each layer
 * @param constantWeights over the first layer's weights from pixels never inked; null behind a convolution
 * @param inkedWeights  over its other weights; null behind a convolution
 * @param wholePhase1   with the update sizes of all of phase 1
 * @param nulls         what r would be by chance; null if none was drawn
 * @param structure     of the first layer's weights; null behind a convolution
 * @param perPixel      for each input pixel; null behind a convolution
 * @param learning      where the loss was least
 * @param forks         each fork
 * @param testAccuracy  of the network after phase 1, on the test images of all classes in play
 * @param statistics    measures of one's own, by name
 */
public record Replica(
        long seed,
        String activation,
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
        List<OfLayer> layers,
        Association constantWeights,
        Association inkedWeights,
        WholePhase1 wholePhase1,
        Nulls nulls,
        Structure structure,
        PerPixel perPixel,
        Minimum learning,
        List<Fork> forks,
        Double testAccuracy,
        Map<String, Double> statistics) {
    /** One that diverged. */
    static Replica diverged(long seed, String activation, int at, String in, Phase1 phase1) {
        return new Replica(
                seed,
                activation,
                true,
                at,
                in,
                phase1,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Map.of());
    }

    /** The association over a set. */
    Association association(ParameterSet set) {
        return switch (set) {
            case WEIGHTS -> weights;
            case BIASES -> biases;
            case HIDDEN_WEIGHTS -> hiddenWeights;
            case HIDDEN_BIASES -> hiddenBiases;
            case OUTPUT_WEIGHTS -> outputWeights;
            case OUTPUT_BIASES -> outputBiases;
        };
    }

    /**
     * Phase 1.
     *
     * @param images   how many it was
     * @param accuracy of each prediction before its update, over the second half
     * @param loss     mean loss before the update, over the second half
     */
    public record Phase1(int images, double accuracy, double loss) {
        static Phase1 of(Trained phase1, int[] groups) {
            var half = groups.length / 2;
            var seen = IntStream.range(half, Math.max(half, phase1.losses().length))
                    .toArray();
            return new Phase1(
                    groups.length,
                    IntStream.of(seen)
                            .mapToDouble(s -> phase1.guesses()[s] == groups[s] ? 1 : 0)
                            .average()
                            .orElse(Double.NaN),
                    IntStream.of(seen)
                            .mapToDouble(s -> phase1.losses()[s])
                            .average()
                            .orElse(Double.NaN));
        }
    }

    /**
     * The associations of one layer.
     *
     * @param layer   from 1
     * @param kind    {@code dense} or {@code convolution}
     * @param weights of its weights
     * @param biases  of its biases
     */
    public record OfLayer(int layer, String kind, Association weights, Association biases) {}

    /**
     * With tallies over all of phase 1 instead of its part from {@code tally_from} on.
     *
     * @param weights     over all weights
     * @param biases      over all biases
     * @param weightsGain of the part over the whole
     * @param biasesGain  of the part over the whole
     */
    public record WholePhase1(Association weights, Association biases, Gain weightsGain, Gain biasesGain) {}

    /**
     * What tallying only the part from {@code tally_from} on adds.
     *
     * @param r2   R^2 with the part's tallies less R^2 with those of all of phase 1
     * @param ci95 95% interval, robust to clusters; null where there is none
     */
    public record Gain(double r2, Interval ci95) {}

    /**
     * The least loss of the learning curve of phase 1 and, after it, the forks' mean, in windows of an eighth of
     * phase 1; the groups weigh the same in each.
     *
     * @param minimumAt   share of the epoch that has passed in the middle of that window
     * @param minimumLoss there
     * @param phase1Loss  in phase 1's last window
     * @param phase1End   share of the epoch that phase 1 is
     * @param lastQuarterLoss mean over the windows of the epoch's last quarter; NaN where the forks are not that long
     */
    public record Minimum(
            double minimumAt, double minimumLoss, double phase1Loss, double phase1End, double lastQuarterLoss) {}

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
