package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.basinlab.stats.Pearson;

/**
 * How well a quantity of units and classes, such as the damage of their ablation, agrees over matched pairs: a cell a pair
 * and class, the one network's numbers against the other's, each less the class's mean over all units of its network. What
 * is the same for every unit of a class thus tells nothing, and a random matching agrees 0 on average.
 */
final class Agreement {
    private final double[][] ones;
    private final double[][] others;

    /**
     * Of two networks.
     *
     * @param ones   [unit][class]
     * @param others the same of the other network
     */
    Agreement(double[][] ones, double[][] others) {
        this.ones = Ablation.centred(ones);
        this.others = Ablation.centred(others);
    }

    /** Pearson's correlation; NaN where a side does not vary. */
    double pearson(Matching matching) {
        return correlation(cells(ones, matching, true), cells(others, matching, false));
    }

    /** Spearman's, equals sharing their mean rank. */
    double spearman(Matching matching) {
        var ranking = new NaturalRanking();
        return correlation(ranking.rank(cells(ones, matching, true)), ranking.rank(cells(others, matching, false)));
    }

    /**
     * The matching for which the sum of products over cells is greatest. Of networks of one width that is the greatest
     * Pearson's correlation there is, as its mean and its scale are those of all units; of others it is close to it.
     */
    Matching ceiling() {
        return Matching.best(Similarity.products(ones, others));
    }

    private static double[] cells(double[][] of, Matching matching, boolean first) {
        return matching.pairs().stream()
                .flatMapToDouble(p -> Arrays.stream(of[first ? p.one() : p.other()]))
                .toArray();
    }

    private static double correlation(double[] x, double[] y) {
        return Pearson.r(x, y, IntStream.range(0, x.length).toArray());
    }
}
