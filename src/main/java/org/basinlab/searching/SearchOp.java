package org.basinlab.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.causal.MechanismOp;
import org.basinlab.causal.OpSample;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.searching.NeuronResult.Gain;

/**
 * Whether Op (P7, P8) sees a search neuron: n is a number of the context, A the choice z*, in three questions.
 *
 * <ul>
 *   <li>m the value, exact derivatives: dg/dc + (dg/dz)(dz/dc) free, dg/dc frozen. By the envelope theorem they are the
 *       same wherever the choice is stationary or does not move, so Comp = 1 and Op = 0 for any search, broken or not.
 *   <li>m the value after a change delta: free is at least frozen, by a gain of second order in delta.
 *   <li>m the regret after a change delta, (true maximum there) - (value of the choice there): what is to be kept at 0.
 * </ul>
 *
 * <p>Broken twice: with a single proposal, so that the choice cannot move, and with the worst proposal kept.
 */
record SearchOp(NeuronConfig config, long seed) {
    /** Differences of values of order one: a thousand units of rounding. */
    private static final double ZERO = 1e-12;

    private static final int DELTAS = 4;
    private static final String FROM = "a number of the context";
    private static final String FROZEN = "the choice";

    /** Changes of m, free and frozen, one a case. */
    private record Changes(double[] free, double[] frozen) {
        OpSample op(double zero) {
            return OpSample.of(free, frozen, zero);
        }
    }

    /**
     * Number i of a context of a subnetwork.
     *
     * @param most      the true maximum there
     * @param mostThere and after the change of the number
     */
    private record Case(Subnetwork g, double[] c, int i, double most, double mostThere) {
        double[] moved(double delta) {
            var there = c.clone();
            there[i] += delta;
            return there;
        }
    }

    /** What is asked of a neuron in a case. */
    @FunctionalInterface
    private interface Question {
        double[] freeAndFrozen(SearchNeuron neuron, Case at);
    }

    private record Found(List<MechanismOp> ops, Gain gain) {}

    record All(List<MechanismOp> ops, List<Gain> gains) {}

    static List<Proposals> mechanisms(long seed) {
        return List.of(Proposals.grid(33), Proposals.random(33, seed), Proposals.gradient(4, 32));
    }

    All run(int threads, Progress progress) {
        var cases = cases(threads);
        var tasks = new ArrayList<Callable<Found>>();
        for (var proposals : mechanisms(seed)) {
            tasks.add(() -> {
                var found = new Found(ops(proposals, cases), gain(proposals, cases));
                progress.advance(1);
                return found;
            });
        }
        var all = Threads.all(threads, tasks);
        return new All(
                all.stream().flatMap(f -> f.ops().stream()).toList(),
                all.stream().map(Found::gain).toList());
    }

    private List<Case> cases(int threads) {
        var networks = RandomSubnetworks.of(config, 1, seed);
        var tasks = new ArrayList<Callable<List<Case>>>();
        for (var k = 0; k < networks.size(); k++) {
            var g = networks.get(k);
            var contexts = RandomSubnetworks.contexts(config, k, seed);
            tasks.add(() -> contexts.stream().flatMap(c -> cases(g, c)).toList());
        }
        return Threads.all(threads, tasks).stream().flatMap(List::stream).toList();
    }

    private Stream<Case> cases(Subnetwork g, double[] c) {
        var oracle = TrueMaximum.of(1);
        var most = oracle.over(g, c).high();
        return IntStream.range(0, c.length).mapToObj(i -> {
            var there = new Case(g, c, i, most, most).moved(config.delta());
            return new Case(g, c, i, most, oracle.over(g, there).high());
        });
    }

    private List<MechanismOp> ops(Proposals proposals, List<Case> cases) {
        var ops = new ArrayList<MechanismOp>();
        ops.addAll(ops(proposals, "value", 0, SearchOp::slopes, cases));
        ops.addAll(ops(proposals, "value", config.delta(), values(config.delta()), cases));
        ops.addAll(ops(proposals, "regret", config.delta(), this::regrets, cases));
        return ops;
    }

    private static List<MechanismOp> ops(
            Proposals proposals, String to, double delta, Question question, List<Case> cases) {
        var zero = delta > 0 ? ZERO : 0;
        var intact = changes(proposals, Keep.BEST, question, cases).op(zero);
        var single = changes(proposals.single(), Keep.BEST, question, cases).op(zero);
        var worst = changes(proposals, Keep.WORST, question, cases).op(zero);
        return List.of(
                new MechanismOp(name(proposals), FROM, to, FROZEN, delta, intact, single, "a single proposal"),
                new MechanismOp(name(proposals), FROM, to, FROZEN, delta, intact, worst, "the worst kept"));
    }

    static String name(Proposals proposals) {
        return switch (proposals.kind()) {
            case GRID -> "search neuron, grid of " + proposals.count();
            case RANDOM -> "search neuron, " + proposals.count() + " random draws";
            case GRADIENT ->
                "search neuron, " + proposals.steps() + " gradient steps from " + proposals.count() + " starts";
        };
    }

    private static Changes changes(Proposals proposals, Keep keep, Question question, List<Case> cases) {
        var free = new double[cases.size()];
        var frozen = new double[cases.size()];
        for (var k = 0; k < free.length; k++) {
            var at = cases.get(k);
            var pair = question.freeAndFrozen(new SearchNeuron(at.g(), proposals, keep), at);
            free[k] = pair[0];
            frozen[k] = pair[1];
        }
        return new Changes(free, frozen);
    }

    private static double[] slopes(SearchNeuron neuron, Case at) {
        var g = at.g();
        var z = neuron.search(at.c()).z();
        var direct = g.contextSlope(at.c(), z)[at.i()];
        var moves = neuron.proposals().steps() > 0 ? g.choiceSlope(at.c(), z)[at.i()] : 0;
        return new double[] {direct + g.slope(at.c(), z)[0] * moves, direct};
    }

    private static Question values(double delta) {
        return (neuron, at) -> {
            var here = neuron.search(at.c());
            var there = at.moved(delta);
            return new double[] {
                neuron.search(there).value() - here.value(), at.g().value(there, here.z()) - here.value()
            };
        };
    }

    private double[] regrets(SearchNeuron neuron, Case at) {
        var values = values(config.delta()).freeAndFrozen(neuron, at);
        var gained = at.mostThere() - at.most();
        return new double[] {gained - values[0], gained - values[1]};
    }

    private Gain gain(Proposals proposals, List<Case> cases) {
        var deltas = IntStream.range(0, DELTAS)
                .mapToObj(k -> config.delta() / (1 << k))
                .toList();
        var means = new ArrayList<Double>();
        var line = new SimpleRegression();
        for (var delta : deltas) {
            var changes = changes(proposals, Keep.BEST, values(delta), cases);
            var mean = IntStream.range(0, changes.free().length)
                    .mapToDouble(k -> changes.free()[k] - changes.frozen()[k])
                    .average()
                    .orElseThrow();
            means.add(mean);
            line.addData(Math.log(delta), Math.log(mean));
        }
        return new Gain(
                proposals.kind().toString(),
                deltas,
                means,
                means.stream().allMatch(m -> m > 0) ? line.getSlope() : Double.NaN);
    }
}
