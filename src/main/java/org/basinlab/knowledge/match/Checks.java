package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.network.Parameters;
import org.basinlab.random.RandomStream;

/**
 * Two cases whose answers are known. Of the <em>twin</em>, which starts as the network does but for the order of its hidden
 * units and learns the same, every unit's partner is known. Of the <em>shuffled</em>, a network of another seed whose
 * signatures are taken at datapoints in random order, no signature tells anything.
 *
 * @param twinDamage      agreement of class-wise damage less random, of the twin matched by updates
 * @param recovered       share of units matched to what they are in the twin, of those that are updated at all, as a share
 *                        of the way from chance, 0, to all of them, 1
 * @param shuffledDamage  agreement of class-wise damage less random, matched by shuffled updates
 * @param twinBlocks      agreement of weights of matched blocks less random; NaN where blocks are not matched
 * @param shuffledBlocks  likewise
 * @param twinLabels      precision of labels carried to the twin, less chance
 * @param shuffledLabels  likewise
 */
record Checks(
        double twinDamage,
        double recovered,
        double shuffledDamage,
        double twinBlocks,
        double shuffledBlocks,
        Map<Reading, Double> twinLabels,
        Map<Reading, Double> shuffledLabels) {
    /** A single shuffle of few units may agree by chance; the mean of five does so less. */
    private static final int SHUFFLES = 5;

    static final Checks NONE = new Checks(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, none(), none());

    private static Map<Reading, Double> none() {
        var none = new EnumMap<Reading, Double>(Reading.class);
        Arrays.stream(Reading.values()).forEach(r -> none.put(r, Double.NaN));
        return none;
    }

    /**
     * The same network with its hidden units in another order.
     *
     * @param order where each unit goes
     */
    static Parameters reordered(Parameters parameters, int... order) {
        var spec = parameters.spec();
        var inputs = spec.inputs();
        var units = spec.units(0);
        var from = parameters.values();
        var to = from.clone();
        for (var j = 0; j < units; j++) {
            System.arraycopy(from, j * inputs, to, order[j] * inputs, inputs);
            to[spec.biasOffset(0) + order[j]] = from[spec.biasOffset(0) + j];
            for (var o = 0; o < spec.outputs(); o++) {
                to[spec.weightOffset(1) + o * units + order[j]] = from[spec.weightOffset(1) + o * units + j];
            }
        }
        return new Parameters(spec, to);
    }

    /**
     * Both.
     *
     * @param order  of the twin's units
     * @param other  of another seed
     * @param blocks whether those are matched, too
     */
    static Checks of(
            Lesson lesson,
            Learned one,
            Learned twin,
            int[] order,
            Learned other,
            boolean blocks,
            RandomStream shuffles,
            RandomStream draws) {
        if (one == null || twin == null || other == null) {
            return NONE;
        }
        var toTwin = one.updates().with(twin.updates());
        var asTwins = Matching.best(toTwin);
        var measure = new Scores.Measure(one, twin);
        var shuffled = IntStream.range(0, SHUFFLES)
                .mapToObj(s -> shuffles.permutation(lesson.rows(), s))
                .map(t -> one.updates().with(other.updates().at(t)))
                .toList();
        var against = new Scores.Measure(one, other);
        var byShuffled = shuffled.stream()
                .mapToDouble(s -> against.of(Matching.best(s)).damage())
                .average()
                .orElseThrow();
        var inOrder = IntStream.range(0, lesson.rows()).toArray();
        return new Checks(
                measure.of(asTwins).damage() - measure.random(draws).damage(),
                recovered(one, asTwins, order),
                byShuffled - against.random(draws).damage(),
                blocks ? aboveRandom(Blocks.of(lesson, one, twin, inOrder, asTwins, 0, draws)) : Double.NaN,
                blocks
                        ? aboveRandom(Blocks.of(
                                lesson, one, other, shuffles.permutation(lesson.rows(), 0), asTwins, 0, draws))
                        : Double.NaN,
                labels(r -> carried(r, one, twin, toTwin)),
                labels(r -> shuffled.stream()
                        .mapToDouble(s -> carried(r, one, other, s))
                        .average()
                        .orElseThrow()));
    }

    private static double recovered(Learned one, Matching matching, int... order) {
        var moving = IntStream.range(0, one.units())
                .filter(j -> one.updates().varying()[j])
                .toArray();
        var right = IntStream.of(moving)
                .filter(j -> matching.partner()[j] == order[j])
                .count();
        var chance = 1.0 / one.units();
        return (right / (double) moving.length - chance) / (1 - chance);
    }

    private static double aboveRandom(Blocks blocks) {
        return blocks.weights() - blocks.random();
    }

    private interface OfReading {
        double of(Reading reading);
    }

    private static Map<Reading, Double> labels(OfReading each) {
        var labels = new EnumMap<Reading, Double>(Reading.class);
        Arrays.stream(Reading.values()).forEach(r -> labels.put(r, each.of(r)));
        return labels;
    }

    private static double carried(Reading reading, Learned one, Learned other, Similarity alike) {
        return Carried.of(
                        reading.labels(one),
                        reading.labels(other),
                        other.ablation().sizes(),
                        alike,
                        other.updates().varying())
                .aboveChance();
    }
}
