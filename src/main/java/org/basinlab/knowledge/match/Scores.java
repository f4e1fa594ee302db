package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;

/**
 * How well a matching of two networks' units does by measures that know nothing of their training.
 *
 * @param damage      agreement of class-wise damage, Pearson's
 * @param rank        the same, Spearman's
 * @param accuracy    agreement of class-wise accuracy lost, Pearson's
 * @param activations mean correlation of the activations of matched units over test images
 */
record Scores(double damage, double rank, double accuracy, double activations) {
    /** Random matchings that a mean is taken over. */
    static final int DRAWS = 100;

    /** Where a network did not come to an end. */
    static final Scores NONE = new Scores(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * By every method.
     *
     * @param byUpdates matched by these already
     */
    static Map<Method, Scores> all(Learned one, Learned other, Matching byUpdates, RandomStream random) {
        var measure = new Measure(one, other);
        var found = new EnumMap<Method, Scores>(Method.class);
        found.put(Method.UPDATES, measure.of(byUpdates));
        found.put(Method.UPDATE_SHARES, measure.of(Matching.best(one.shares().with(other.shares()))));
        found.put(Method.ACTIVATIONS, measure.of(Matching.best(one.activations().with(other.activations()))));
        found.put(Method.WEIGHTS, measure.of(Matching.best(Similarity.cosines(one.weights(), other.weights()))));
        found.put(Method.RANDOM, measure.random(random));
        found.put(Method.CEILING, measure.ceiling());
        return found;
    }

    /** No method where a network did not come to an end. */
    static Map<Method, Scores> none() {
        var none = new EnumMap<Method, Scores>(Method.class);
        Arrays.stream(Method.values()).forEach(m -> none.put(m, NONE));
        return none;
    }

    /** The measures for two networks. */
    static final class Measure {
        private final int ones;
        private final int others;
        private final Agreement damage;
        private final Agreement accuracy;
        private final Similarity unseen;

        Measure(Learned one, Learned other) {
            ones = one.units();
            others = other.units();
            damage = new Agreement(one.ablation().damage(), other.ablation().damage());
            accuracy = new Agreement(one.ablation().accuracy(), other.ablation().accuracy());
            unseen = one.unseen().with(other.unseen());
        }

        Scores of(Matching matching) {
            return new Scores(
                    damage.pearson(matching),
                    damage.spearman(matching),
                    accuracy.pearson(matching),
                    unseen.mean(matching));
        }

        Scores random(RandomStream random) {
            var drawn = IntStream.range(0, DRAWS)
                    .mapToObj(d -> of(Matching.random(ones, others, random, d)))
                    .toList();
            ToDoubleFunction<ToDoubleFunction<Scores>> mean =
                    of -> drawn.stream().mapToDouble(of).average().orElseThrow();
            return new Scores(
                    mean.applyAsDouble(Scores::damage),
                    mean.applyAsDouble(Scores::rank),
                    mean.applyAsDouble(Scores::accuracy),
                    mean.applyAsDouble(Scores::activations));
        }

        /** Matched by damage for the agreement of damage, by accuracy lost for that of accuracy, and so on. */
        Scores ceiling() {
            var byDamage = of(damage.ceiling());
            return new Scores(
                    byDamage.damage,
                    byDamage.rank,
                    accuracy.pearson(accuracy.ceiling()),
                    unseen.mean(Matching.best(unseen)));
        }
    }
}
