package org.basinlab.knowledge.match;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Assignment;
import org.basinlab.random.RandomStream;

/**
 * Units of two networks in pairs, none in two: as many as the smaller network has.
 *
 * @param partner of each unit of the one network, the unit of the other; -1 where the other has none left
 * @param pairs   the same in the order of the units of the one
 */
record Matching(int[] partner, List<Pair> pairs) {
    /** A unit of the one network and its partner in the other. */
    record Pair(int one, int other) {}

    Matching(int... partner) {
        this(
                partner,
                IntStream.range(0, partner.length)
                        .filter(i -> partner[i] >= 0)
                        .mapToObj(i -> new Pair(i, partner[i]))
                        .toList());
    }

    /** The one whose pairs are most alike in sum. */
    static Matching best(Similarity similarity) {
        return new Matching(Assignment.best(similarity.rows(), similarity.columns(), similarity.values()));
    }

    /** One in which every matching is equally likely. */
    static Matching random(int ones, int others, RandomStream random, long draw) {
        var drawn = random.permutation(Math.max(ones, others), draw);
        return new Matching(IntStream.range(0, ones)
                .map(i -> drawn[i] < others ? drawn[i] : -1)
                .toArray());
    }

    /** The share of its pairs that another has too. */
    double shared(Matching other) {
        return pairs.stream().filter(p -> other.partner[p.one()] == p.other()).count() / (double) pairs.size();
    }
}
