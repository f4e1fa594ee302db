package org.basinlab.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;

/**
 * What P7 and P8 name as next for Op: on networks that model a simple system, on the units of networks that run one,
 * and on the layers of a network while it trains.
 *
 * <p>Repeatable from its seed, whatever the number of threads. The rules of its claims stand in {@link NeuralClaims}.
 */
public final class NeuralStudy {
    private static final int TEST_STARTS = 16;

    private final Regressor regressor;

    /** With networks trained so. */
    public NeuralStudy(Regressor regressor) {
        this.regressor = regressor;
    }

    /** All that was found. */
    public record Found(NeuralResults results, List<Claim> claims, List<KeyNumbers> keyNumbers, List<Figure> figures) {}

    /** Curves to draw: Op over time on a system, and on one network of each length of training. */
    record Curves(Modelled system, double[] truth, List<double[]> models) {}

    private record Modelling(ModelledOp numbers, double[] curve) {}

    /**
     * Runs it.
     *
     * @param threads  side by side
     * @param progress told of every network
     */
    public Found run(NeuralSettings settings, int threads, Progress progress) {
        progress.begin(
                "networks",
                (long) Modelled.values().length * settings.lengths().size() * settings.models()
                        + (long) Plant.values().length * settings.controllers()
                        + settings.trainings());
        var models = new ArrayList<ModelResult>();
        var curves = new ArrayList<Curves>();
        for (var system : Modelled.values()) {
            progress.note("models of " + system.label());
            model(system, settings, threads, progress, models, curves);
        }
        var control = new ArrayList<ControlResult>();
        var units = new ArrayList<List<ControlledUnits>>();
        for (var plant : Plant.values()) {
            progress.note("control of the " + plant);
            var networks = controllers(plant, settings, threads, progress);
            units.add(networks);
            control.add(ControlResult.of(plant, networks));
        }
        progress.note("layers in training");
        var training = new LayersInTraining(settings.trainings(), settings.followed(), NeuralSettings.LOOK)
                .run(settings.seed(4, 0), threads, progress);
        var results = new NeuralResults(models, control, training);
        return new Found(
                results,
                NeuralClaims.of(results),
                NeuralTables.of(results),
                NeuralFigures.of(settings, results, curves, units));
    }

    private void model(
            Modelled system,
            NeuralSettings settings,
            int threads,
            Progress progress,
            List<ModelResult> results,
            List<Curves> drawn) {
        var kind = system.ordinal();
        var starts = system.starts(TEST_STARTS, settings.seed(kind, NeuralSettings.MOST_NETWORKS));
        var truth = ModelledOp.curves(system, system.system(), starts);
        var tasks = new ArrayList<Callable<Modelling>>();
        for (var length : settings.lengths()) {
            for (var k = 0; k < settings.models(); k++) {
                var seed = settings.seed(kind, k);
                tasks.add(() -> {
                    var lesson = system.lesson(settings.hidden(), length, seed);
                    var network = regressor.train(lesson);
                    var found = ModelledOp.curves(system, system.model(network), starts);
                    progress.advance(1);
                    return new Modelling(ModelledOp.of(system, network, lesson, starts, truth, found), found[0]);
                });
            }
        }
        var all = Threads.all(threads, tasks);
        results.add(ModelResult.of(system, all.stream().map(Modelling::numbers).toList(), truth));
        var firsts = new ArrayList<double[]>();
        for (var l = 0; l < settings.lengths().size(); l++) {
            firsts.add(all.get(l * settings.models()).curve());
        }
        drawn.add(new Curves(system, truth[0], firsts));
    }

    private List<ControlledUnits> controllers(Plant plant, NeuralSettings settings, int threads, Progress progress) {
        var tasks = new ArrayList<Callable<ControlledUnits>>();
        for (var k = 0; k < settings.controllers(); k++) {
            var seed = settings.seed(2 + plant.ordinal(), k);
            tasks.add(() -> {
                var lesson = plant.lesson(settings.hidden(), settings.trained(), seed);
                var found = ControlledUnits.of(plant, regressor.train(lesson), lesson, settings.starts());
                progress.advance(1);
                return found;
            });
        }
        return Threads.all(threads, tasks);
    }
}
