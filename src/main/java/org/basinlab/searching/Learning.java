package org.basinlab.searching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.searching.NeuronResult.Compared;
import org.basinlab.searching.NeuronResult.Learned;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/**
 * Networks with search neurons against networks without, on a target that is the value of a search and on one that is
 * not.
 *
 * <p>Fixed before the runs: all have about the same number of parameters, the same data, steps and first rate 0.01, and
 * a seed's data are the same for all. One learns a target better than another if the 95% Student interval of the mean,
 * over seeds, of the logarithm of the ratio of their test errors is below 0. The third network is the search network
 * with one proposal, z = 0: a dense layer of which Z has no part. What it lacks is the search and with it those weights.
 */
record Learning(SearchLibrary library, NeuronConfig config, long seed) {
    private static final int NEURONS = 3;
    private static final int HIDDEN = 10;
    private static final int PROPOSED = 17;
    private static final int TESTS = 1024;
    private static final double RATE = 0.01;

    private record Network(String name, NetworkPlan plan) {}

    record All(List<Learned> learned, List<Compared> compared) {}

    private List<Network> networks() {
        var shape = new Shape(NeuronConfig.INPUTS, 1, HIDDEN, config.curve());
        var grid = Proposals.grid(PROPOSED);
        var searching = new NetworkPlan.Searching(NEURONS, shape, grid);
        return List.of(
                new Network("search", searching),
                new Network("dense", NetworkPlan.Dense.nearest(NeuronConfig.INPUTS, searching.parameters())),
                new Network("one proposal", new NetworkPlan.Searching(NEURONS, shape, grid.single())));
    }

    /** How many trainings. */
    static int count(NeuronConfig config) {
        return Target.values().length * 3 * config.seeds();
    }

    All run(int threads, Progress progress) {
        var learned = new ArrayList<Learned>();
        var compared = new ArrayList<Compared>();
        for (var target : Target.values()) {
            var tasks = new ArrayList<Callable<Double>>();
            for (var network : networks()) {
                for (var s = 0; s < config.seeds(); s++) {
                    var own = seed * 1_000_003 + s;
                    tasks.add(() -> {
                        var error = error(target, network.plan(), own);
                        progress.advance(1);
                        return error;
                    });
                }
            }
            var errors = Threads.all(threads, tasks);
            var rows = new ArrayList<Learned>();
            for (var k = 0; k < networks().size(); k++) {
                rows.add(learned(
                        target, networks().get(k), errors.subList(k * config.seeds(), (k + 1) * config.seeds())));
            }
            learned.addAll(rows);
            rows.subList(1, rows.size()).forEach(other -> compared.add(compared(rows.get(0), other)));
        }
        return new All(learned, compared);
    }

    private double error(Target target, NetworkPlan plan, long own) {
        var inputs = RandomSubnetworks.lessonInputs(config.points(), own, 0);
        var tests = RandomSubnetworks.lessonInputs(TESTS, own, 1);
        var values = target.of(inputs);
        var mean = StatUtils.mean(values);
        var scale = Math.sqrt(StatUtils.populationVariance(values));
        var standard = Arrays.stream(values).map(v -> (v - mean) / scale).toArray();
        var outputs = library.learn(new Lesson(plan, inputs, standard, tests, config.steps(), RATE, own));
        var truth = target.of(tests);
        var squares = IntStream.range(0, TESTS)
                .mapToDouble(k -> Math.pow(mean + scale * outputs[k] - truth[k], 2))
                .sum();
        return Math.sqrt(squares / TESTS / StatUtils.populationVariance(truth));
    }

    private static Learned learned(Target target, Network network, List<Double> errors) {
        var logs = errors.stream().mapToDouble(Math::log).toArray();
        return new Learned(
                target.toString(),
                network.name(),
                network.plan().parameters(),
                network.plan() instanceof NetworkPlan.Searching s
                        ? s.neurons() * s.proposals().evaluations(1)
                        : 0,
                errors,
                Math.exp(StatUtils.mean(logs)),
                ratio(StudentInterval.ofMean(logs)));
    }

    private static Compared compared(Learned search, Learned other) {
        var logs = IntStream.range(0, search.errors().size())
                .mapToDouble(
                        s -> Math.log(search.errors().get(s) / other.errors().get(s)))
                .toArray();
        var ci95 = ratio(StudentInterval.ofMean(logs));
        return new Compared(
                search.target(),
                other.network(),
                Math.exp(StatUtils.mean(logs)),
                ci95,
                ci95 != null && ci95.high() < 1,
                ci95 != null && ci95.low() > 1);
    }

    private static Interval ratio(Interval logs) {
        return logs == null ? null : new Interval(Math.exp(logs.low()), Math.exp(logs.high()));
    }
}
