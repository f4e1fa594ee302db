package org.basinlab.searching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.searching.NeuronResult.Gap;

/** How near to the true maximum each kind of proposal comes, for its evaluations. */
record SearchGaps(SearchLibrary library, NeuronConfig config, long seed) {
    /** The most dimensions searched. */
    static final int DIMENSIONS = 2;

    private static final double FOUND = 1e-3;

    /** Of sums of some ten numbers of the size of the range. */
    private static final double ROUNDING = 1e-12;
    /** Steps an ascent takes where the budget allows; from there on starts are added. */
    private static final int ASCENT = 16;

    /** Of one subnetwork: the shares a plan of proposals misses, and by which single precision is off. */
    private record Tried(List<double[]> missed, double single, boolean survives) {}

    record All(List<Gap> gaps, double single, boolean survives) {}

    All run(int threads, Progress progress) {
        var gaps = new ArrayList<Gap>();
        var single = 0.0;
        var survives = true;
        for (var d = 1; d <= DIMENSIONS; d++) {
            var plans = plans(d);
            var networks = RandomSubnetworks.of(config, d, seed);
            var tasks = new ArrayList<Callable<Tried>>();
            for (var k = 0; k < networks.size(); k++) {
                var g = networks.get(k);
                // A file is a file: one subnetwork of each plan will do.
                var saved = k == 0;
                var contexts = RandomSubnetworks.contexts(config, k, seed);
                tasks.add(() -> {
                    var tried = tried(g, contexts, plans, saved);
                    progress.advance(1);
                    return tried;
                });
            }
            var all = Threads.all(threads, tasks);
            for (var p = 0; p < plans.size(); p++) {
                var place = p;
                gaps.add(gap(
                        plans.get(p),
                        d,
                        all.stream()
                                .flatMapToDouble(t -> Arrays.stream(t.missed().get(place)))
                                .sorted()
                                .toArray()));
            }
            for (var tried : all) {
                single = Math.max(single, tried.single());
                survives &= tried.survives();
            }
        }
        return new All(gaps, single, survives);
    }

    /** For each kind, budgets by quarters down to one evaluation or so. */
    private List<Proposals> plans(int d) {
        var plans = new ArrayList<Proposals>();
        for (var kind : Proposals.Kind.values()) {
            for (var budget = config.budget(); budget >= 1; budget /= 4) {
                plans.add(plan(kind, budget, d));
            }
        }
        return plans.stream().distinct().toList();
    }

    private Proposals plan(Proposals.Kind kind, int budget, int d) {
        return switch (kind) {
            case GRID -> Proposals.grid(root(budget, d));
            case RANDOM -> Proposals.random(budget, seed);
            case GRADIENT -> {
                var starts = root(Math.max(1, budget / ASCENT), d);
                yield Proposals.gradient(starts, budget / (int) Math.round(Math.pow(starts, d)) - 1);
            }
        };
    }

    /** The largest whole number whose d-th power is within. */
    private static int root(int number, int d) {
        return (int) Math.floor(Math.pow(number, 1.0 / d) + 1e-9);
    }

    private Tried tried(Subnetwork g, List<double[]> contexts, List<Proposals> plans, boolean saved) {
        var oracle = TrueMaximum.of(g.shape().dimensions());
        var extents = contexts.stream().map(c -> oracle.over(g, c)).toList();
        var missed = new ArrayList<double[]>();
        var single = 0.0;
        var survives = true;
        for (var plan : plans) {
            var module = library.module(g, plan);
            var values = module.values(contexts);
            var low = module.singlePrecision(contexts);
            var shares = new double[values.length];
            for (var r = 0; r < shares.length; r++) {
                var extent = extents.get(r);
                var range = extent.high() - extent.low();
                shares[r] = share(extent.high() - values[r], range);
                if (plan.kind() != Proposals.Kind.GRADIENT) {
                    single = Math.max(single, Math.abs(values[r] - low[r]) / range);
                }
            }
            survives &= !saved || module.survivesSaving(contexts);
            missed.add(shares);
        }
        return new Tried(missed, single, survives);
    }

    /** As a share of the range; two ways to add the same numbers may differ in the last place, to either side. */
    private static double share(double gap, double range) {
        if (gap < -ROUNDING * range) {
            throw new IllegalStateException("a search neuron found more than the maximum, by " + -gap);
        }
        return Math.max(0, gap) / range;
    }

    private static Gap gap(Proposals plan, int d, double[] sorted) {
        var n = sorted.length;
        return new Gap(
                plan.kind().toString(),
                d,
                plan.size(d),
                plan.steps(),
                plan.evaluations(d),
                n,
                Arrays.stream(sorted).average().orElseThrow(),
                (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
                sorted[n - 1],
                Arrays.stream(sorted).filter(s -> s <= FOUND).count() / (double) n);
    }
}
