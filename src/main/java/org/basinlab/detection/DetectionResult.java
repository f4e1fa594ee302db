package org.basinlab.detection;

import java.util.List;
import org.basinlab.stats.Interval;

/**
 * What {@link DetectionStudy} found.
 *
 * @param calibration how the tolerances were chosen
 * @param noise       precision and recall on other seeds, noise level by noise level
 * @param kinds       the same by what was planted, over all noise levels and without noise
 * @param wild        trained networks, one by one
 * @param groups      the same by target, k and width
 * @param strictness  shares of trained networks with a comparator under each of the tried angles
 */
public record DetectionResult(
        Calibration calibration,
        List<NoiseRow> noise,
        List<KindRow> kinds,
        List<WildNetwork> wild,
        List<WildGroup> groups,
        List<Strictness> strictness) {
    public DetectionResult {
        noise = List.copyOf(noise);
        kinds = List.copyOf(kinds);
        wild = List.copyOf(wild);
        groups = List.copyOf(groups);
        strictness = List.copyOf(strictness);
    }

    /**
     * The pair of tolerances with the highest F1 over the calibration networks, which are in no other number.
     *
     * @param angle    chosen, in degrees
     * @param share    chosen, of the bending
     * @param networks that it was chosen on
     * @param tried    all pairs
     */
    public record Calibration(double angle, double share, int networks, List<Tried> tried) {
        public Calibration {
            tried = List.copyOf(tried);
        }
    }

    /** One pair of tolerances on the calibration networks. */
    public record Tried(double angle, double share, Counts counts) {}

    /**
     * Comparators counted.
     *
     * @param planted   that were there to be found
     * @param found     by the detector, right or wrong
     * @param right     that were found in the layer they are in, with the same arguments and sign
     * @param precision right / found; NaN if nothing was found
     * @param recall    right / planted; NaN if none was planted
     * @param f1        2 right / (planted + found); NaN if both are none
     * @param precisionCi95 Wilson's, as if findings were independent; null without any
     * @param recallCi95    Wilson's, as if comparators were independent; null without any
     */
    public record Counts(
            int planted,
            int found,
            int right,
            double precision,
            double recall,
            double f1,
            Interval precisionCi95,
            Interval recallCi95) {}

    /**
     * One level of noise.
     *
     * @param noise     relative
     * @param counts    over all kinds but {@link PlantedKind#ABSOLUTE}
     * @param circuits  whole circuits planted
     * @param whole     of them found whole: the root with everything under it, and most of the output
     * @param wholeCi95 Wilson's of whole / circuits
     */
    public record NoiseRow(double noise, Counts counts, int circuits, int whole, Interval wholeCi95) {}

    /**
     * One kind of planted network.
     *
     * @param kind      what was planted
     * @param noise     relative; null for all levels together
     * @param networks  of it
     * @param hit       of them in which at least one comparator was found
     * @param hitCi95   Wilson's of hit / networks, too narrow over all levels together: they blur the same networks
     * @param whole     of them whose largest tree is called the output's circuit
     * @param counts    of comparators
     */
    public record KindRow(
            PlantedKind kind, Double noise, int networks, int hit, Interval hitCi95, int whole, Counts counts) {}

    /**
     * A trained network.
     *
     * @param target       it was trained on
     * @param options      k
     * @param width        of each hidden layer
     * @param network      its number among those alike
     * @param loss         mean squared error on fresh points, in variances of the target
     * @param learnt       whether that is low enough
     * @param comparators  that were found, such as {@code 0: max(x0, x1)} with their layer
     * @param bending      their share of the bending, the mean over layers
     * @param linear       share of the output's variance that a linear function explains
     * @param explained    share that one with the found comparators explains
     * @param ofBending    of what is not linear, the share they explain; NaN where nothing is
     * @param tree         the largest tree; null where nothing was found
     * @param treeExplains share of the output's variance that its root alone explains; NaN where there is none
     * @param whole        whether that tree is the maximum of all inputs, and is the output's circuit
     */
    public record WildNetwork(
            WildTarget target,
            int options,
            int width,
            int network,
            double loss,
            boolean learnt,
            List<String> comparators,
            double bending,
            double linear,
            double explained,
            double ofBending,
            String tree,
            double treeExplains,
            boolean whole) {
        public WildNetwork {
            comparators = List.copyOf(comparators);
        }
    }

    /**
     * Trained networks that are alike.
     *
     * @param target     they were trained on
     * @param options    k
     * @param width      of each hidden layer
     * @param networks   how many
     * @param learnt     of them learnt it
     * @param hit        of those that learnt it, with a comparator
     * @param whole      of those that learnt it, with the whole circuit
     * @param medianLoss in variances of the target
     * @param ofBending  mean share of what is not linear that the found comparators explain, over those that learnt it and
     *     are not linear; NaN without any
     */
    public record WildGroup(
            WildTarget target,
            int options,
            int width,
            int networks,
            int learnt,
            int hit,
            int whole,
            double medianLoss,
            double ofBending) {}

    /**
     * Trained networks looked at with another tolerance.
     *
     * @param angle       in degrees
     * @param maximum     share of the networks that learnt the maximum in which a comparator is found
     * @param maximumCi95 Wilson's; null if none learnt it
     * @param controls    share of the controls that learnt what they were trained on
     * @param controlsCi95 Wilson's; null if none learnt it
     */
    public record Strictness(
            double angle, double maximum, Interval maximumCi95, double controls, Interval controlsCi95) {}

    /** Of the networks trained on the maximum that learnt it. */
    List<WildNetwork> selecting() {
        return wild.stream()
                .filter(n -> n.learnt() && n.target() == WildTarget.MAXIMUM)
                .toList();
    }

    /** Of the controls that learnt what they were trained on. */
    List<WildNetwork> controls() {
        return wild.stream()
                .filter(n -> n.learnt() && n.target() != WildTarget.MAXIMUM)
                .toList();
    }
}
