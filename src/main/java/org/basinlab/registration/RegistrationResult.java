package org.basinlab.registration;

import java.util.List;
import org.basinlab.causal.MechanismOp;
import org.basinlab.stats.Interval;

/**
 * What {@link RegistrationStudy} found.
 *
 * @param pairs      of each source, for each nuisance and strength
 * @param sources    of the images: {@code gaussians}, and {@code digits} where there were any
 * @param strength   of the nuisances in everything but the cells
 * @param cells      the global optimum of each objective under each nuisance
 * @param firstOrder where the optimum goes under a small nuisance
 * @param searches   outer error against the budget of the search for a shift
 * @param fields     outer and inner objective against the steps of the search for a field
 * @param learned    a weight inside the objective, trained on the outer error
 * @param op         of the search
 * @param plane      an inner objective over all shifts, of one pair
 */
public record RegistrationResult(
        int pairs,
        List<String> sources,
        double strength,
        List<Cell> cells,
        List<FirstOrder> firstOrder,
        List<Search> searches,
        List<Field> fields,
        Learned learned,
        List<MechanismOp> op,
        Plane plane) {
    public RegistrationResult {
        sources = List.copyOf(sources);
        cells = List.copyOf(cells);
        firstOrder = List.copyOf(firstOrder);
        searches = List.copyOf(searches);
        fields = List.copyOf(fields);
        op = List.copyOf(op);
    }

    /**
     * One objective under one nuisance at one strength, over all pairs.
     *
     * @param source      of the images
     * @param nuisance    which
     * @param strength    its strength
     * @param objective   the inner one
     * @param pairs       how many
     * @param meanError   mean distance of its optimum from the true shift, pixels
     * @param errorCi95   of that mean
     * @param medianError the median, pixels
     * @param better      share of pairs where the inner objective at its optimum is above that at the true shift
     * @param betterCi95  of that share
     * @param failed      pairs where it is below: the search missed the optimum
     * @param held        pairs whose optimum lies on the border of the search
     * @param innerFound  mean of the inner objective at its optimum
     * @param innerTrue   mean of it at the true shift
     */
    public record Cell(
            String source,
            String nuisance,
            double strength,
            String objective,
            int pairs,
            double meanError,
            Interval errorCi95,
            double medianError,
            double better,
            Interval betterCi95,
            int failed,
            int held,
            double innerFound,
            double innerTrue) {}

    /**
     * The law of small nuisances: the optimum moves by {@code v s + O(s^2)}, v = -H^-1 d(grad E)/ds.
     *
     * @param nuisance  which
     * @param objective the inner one
     * @param slope     median over pairs of |v|, pixels a unit of strength
     * @param order     median over pairs of the order at which the remainder falls, measured from s = 1/32 to 1/64;
     *     NaN where there is no remainder to measure
     */
    public record FirstOrder(String nuisance, String objective, double slope, double order) {}

    /**
     * A search for the shift within budgets.
     *
     * @param nuisance  which; {@code none} for frames that nothing disturbs
     * @param objective the inner one
     * @param method    of the search
     * @param budgets   evaluations
     * @param inner     mean of the inner objective reached within each
     * @param error     mean of the outer error, pixels
     * @param turn      whether more search makes it worse in the end
     */
    public record Search(
            String nuisance,
            String objective,
            String method,
            List<Integer> budgets,
            List<Double> inner,
            List<Double> error,
            Turn turn) {}

    /**
     * A search for a displacement field by cross-correlation.
     *
     * @param nuisance   which; {@code none} for frames that nothing disturbs
     * @param stiffness  what bending costs
     * @param similarity mean of the inner objective, without that cost, after each step from 0 on
     * @param error      mean of the outer error, pixels, after each step from 0 on
     * @param truth      mean of the inner objective at the true field
     * @param turn       whether more steps make the error worse in the end
     */
    public record Field(
            String nuisance, double stiffness, List<Double> similarity, List<Double> error, double truth, Turn turn) {}

    /**
     * The weight w in {@code (1 - w) NCC + w EDGES}, chosen by descent on the outer error of training pairs.
     *
     * @param trainingPairs as many of every nuisance as of every other
     * @param testPairs     likewise
     * @param descents      the steps of each, its start first
     * @param weight        at the end of the one with the least training error
     * @param gap           the largest difference of dt* /dw by implicit differentiation from that by differences, as a share
     *     of 1 + its size, over training pairs at equal weights
     * @param before        mean error of test pairs with equal weights, pixels
     * @param after         with the weight chosen, pixels
     * @param gain          mean over test pairs of before less after, pixels
     * @param gainCi95      of that mean
     * @param removed       1 - after/before: the share of the misalignment that was trained away
     * @param scan          test error at some weights
     * @param byNuisance    test error of each nuisance
     */
    public record Learned(
            int trainingPairs,
            int testPairs,
            List<List<Step>> descents,
            double weight,
            double gap,
            double before,
            double after,
            double gain,
            Interval gainCi95,
            double removed,
            List<Scanned> scan,
            List<Split> byNuisance) {}

    /**
     * A step of the descent.
     *
     * @param weight w
     * @param error  mean error of training pairs, pixels
     * @param slope  its derivative in w
     */
    public record Step(double weight, double error, double slope) {}

    /**
     * Test error at a weight.
     *
     * @param weight w
     * @param error  mean, pixels
     */
    public record Scanned(double weight, double error) {}

    /**
     * Test error of one nuisance.
     *
     * @param nuisance which
     * @param before   training, mean, pixels
     * @param after    training, mean, pixels
     */
    public record Split(String nuisance, double before, double after) {}

    /**
     * The inner objective of one pair.
     *
     * @param nuisance  which
     * @param objective the inner one
     * @param shifts    in x and in y, pixels
     * @param values    row by row from the lowest y
     * @param trueX     the true shift
     * @param trueY     the true shift
     * @param foundX    the best shift by the objective
     * @param foundY    the best shift by the objective
     */
    public record Plane(
            String nuisance,
            String objective,
            List<Double> shifts,
            List<Double> values,
            double trueX,
            double trueY,
            double foundX,
            double foundY) {}

    /** The cells of one source, nuisance and objective, in the order of strength. */
    public List<Cell> cells(String source, String nuisance, String objective) {
        return cells.stream()
                .filter(c -> c.source().equals(source)
                        && c.nuisance().equals(nuisance)
                        && c.objective().equals(objective))
                .toList();
    }
}
