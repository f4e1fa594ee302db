package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.Values;

/**
 * Op on one network that models a system, against Op on the system: the same A, n and m, over time, from the same
 * starts. Places where either Op is infinite are left out and counted.
 *
 * @param seed            of the network
 * @param trained         steps of its training
 * @param oneStep         root mean squared error of what a step adds, on the system's own runs, each variable as a
 *     share of its standard deviation there
 * @param oneStepSlope    the same of the derivatives of what a step adds, all of them together as a share of their size
 * @param medianDifference median over starts and times of |Op on the model - Op on the system|, nats
 * @param rank            median over starts of the rank correlation of the two curves over time; null where none exists
 * @param leftOut         places with an infinite Op
 * @param places          starts x times in all
 */
public record ModelledOp(
        long seed,
        int trained,
        double oneStep,
        double oneStepSlope,
        double medianDifference,
        Double rank,
        int leftOut,
        int places) {
    /** Times at which Op is compared, the start not among them. */
    static final int LOOKS = 40;

    /** One network's, from the curves of {@link #curves}. */
    static ModelledOp of(
            Modelled system,
            DenseNetwork network,
            Regressor.Task lesson,
            double[][] starts,
            double[][] truth,
            double[][] found) {
        var states = along(system, starts);
        var differences = new ArrayList<Double>();
        var ranks = new ArrayList<Double>();
        for (var k = 0; k < found.length; k++) {
            var one = found[k];
            var other = truth[k];
            var both = IntStream.range(0, LOOKS)
                    .filter(i -> Double.isFinite(one[i]) && Double.isFinite(other[i]))
                    .toArray();
            Arrays.stream(both).forEach(i -> differences.add(Math.abs(one[i] - other[i])));
            if (both.length > 2) {
                var r = new SpearmansCorrelation()
                        .correlation(
                                Arrays.stream(both).mapToDouble(i -> one[i]).toArray(),
                                Arrays.stream(both).mapToDouble(i -> other[i]).toArray());
                if (!Double.isNaN(r)) {
                    ranks.add(r);
                }
            }
        }
        return new ModelledOp(
                lesson.seed(),
                lesson.steps(),
                oneStep(system, network, states),
                oneStepSlope(system, network, states),
                median(differences),
                ranks.isEmpty() ? null : median(ranks),
                found.length * LOOKS - differences.size(),
                found.length * LOOKS);
    }

    private static double median(List<Double> values) {
        return new Median().evaluate(values.stream().mapToDouble(v -> v).toArray());
    }

    /** Op over time from each start, a row a start. */
    static double[][] curves(Modelled system, Stepping stepping, double[][] starts) {
        var node = stepping.system().node(system.changed());
        var every = system.steps() / LOOKS;
        var count = starts[0].length;
        var ensemble = Ensemble.of(stepping, system.steps(), count)
                .from(Values.of(starts))
                .carrying(Tangents.BOTH, system.changed(), system.frozen(), Window.ALWAYS)
                .lookingEvery(every);
        var curves = new double[count][LOOKS];
        Trajectories.of("blocks", ensemble, 1)
                .run(
                        ensemble,
                        part -> {
                            for (var k = 0; k < part.count() && part.step() % every == 0; k++) {
                                curves[part.first() + k][(int) (part.step() / every) - 1] = part.op(node, k);
                            }
                        },
                        Progress.NONE);
        return curves;
    }

    /** States along the system's own runs from these starts, one after another. */
    private static List<double[]> along(Modelled system, double[][] starts) {
        var step = new OneStep(system.system());
        var states = new ArrayList<double[]>();
        for (var k = 0; k < starts[0].length; k++) {
            var run = k;
            var state = Arrays.stream(starts).mapToDouble(row -> row[run]).toArray();
            for (var s = 0; s < system.steps(); s++) {
                states.add(state);
                state = step.from(state);
            }
        }
        return states;
    }

    private static double oneStep(Modelled system, DenseNetwork network, List<double[]> states) {
        var step = new OneStep(system.system());
        var d = network.inputs();
        var added = new double[states.size() * d];
        for (var k = 0; k < states.size(); k++) {
            var next = step.from(states.get(k));
            for (var i = 0; i < d; i++) {
                added[k * d + i] = next[i] - states.get(k)[i];
            }
        }
        var guessed = network.pass(flat(states)).outputs(1);
        var scales = Standard.of(added, d).scales();
        var sum = 0.0;
        for (var k = 0; k < added.length; k++) {
            sum += Math.pow((guessed[k] - added[k]) / scales[k % d], 2) / added.length;
        }
        return Math.sqrt(sum);
    }

    private static double oneStepSlope(Modelled system, DenseNetwork network, List<double[]> states) {
        var step = new OneStep(system.system());
        var d = network.inputs();
        var pass = network.pass(flat(states));
        var error = 0.0;
        var size = 0.0;
        for (var i = 0; i < d; i++) {
            var t = new double[states.size() * d];
            for (var k = 0; k < states.size(); k++) {
                t[k * d + i] = 1;
            }
            var guessed = pass.push(1, pass.push(0, t));
            for (var k = 0; k < states.size(); k++) {
                var slope = step.slope(states.get(k), i);
                slope[i] -= 1;
                for (var j = 0; j < d; j++) {
                    error += Math.pow(guessed[k * d + j] - slope[j], 2);
                    size += slope[j] * slope[j];
                }
            }
        }
        return Math.sqrt(error / size);
    }

    private static double[] flat(List<double[]> states) {
        return states.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
