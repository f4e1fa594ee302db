package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.Moments;
import org.basinlab.training.StepSizes;
import org.basinlab.training.chunked.InkSums;

/**
 * The null in which the tallied datapoints swap their groups: each keeps its update sizes, the network its
 * training and its forks, so that q stays and only r is drawn anew. If update sizes knew nothing of the groups,
 * the true groups would be one such draw among the others. Groups trade places whatever the order of the datapoints:
 * where they come unevenly in time, as at the end of a phase 1 whose larger group was cut, a trend of update sizes in
 * time counts as the groups' too.
 *
 * <p>A draw's tally of weight i of unit j is sum_s g_s |db_sj| |in_si| over the datapoints s, g_s 1 in the first
 * group and 0 in the second: a product of two matrices a layer. Most inputs of an image are the background, so it
 * is taken out first: sum_s g_s |db_sj| (|in_si| - low) + low sum_s g_s |db_sj|. Single precision: the sums
 * are of positive numbers, and no draw's r is off by more than 1e-5.
 */
final class LabelShuffle {
    private static final int DRAWS_A_JOB = 16;
    /** Sets that are sums of these: weights and biases, of hidden layers and of the output layer. */
    private static final int PARTS = 4;

    private final ParameterMap parameters;
    private final StepSizes steps;
    /** Of each fully connected layer whose inputs are an image's. */
    private final List<Optional<InkSums>> ink = new ArrayList<>();

    private final double[] scale;
    private final double[] half;
    private final double[] centred;

    LabelShuffle(ParameterMap parameters, StepSizes steps, double[] q) {
        this.parameters = parameters;
        this.steps = steps;
        for (var l = 0; l < steps.layers().size(); l++) {
            ink.add(
                    steps.layers().get(l) instanceof StepSizes.Factors factors
                            ? InkSums.of(
                                    factors.inputs(),
                                    parameters.spec().fanIn(l),
                                    factors.biases(),
                                    parameters.spec().units(l))
                            : Optional.empty());
        }
        var everybody = new boolean[steps.length()];
        Arrays.fill(everybody, true);
        var total = tally(everybody);
        scale = new double[total.length];
        half = new double[total.length];
        centred = new double[total.length];
        for (var p = 0; p < total.length; p++) {
            if (total[p] > 0 && !Double.isNaN(q[p])) {
                scale[p] = 1.0 / total[p];
                half[p] = 0.5;
                centred[p] = q[p] - 0.5;
            }
        }
    }

    /** The correlation of each set with the true groups, computed as the draws are. */
    Map<ParameterSet, Double> observed() {
        var groups = new boolean[steps.length()];
        for (var s = 0; s < groups.length; s++) {
            groups[s] = steps.groups()[s] == 0;
        }
        return correlations(tally(groups));
    }

    /**
     * The correlation of each set, a number a draw.
     *
     * @param seed draw d is a function of it and d
     */
    Map<ParameterSet, double[]> draws(int draws, long seed, Workers workers, Progress progress) {
        var random = new RandomStream(seed, RandomStream.LABELS, 0);
        var jobs = new ArrayList<Supplier<List<Map<ParameterSet, Double>>>>();
        for (var from = 0; from < draws; from += DRAWS_A_JOB) {
            var first = from;
            jobs.add(() -> IntStream.range(first, Math.min(first + DRAWS_A_JOB, draws))
                    .mapToObj(d -> {
                        progress.advance(1);
                        return correlations(tally(shuffled(random, d)));
                    })
                    .toList());
        }
        var drawn = workers.all(jobs).stream().flatMap(List::stream).toList();
        var bySet = new EnumMap<ParameterSet, double[]>(ParameterSet.class);
        for (var set : ParameterSet.values()) {
            bySet.put(set, drawn.stream().mapToDouble(draw -> draw.get(set)).toArray());
        }
        return bySet;
    }

    private boolean[] shuffled(RandomStream random, int draw) {
        var order = random.permutation(steps.length(), draw);
        var first = new boolean[steps.length()];
        for (var s = 0; s < first.length; s++) {
            first[s] = steps.groups()[order[s]] == 0;
        }
        return first;
    }

    /** The update sizes of the datapoints in {@code in}, added up: one number a parameter. */
    private float[] tally(boolean[] in) {
        var spec = parameters.spec();
        var tally = new float[parameters.count()];
        for (var l = 0; l < spec.depth(); l++) {
            var units = spec.units(l);
            var fanIn = spec.fanIn(l);
            var of = steps.layers().get(l);
            var biases = sum(of.biases(), units, in);
            System.arraycopy(biases, 0, tally, spec.biasOffset(l), units);
            var at = spec.weightOffset(l);
            if (of instanceof StepSizes.Each each) {
                System.arraycopy(sum(each.weights(), units * fanIn, in), 0, tally, at, units * fanIn);
            } else if (ink.get(l).isPresent()) {
                add(ink.get(l).get(), in, biases, tally, at, fanIn);
            } else {
                products(of.biases(), ((StepSizes.Factors) of).inputs(), in, units, fanIn, tally, at);
            }
        }
        return tally;
    }

    private static void add(InkSums ink, boolean[] in, float[] biases, float[] tally, int at, int fanIn) {
        var above = ink.over(in);
        for (var j = 0; j < biases.length; j++) {
            for (var i = 0; i < fanIn; i++) {
                tally[at + j * fanIn + i] = above[i * ink.stride() + j] + ink.low() * biases[j];
            }
        }
    }

    /** Adds the products of two factors, [unit x input]. */
    private static void products(
            float[] biases, float[] inputs, boolean[] in, int units, int fanIn, float[] tally, int at) {
        for (var s = 0; s < in.length; s++) {
            for (var j = 0; in[s] && j < units; j++) {
                add(tally, at + j * fanIn, biases[s * units + j], inputs, s * fanIn, fanIn);
            }
        }
    }

    /** A loop of its own, which the compiler turns into vector instructions. */
    private static void add(float[] sum, int at, float factor, float[] row, int from, int count) {
        for (var i = 0; i < count; i++) {
            sum[at + i] += factor * row[from + i];
        }
    }

    private static float[] sum(float[] rows, int width, boolean[] in) {
        var sum = new float[width];
        for (var s = 0; s < in.length; s++) {
            if (in[s]) {
                for (var j = 0; j < width; j++) {
                    sum[j] += rows[s * width + j];
                }
            }
        }
        return sum;
    }

    private Map<ParameterSet, Double> correlations(float[] tally) {
        var parts = new Moments[PARTS];
        Arrays.fill(parts, Moments.NONE);
        for (var l = 0; l < parameters.spec().depth(); l++) {
            var hidden = l < parameters.spec().depth() - 1;
            var weights = parameters.spec().weightOffset(l);
            var biases = parameters.spec().biasOffset(l);
            var end = biases + parameters.spec().units(l);
            parts[part(true, hidden)] = parts[part(true, hidden)].plus(moments(tally, weights, biases));
            parts[part(false, hidden)] = parts[part(false, hidden)].plus(moments(tally, biases, end));
        }
        var correlations = new EnumMap<ParameterSet, Double>(ParameterSet.class);
        for (var set : ParameterSet.values()) {
            var moments = Moments.NONE;
            for (var weights : new boolean[] {true, false}) {
                for (var hidden : new boolean[] {true, false}) {
                    moments = set.holds(weights, hidden) ? moments.plus(parts[part(weights, hidden)]) : moments;
                }
            }
            correlations.put(set, moments.correlation());
        }
        return correlations;
    }

    private static int part(boolean weights, boolean hidden) {
        return (weights ? 0 : 1) + (hidden ? 0 : 2);
    }

    /** Of r with these tallies, and q, both less 1/2, where they lie, so that the squares do not cancel. */
    private Moments moments(float[] tally, int from, int to) {
        var n = 0;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumYy = 0;
        double sumXy = 0;
        for (var p = from; p < to; p++) {
            // No branch: a parameter without r or q has 0 for every one of these.
            var x = tally[p] * scale[p] - half[p];
            var y = centred[p];
            n += half[p] > 0 ? 1 : 0;
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumYy += y * y;
            sumXy += x * y;
        }
        return new Moments(n, sumX, sumY, sumXx, sumYy, sumXy);
    }
}
