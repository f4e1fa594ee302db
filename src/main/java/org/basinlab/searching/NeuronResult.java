package org.basinlab.searching;

import java.util.List;
import org.basinlab.causal.MechanismOp;
import org.basinlab.stats.Interval;

/**
 * What {@link NeuronStudy} found.
 *
 * @param gaps                 to the true maximum, for each kind of proposal and budget
 * @param gradients            the layer's gradients against central differences of its own output
 * @param singlePrecisionError the largest difference of single from double precision, as a share of the range of g, of grids
 *     and draws; gradient steps may take another way
 * @param survivesSaving       whether every layer tried gave the same outputs to the bit when saved, loaded and cloned
 * @param learned              test errors of trained networks
 * @param compared             the network with search neurons against the others
 * @param gains                what the choice's freedom adds to the value, against the change of the context
 * @param ops                  whether Op sees the search
 */
public record NeuronResult(
        List<Gap> gaps,
        List<GradientError> gradients,
        double singlePrecisionError,
        boolean survivesSaving,
        List<Learned> learned,
        List<Compared> compared,
        List<Gain> gains,
        List<MechanismOp> ops) {
    public NeuronResult {
        gaps = List.copyOf(gaps);
        gradients = List.copyOf(gradients);
        learned = List.copyOf(learned);
        compared = List.copyOf(compared);
        gains = List.copyOf(gains);
        ops = List.copyOf(ops);
    }

    /**
     * How far below the true maximum a layer stays, as a share of the range of g over the box.
     *
     * @param kind        of proposals
     * @param dimensions  of the search
     * @param points      proposed
     * @param steps       from each
     * @param evaluations of g a forward pass
     * @param cases       subnetworks times contexts
     * @param mean        over the cases
     * @param median      over the cases
     * @param most        over the cases
     * @param found       share of cases within a thousandth
     */
    public record Gap(
            String kind,
            int dimensions,
            int points,
            int steps,
            long evaluations,
            int cases,
            double mean,
            double median,
            double most,
            double found) {}

    /**
     * Of every number of the context and a sample of parameters, |gradient - difference| as a share of the largest
     * number of the gradient.
     *
     * @param checked  derivatives compared
     * @param ties     left out, for the choice jumps between the two sides of the difference
     * @param most     the largest
     * @param median   of all
     * @param residual the largest projected gradient left at a choice, where steps try for none; NaN else
     */
    public record GradientError(
            String kind,
            int dimensions,
            int points,
            int steps,
            int checked,
            int ties,
            double most,
            double median,
            double residual) {}

    /**
     * A network that learned a target, over seeds.
     *
     * @param target      what was learned
     * @param network     which network
     * @param parameters  it has
     * @param evaluations of subnetworks a forward pass; 0 for none
     * @param errors      root mean square on the test set as a share of the target's standard deviation, a seed each
     * @param mean        of them, geometric
     * @param ci95        of the mean, by Student's t of the logarithms
     */
    public record Learned(
            String target,
            String network,
            int parameters,
            long evaluations,
            List<Double> errors,
            double mean,
            Interval ci95) {
        public Learned {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Search against another network, seed by seed.
     *
     * @param target what was learned
     * @param other  the network it is compared with
     * @param ratio  geometric mean of the search network's error over the other's
     * @param ci95   of the ratio, by Student's t of the logarithms
     * @param better whether the whole interval is below 1: the rule for "learns it better"
     * @param worse  whether the whole interval is above 1
     */
    public record Compared(String target, String other, double ratio, Interval ci95, boolean better, boolean worse) {}

    /**
     * Mean of (value with the choice free) - (value with the choice frozen) after a change delta of the context, which
     * the envelope theorem lets vanish faster than delta.
     *
     * @param kind   of proposals
     * @param deltas descending
     * @param means  one a delta
     * @param order  the slope of log mean against log delta, by least squares; 2 expected; NaN where a mean is 0
     */
    public record Gain(String kind, List<Double> deltas, List<Double> means, double order) {
        public Gain {
            deltas = List.copyOf(deltas);
            means = List.copyOf(means);
        }
    }
}
