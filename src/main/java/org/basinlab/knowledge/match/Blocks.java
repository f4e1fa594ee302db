package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;

/**
 * Subsets of parameters instead of units: block (j, b) is the weights from pixel block b to unit j. Its signature is the sum
 * of its update sizes,
 *
 * <pre>  s_jb(t) = sum over i in b of |dW_ji(t)| = |db_j(t)| sum over i in b of x_i(t)</pre>
 *
 * so each pixel block matches units anew. It is judged by the weights themselves, which no signature knows of.
 *
 * @param weights      mean correlation of the weights of matched blocks, over their pixels
 * @param random       the same over all pairs: what a random matching has on average
 * @param changes      as {@code weights}, of what training has changed of them since the start
 * @param changesRandom the same over all pairs
 * @param asUnits      share of blocks matched to the unit that their own unit as a whole is matched to
 * @param asUnitsRandom the same by chance
 * @param samePlace    of blocks held against all blocks of the other network, the share whose best partner lies at the
 *                     same pixels
 * @param samePlaceRandom the same by chance
 */
record Blocks(
        double weights,
        double random,
        double changes,
        double changesRandom,
        double asUnits,
        double asUnitsRandom,
        double samePlace,
        double samePlaceRandom) {
    /** Datapoints at most that all blocks are held against each other over. */
    private static final int SAMPLE = 1000;

    static final Blocks NONE =
            new Blocks(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * Of two networks.
     *
     * @param order where the other's datapoints are taken from: each its own, or shuffled
     * @param units matched as a whole
     * @param most  units at most whose blocks are all held against each other, the first ones; 0 for not at all
     * @param random which datapoints those are over
     */
    static Blocks of(
            Lesson lesson, Learned one, Learned other, int[] order, Matching units, int most, RandomStream random) {
        var blocks = lesson.blocks();
        if (blocks.length == 0) {
            return NONE;
        }
        var weights = 0.0;
        var byChance = 0.0;
        var changes = 0.0;
        var changesByChance = 0.0;
        var asUnits = 0.0;
        for (var b = 0; b < blocks.length; b++) {
            var matching = Matching.best(
                    signatures(lesson, one, b).with(signatures(lesson, other, b).at(order)));
            var alike = weights(one, blocks[b]).with(weights(other, blocks[b]));
            weights += alike.mean(matching) / blocks.length;
            byChance += alike.mean() / blocks.length;
            var changed = changes(one, blocks[b]).with(changes(other, blocks[b]));
            changes += changed.mean(matching) / blocks.length;
            changesByChance += changed.mean() / blocks.length;
            asUnits += matching.shared(units) / blocks.length;
        }
        return new Blocks(
                weights,
                byChance,
                changes,
                changesByChance,
                asUnits,
                1.0 / Math.max(one.units(), other.units()),
                most == 0 ? Double.NaN : samePlace(lesson, one, other, most, random),
                1.0 / blocks.length);
    }

    private static Signatures signatures(Lesson lesson, Learned network, int block) {
        var ink = lesson.ink()[block];
        var units = network.units();
        return Signatures.of(lesson.rows(), units, (t, j) -> network.steps()[t * units + j] * ink[t]);
    }

    /** The weights from some pixels, as signatures over pixels. */
    private static Signatures weights(Learned network, int[] pixels) {
        return Signatures.of(pixels.length, network.units(), (i, j) -> network.weight(j, pixels[i]));
    }

    private static Signatures changes(Learned network, int[] pixels) {
        return Signatures.of(pixels.length, network.units(), (i, j) -> network.change(j, pixels[i]));
    }

    private static double samePlace(Lesson lesson, Learned one, Learned other, int most, RandomStream random) {
        var rows = Arrays.stream(random.permutation(lesson.rows(), 0))
                .limit(SAMPLE)
                .sorted()
                .toArray();
        // Units that never moved have no partner anywhere.
        var ones = moving(one, most);
        var others = moving(other, most);
        var blocks = lesson.blocks().length;
        var alike = all(lesson, other, others, rows).with(all(lesson, one, ones, rows));
        var same = 0;
        for (var k = 0; k < ones.length * blocks; k++) {
            same += alike.bestRow(k) % blocks == k % blocks ? 1 : 0;
        }
        return ones.length == 0 || others.length == 0 ? Double.NaN : same / ((double) ones.length * blocks);
    }

    private static int[] moving(Learned network, int most) {
        var varying = network.updates().varying();
        return IntStream.range(0, network.units())
                .filter(j -> varying[j])
                .limit(most)
                .toArray();
    }

    /** Every block of some units, block by block within a unit, over some datapoints. */
    private static Signatures all(Lesson lesson, Learned network, int[] units, int[] rows) {
        var blocks = lesson.blocks().length;
        var each = network.units();
        return Signatures.of(
                rows.length,
                units.length * blocks,
                (t, k) -> network.steps()[rows[t] * each + units[k / blocks]] * lesson.ink()[k % blocks][rows[t]]);
    }
}
