package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.Values;

/**
 * The hidden units of one network that runs a plant: how much each optimizes, how much control is lost without it, and
 * what simpler measures say of it. All arrays hold a number a unit.
 *
 * <p>Op is Op(unit at all times; n = the controlled variable at the start, m = the same at the end), the median over
 * starts. The loss of control is the mean over starts and every third step of the squared deviation from the set point
 * with the unit ablated, less the same with it at work.
 *
 * @param seed             of the network
 * @param imitation        root mean squared error of the imitation, as a share of the controller's standard deviation
 * @param intact           mean squared deviation of the network as it is
 * @param taught           mean squared deviation under the controller it imitates
 * @param op               median over starts
 * @param size             median of |Op| over starts
 * @param negative         share of starts with Comp &lt; 0
 * @param lostAtZero       loss of control with the unit held at 0
 * @param lostAtMean       the same with it held at its mean over the data
 * @param simple           what simple measures say of the units
 */
public record ControlledUnits(
        long seed,
        double imitation,
        double intact,
        double taught,
        double[] op,
        double[] size,
        double[] negative,
        double[] lostAtZero,
        double[] lostAtMean,
        SimpleMeasures simple) {
    private static final int EVERY = 3;

    /** Of one network. */
    static ControlledUnits of(Plant plant, DenseNetwork network, Regressor.Task lesson, int starts) {
        var units = network.layers().get(0).units();
        var from = plant.starts(starts, ~lesson.seed());
        var pass = network.pass(lesson.inputs());
        var activations = pass.outputs(0);
        var means = new double[units];
        for (var k = 0; k < activations.length; k++) {
            means[k % units] += activations[k] / lesson.points();
        }
        var ops = IntStream.range(0, units)
                .mapToObj(u -> ops(plant, network, u, from))
                .toList();
        var deviations = deviations(plant, network, means, from);
        return new ControlledUnits(
                lesson.seed(),
                imitation(pass.outputs(1), lesson.targets()),
                deviations[0],
                deviation(
                        plant,
                        plant.taught(),
                        Values.same(plant.taught().system().parameterValues()),
                        from,
                        1)[0],
                each(units, u -> median(ops.get(u)[0])),
                each(
                        units,
                        u -> median(Arrays.stream(ops.get(u)[0]).map(Math::abs).toArray())),
                each(units, u -> Arrays.stream(ops.get(u)[1]).filter(s -> s < 0).count() / (double) starts),
                each(units, u -> deviations[1 + u] - deviations[0]),
                each(units, u -> deviations[1 + units + u] - deviations[0]),
                SimpleMeasures.of(network, lesson));
    }

    private static double[] each(int units, IntToDoubleFunction of) {
        return IntStream.range(0, units).mapToDouble(of).toArray();
    }

    private static double median(double[] values) {
        return new Median().evaluate(values);
    }

    private static double imitation(double[] outputs, double[] targets) {
        var sum = 0.0;
        for (var k = 0; k < outputs.length; k++) {
            sum += (outputs[k] - targets[k]) * (outputs[k] - targets[k]) / outputs.length;
        }
        return Math.sqrt(sum / StatUtils.populationVariance(targets));
    }

    /** Op and the sign of Comp at the end of every start's run. */
    private static double[][] ops(Plant plant, DenseNetwork network, int unit, double[][] starts) {
        var stepping = plant.run(network, false);
        var node = stepping.system().node(plant.controlled());
        var ensemble = Ensemble.of(stepping, plant.steps(), starts[0].length)
                .from(Values.of(starts))
                .carrying(Tangents.BOTH, plant.controlled(), Set.of(NetworkNodes.name(0, unit)), Window.ALWAYS);
        var flown = Trajectories.of("blocks", ensemble, 1).run(ensemble, Progress.NONE);
        return new double[][] {
            each(starts[0].length, k -> flown.op(node, k)), each(starts[0].length, k -> flown.compSign(node, k))
        };
    }

    /** Mean squared deviations: of the network as it is, with each unit at 0, with each unit at its mean. */
    private static double[] deviations(Plant plant, DenseNetwork network, double[] means, double[][] starts) {
        var units = means.length;
        var stepping = plant.run(network, true);
        var names = stepping.system().parameters();
        var values = stepping.system().parameterValues();
        var count = starts[0].length;
        var variants = 1 + 2 * units;
        var rows = new ArrayList<double[]>();
        for (var p = 0; p < values.length; p++) {
            var row = new double[variants * count];
            Arrays.fill(row, values[p]);
            rows.add(row);
        }
        for (var v = 1; v < variants; v++) {
            var unit = (v - 1) % units;
            var keep = names.indexOf("keep_" + NetworkNodes.name(0, unit));
            var hold = names.indexOf("hold_" + NetworkNodes.name(0, unit));
            Arrays.fill(rows.get(keep), v * count, (v + 1) * count, 0);
            Arrays.fill(rows.get(hold), v * count, (v + 1) * count, v > units ? means[unit] : 0);
        }
        var repeated = Arrays.stream(starts)
                .map(row -> each(variants * count, k -> row[k % count]))
                .toArray(double[][]::new);
        return deviation(plant, stepping, Values.of(rows.toArray(double[][]::new)), repeated, variants);
    }

    private static double[] deviation(
            Plant plant, Stepping stepping, Values parameters, double[][] starts, int variants) {
        var node = stepping.system().node(plant.controlled());
        var ensemble = Ensemble.of(stepping, plant.steps(), starts[0].length)
                .from(Values.of(starts))
                .with(parameters)
                .lookingEvery(EVERY);
        var sums = new double[starts[0].length];
        Trajectories.of("blocks", ensemble, 1)
                .run(
                        ensemble,
                        part -> {
                            for (var k = 0; k < part.count(); k++) {
                                sums[part.first() + k] += Math.pow(part.values()[node][k] - plant.setPoint(), 2);
                            }
                        },
                        Progress.NONE);
        var each = starts[0].length / variants;
        var looks = plant.steps() / EVERY;
        return each(variants, v -> StatUtils.sum(sums, v * each, each) / each / looks);
    }

    /** The units by one measure. */
    double[] by(Measure measure) {
        return switch (measure) {
            case OP -> op;
            case SIZE_OF_OP -> size;
            case OUTGOING -> simple.outgoing();
            case PRODUCT -> simple.product();
            case GRADIENT_TIMES_ACTIVATION -> simple.activity();
            case FEEDBACK -> simple.feedback();
        };
    }
}
