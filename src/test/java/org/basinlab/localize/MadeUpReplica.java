package org.basinlab.localize;

import java.util.List;
import java.util.Map;
import org.basinlab.stats.Association;
import org.basinlab.stats.Interval;
import org.basinlab.stats.NullDistribution;

/**
 * A replica made up for tests of what is done with replicas. Unless told otherwise it is one of softplus in which
 * every rule finds what P4 says.
 */
final class MadeUpReplica {
    private static final double NAN = Double.NaN;

    private final long seed;
    private String activation = "softplus";
    private Association weights = association(Math.sqrt(0.28), 0.4, 0.6, 0);
    private Association biases = association(Math.sqrt(0.17), 0.3, 0.5, 1e-5);
    private Replica.WholePhase1 wholePhase1 = wholePhase1(0.01, new Interval(0.005, 0.015), 0.02);
    private Nulls nulls;
    private Structure.Pair constant = new Structure.Pair(0.999, 0.99);
    private Structure.Pair biasPattern = new Structure.Pair(0.99, 0.98);
    // Six touching pixels below 0, surely so, and nine above; one never inked.
    private PerPixel perPixel = pixels(
            new double[] {-0.5, -0.4, -0.3, -0.2, -0.4, -0.3, 0.5, 0.4, 0.3, 0.2, 0.5, 0.4, 0.3, 0.2, 0.5, 0.1},
            new double[] {0.01, 0.2, 0.2, 0.2, 0.2, 0.2, 0.01, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2, NAN});
    private Replica.Minimum learning = new Replica.Minimum(0.1, 0.05, 0.06, 0.2, 0.06);
    private Map<String, Double> statistics = Map.of();

    private MadeUpReplica(long seed) {
        this.seed = seed;
    }

    /** Columns of the map of pixels. */
    static final int COLUMNS = 4;

    static MadeUpReplica seed(long seed) {
        return new MadeUpReplica(seed);
    }

    static Replica diverged(long seed, String activation) {
        return Replica.diverged(seed, activation, 3, "phase1", new Replica.Phase1(9, 0.5, 0.7));
    }

    /** An association of which only these are looked at. */
    static Association association(double r, double low, double high, double p) {
        return new Association(r, r * r, 1, r, p, 0.5, new Interval(low, high), 100, 0, 100);
    }

    /** None: there is no r. */
    static Association none() {
        return new Association(NAN, NAN, NAN, NAN, NAN, NAN, null, 2, 98, 2);
    }

    static PerPixel pixels(double[] map, double[] adjustedP) {
        var inked = new PerPixel.Part(0, 0, meanAbsolute(map, adjustedP, true), 0);
        var constant = new PerPixel.Part(0, 0, meanAbsolute(map, adjustedP, false), 0);
        return new PerPixel(0.1, 0, map, inked, constant, adjustedP, new PerPixel.Significant(0, 0));
    }

    private static double meanAbsolute(double[] map, double[] adjustedP, boolean inked) {
        var sum = 0.0;
        var count = 0;
        for (var i = 0; i < map.length; i++) {
            if (Double.isNaN(adjustedP[i]) != inked) {
                sum += Math.abs(map[i]);
                count++;
            }
        }
        return sum / count;
    }

    private static Replica.WholePhase1 wholePhase1(double gain, Interval interval, double biasesGain) {
        return new Replica.WholePhase1(
                association(0.5, 0.4, 0.6, 0),
                association(0.4, 0.3, 0.5, 0),
                new Replica.Gain(gain, interval),
                new Replica.Gain(biasesGain, interval));
    }

    MadeUpReplica activation(String name) {
        activation = name;
        return this;
    }

    MadeUpReplica weights(double r, double low, double high) {
        weights = association(r, low, high, 0);
        return this;
    }

    MadeUpReplica weights(Association other) {
        weights = other;
        return this;
    }

    MadeUpReplica biases(double r, double low, double high) {
        biases = association(r, low, high, 1e-5);
        return this;
    }

    MadeUpReplica biases(Association other) {
        biases = other;
        return this;
    }

    MadeUpReplica biasesP(double p) {
        biases = association(0.4, 0.3, 0.5, p);
        return this;
    }

    /** What the second half adds to R^2 of the weights and of the biases. */
    MadeUpReplica gain(double r2, Interval interval, double ofBiases) {
        wholePhase1 = wholePhase1(r2, interval, ofBiases);
        return this;
    }

    /** Nulls with these means of r when neurons are shuffled, and this p of the biases. */
    MadeUpReplica nulls(double weightsMean, double biasesMean, double biasesP) {
        var ofWeights = new NullDistribution(99, 0.01, weightsMean, 0.01, new Interval(-0.1, 0.1));
        var ofBiases = new NullDistribution(99, biasesP, biasesMean, 0.01, new Interval(-0.1, 0.1));
        var sets = new Nulls.OfSets(ofWeights, ofBiases, ofWeights, ofBiases, ofWeights);
        nulls = new Nulls(sets, sets);
        return this;
    }

    MadeUpReplica clusters(double r, double q) {
        constant = new Structure.Pair(r, q);
        return this;
    }

    MadeUpReplica biasPattern(double r, double q) {
        biasPattern = new Structure.Pair(r, q);
        return this;
    }

    MadeUpReplica perPixel(PerPixel other) {
        perPixel = other;
        return this;
    }

    /** The least loss so far into an epoch of which phase 1 is a fifth, and what became of the loss after phase 1. */
    MadeUpReplica learning(double minimumAt, double lastQuarterByPhase1) {
        learning = new Replica.Minimum(minimumAt, 0.01, 1, 0.2, lastQuarterByPhase1);
        return this;
    }

    MadeUpReplica statistic(String name, double value) {
        statistics = Map.of(name, value);
        return this;
    }

    Replica build() {
        return new Replica(
                seed,
                activation,
                false,
                null,
                null,
                new Replica.Phase1(10, 0.9, 0.1),
                weights,
                biases,
                weights,
                biases,
                weights,
                biases,
                List.of(),
                weights,
                weights,
                wholePhase1,
                nulls,
                new Structure(null, new Structure.Clusters(new Structure.Pair(0.5, 0.4), constant, biasPattern)),
                perPixel,
                learning,
                List.of(),
                0.9,
                statistics);
    }
}
