package org.basinlab.knowledge.match;

import java.util.List;
import java.util.stream.Stream;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/**
 * What matching found. Agreements and correlations run from -1 to 1, shares from 0 to 1; every estimate is over replicas.
 *
 * @param hidden          units of the one network
 * @param activation      of its hidden layer
 * @param otherHidden     units of the network of another width
 * @param otherActivation of the network of another activation
 * @param datapoints      that signatures are over
 * @param replicas        how often everything was made
 * @param diverged        trainings that did not come to an end, of {@value Replica#TRAININGS} a replica
 * @param ablate          what a unit was held at while it was ablated
 * @param comparisons     that the judged intervals hold for together
 * @param cases           by what the other network differs in
 * @param controls        of the matching of units
 * @param blocks          of weights instead of units
 * @param labels          from a small network to a large one
 */
public record MatchResult(
        int hidden,
        String activation,
        int otherHidden,
        String otherActivation,
        int datapoints,
        int replicas,
        int diverged,
        String ablate,
        int comparisons,
        List<Case> cases,
        List<Control> controls,
        BlockMatch blocks,
        LabelTransfer labels) {
    public MatchResult {
        cases = List.copyOf(cases);
        controls = List.copyOf(controls);
    }

    /** Every control of the part. */
    public List<Control> allControls() {
        return Stream.of(controls, blocks.controls, labels.controls)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Two networks that differ in their seed and in one thing more at most.
     *
     * @param differs                in what: {@code seed}, {@code width} or {@code activation}
     * @param methods                of matching their units
     * @param damageAboveRandom      agreement of class-wise damage by updates, less that of random matchings
     * @param activationsAboveRandom correlation of activations over test images by updates, less that of random ones
     * @param lessActivations        agreement of class-wise damage by updates, less that by activations
     */
    public record Case(
            String differs,
            List<ByMethod> methods,
            Estimate damageAboveRandom,
            Estimate activationsAboveRandom,
            Estimate lessActivations) {
        public Case {
            methods = List.copyOf(methods);
        }

        /** What one method came to. */
        public ByMethod by(Method method) {
            return methods.stream()
                    .filter(m -> m.method.equals(method.toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What a way of matching came to.
     *
     * @param method      such as {@code updates}
     * @param damage      agreement of class-wise damage over matched pairs, Pearson's
     * @param rank        the same, Spearman's
     * @param accuracy    agreement of class-wise accuracy lost, Pearson's
     * @param activations mean correlation of matched units' activations over test images
     */
    public record ByMethod(String method, Estimate damage, Estimate rank, Estimate accuracy, Estimate activations) {}

    /**
     * Blocks of weights, of two networks that differ in their seed.
     *
     * @param replicas        that were looked at
     * @param weights         mean correlation of the weights of matched blocks
     * @param random          of all pairs of blocks at the same pixels
     * @param aboveRandom     the one less the other
     * @param changes         mean correlation of what training has changed of the weights of matched blocks
     * @param changesRandom   of all pairs of blocks at the same pixels
     * @param asUnits         share of blocks matched as their units are
     * @param asUnitsRandom   by chance
     * @param samePlace       share of blocks that are most like one at the same pixels, among all
     * @param samePlaceRandom by chance
     * @param controls        of this matching
     */
    public record BlockMatch(
            int replicas,
            Estimate weights,
            Estimate random,
            Estimate aboveRandom,
            Estimate changes,
            Estimate changesRandom,
            Estimate asUnits,
            double asUnitsRandom,
            Estimate samePlace,
            double samePlaceRandom,
            List<Control> controls) {
        public BlockMatch {
            controls = List.copyOf(controls);
        }
    }

    /**
     * Labels carried from a small network to a large one.
     *
     * @param smallHidden units of the small
     * @param largeHidden units of the large
     * @param carried     for each label and each way
     * @param controls    of this transfer
     */
    public record LabelTransfer(int smallHidden, int largeHidden, List<CarriedBy> carried, List<Control> controls) {
        public LabelTransfer {
            carried = List.copyOf(carried);
            controls = List.copyOf(controls);
        }

        /** One of them. */
        public CarriedBy by(Reading label, Method method) {
            return carried.stream()
                    .filter(c -> c.label.equals(label.toString()) && c.method.equals(method.toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * A kind of label carried one way.
     *
     * @param label               {@code damage} or {@code selectivity}
     * @param method              by which units are held alike
     * @param precision           share of the large network's units whose label is right
     * @param chance              share if the small network's units had their labels dealt at random
     * @param aboveChance         the one less the other
     * @param weighted            precision with each unit counting as much as its ablation hurts
     * @param weightedAboveChance that less its chance
     */
    public record CarriedBy(
            String label,
            String method,
            Estimate precision,
            Estimate chance,
            Estimate aboveChance,
            Estimate weighted,
            Estimate weightedAboveChance) {}
}
