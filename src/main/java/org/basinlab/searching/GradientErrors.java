package org.basinlab.searching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.searching.NeuronResult.GradientError;

/**
 * The layer's gradients against central differences of its own output with step 1e-5: truncation about 1e-10, rounding
 * about 1e-11 of what is compared.
 */
record GradientErrors(SearchLibrary library, NeuronConfig config, long seed) {
    private static final double STEP = 1e-5;
    private static final double JUMP = 0.01;
    private static final int NETWORKS = 2;
    private static final int CONTEXTS = 3;
    /** Of parameters, each fifth: a search a side is dear. */
    private static final int EACH = 5;

    private record Case(int dimensions, Proposals proposals) {}

    private static List<Case> cases(long seed) {
        var cases = new ArrayList<Case>();
        cases.add(new Case(1, Proposals.grid(33)));
        cases.add(new Case(1, Proposals.random(33, seed)));
        for (var steps = 1; steps <= 32; steps *= 2) {
            cases.add(new Case(1, Proposals.gradient(4, steps)));
        }
        cases.add(new Case(2, Proposals.grid(7)));
        cases.add(new Case(2, Proposals.random(49, seed)));
        cases.add(new Case(2, Proposals.gradient(2, 48)));
        return cases;
    }

    static int count() {
        return cases(0).size();
    }

    List<GradientError> run(int threads, Progress progress) {
        var tasks = new ArrayList<Callable<GradientError>>();
        for (var c : cases(seed)) {
            tasks.add(() -> {
                var error = of(c);
                progress.advance(1);
                return error;
            });
        }
        return Threads.all(threads, tasks);
    }

    private GradientError of(Case tried) {
        var d = tried.dimensions();
        var errors = new ArrayList<Double>();
        var ties = 0;
        var residual = tried.proposals().kind() == Proposals.Kind.GRADIENT ? 0 : Double.NaN;
        var networks = RandomSubnetworks.of(config, d, seed);
        for (var k = 0; k < NETWORKS; k++) {
            var g = networks.get(k);
            var module = library.module(g, tried.proposals());
            var neuron = new SearchNeuron(g, tried.proposals());
            var contexts = contexts(k);
            var gradients = contexts.stream().map(module::gradient).toList();
            for (var c : contexts) {
                residual = Math.max(residual, neuron.search(c).residual());
            }
            for (var p = 0; p < gradients.get(0).length; p += p < NeuronConfig.INPUTS ? 1 : EACH) {
                var up = moved(neuron, contexts, p, STEP);
                var down = moved(neuron, contexts, p, -STEP);
                var above = module.values(up.neuron().g().theta(), up.contexts());
                var below = module.values(down.neuron().g().theta(), down.contexts());
                for (var r = 0; r < contexts.size(); r++) {
                    if (jumps(up, down, r)) {
                        ties++;
                    } else {
                        var gradient = gradients.get(r);
                        var largest =
                                Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
                        errors.add(Math.abs(gradient[p] - (above[r] - below[r]) / (2 * STEP)) / largest);
                    }
                }
            }
        }
        var sorted = errors.stream().mapToDouble(e -> e).sorted().toArray();
        var n = sorted.length;
        return new GradientError(
                tried.proposals().kind().toString(),
                d,
                tried.proposals().size(d),
                tried.proposals().steps(),
                n,
                ties,
                n == 0 ? Double.NaN : sorted[n - 1],
                n == 0 ? Double.NaN : sorted[n / 2],
                residual);
    }

    private List<double[]> contexts(int network) {
        var all = RandomSubnetworks.contexts(config, network, seed);
        return all.subList(0, Math.min(CONTEXTS, all.size()));
    }

    private record Side(SearchNeuron neuron, List<double[]> contexts) {}

    /** With one number of the contexts or, after these, of theta moved. */
    private static Side moved(SearchNeuron neuron, List<double[]> contexts, int p, double by) {
        if (p < NeuronConfig.INPUTS) {
            return new Side(
                    neuron,
                    contexts.stream()
                            .map(c -> {
                                var there = c.clone();
                                there[p] += by;
                                return there;
                            })
                            .toList());
        }
        var theta = neuron.g().theta().clone();
        theta[p - NeuronConfig.INPUTS] += by;
        return new Side(new SearchNeuron(new Subnetwork(neuron.g().shape(), theta), neuron.proposals()), contexts);
    }

    private static boolean jumps(Side one, Side other, int r) {
        var z = one.neuron().search(one.contexts().get(r)).z();
        var to = other.neuron().search(other.contexts().get(r)).z();
        for (var k = 0; k < z.length; k++) {
            if (Math.abs(z[k] - to[k]) > JUMP) {
                return true;
            }
        }
        return false;
    }
}
