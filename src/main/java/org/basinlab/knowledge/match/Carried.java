package org.basinlab.knowledge.match;

import java.util.stream.IntStream;

/**
 * Labels of an interpreted network's units carried to those of another: every unit of the other gets the label of the unit
 * that it is most like. How many are right, and how many would be if the interpreted units had dealt their labels among
 * themselves at random: for n_l of n interpreted units with label l, and a share q_l of the others whose own label it is,
 * {@code sum over l of (n_l / n) q_l}, whatever unit is most like which. A unit may have no label: of the interpreted ones
 * it carries none, which is never right; of the others it is left out.
 *
 * @param precision      share of right ones
 * @param chance         expected under labels dealt at random
 * @param weighted       the same with each unit counting as much as its ablation hurts, in sum over the classes of |D|
 * @param weightedChance expected likewise
 */
record Carried(double precision, double chance, double weighted, double weightedChance) {
    static final Carried NONE = new Carried(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * From one network to another.
     *
     * @param from    labels of the interpreted network's units, from 0; -1 for none
     * @param to      labels of the other's by the same measure: the truth
     * @param weights of the other's units
     * @param alike   interpreted units by others
     * @param counts  which of the others are there to be told: a unit that never varies is like none, and is left out
     */
    static Carried of(int[] from, int[] to, double[] weights, Similarity alike, boolean... counts) {
        var shares = new double[1 + Math.max(most(from), most(to))];
        for (var label : from) {
            if (label >= 0) {
                shares[label] += 1.0 / from.length;
            }
        }
        var units = 0;
        var weight = 0.0;
        var right = 0;
        var weightRight = 0.0;
        var byChance = 0.0;
        var weightByChance = 0.0;
        for (var k = 0; k < to.length; k++) {
            if (counts[k] && to[k] >= 0) {
                units++;
                weight += weights[k];
                byChance += shares[to[k]];
                weightByChance += weights[k] * shares[to[k]];
                if (from[alike.bestRow(k)] == to[k]) {
                    right++;
                    weightRight += weights[k];
                }
            }
        }
        return new Carried(right / (double) units, byChance / units, weightRight / weight, weightByChance / weight);
    }

    private static int most(int... labels) {
        return Math.max(0, IntStream.of(labels).max().orElse(0));
    }

    double aboveChance() {
        return precision - chance;
    }

    double weightedAboveChance() {
        return weighted - weightedChance;
    }
}
