package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.random.RandomStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;

/**
 * Cases with a known answer, on every level. Positive: {@link MadeUpRows}, structured against scattered. Negative: there,
 * an unstructured edit against another draw of itself.
 */
final class EditControls {
    private static final int SCATTERED = 107;
    private static final int SCATTERED_AGAIN = 108;
    private static final int NETWORKS = 4;

    private EditControls() {}

    /** Datapoints that they train on in all. */
    static long work(Setting run) {
        return (long) MadeUpRows.setting(run).replicas()
                * NETWORKS
                * MadeUpRows.world(run.seed()).train().count();
    }

    /** How concentrated the changes of one replica are. */
    private record Three(Concentration structured, Concentration scattered, Concentration again) {}

    /** All of them. */
    static List<Control> of(Setting run, OnlineTrainer trainer, int threads, Progress progress) {
        var setting = MadeUpRows.setting(run);
        var tasks = new ArrayList<Callable<List<Three>>>();
        for (var seed : setting.seeds()) {
            tasks.add(() -> replica(setting, seed, trainer, progress));
        }
        var replicas = Threads.all(threads, tasks);
        var controls = new ArrayList<Control>();
        for (var level : Level.values()) {
            var here = replicas.stream().map(r -> r.get(level.ordinal())).toList();
            controls.add(Control.positive(
                    "eight rows, " + level.words(),
                    "made-up images and ReLU units that see one row each; painted in the one row that a class has ink in,"
                            + " against the same changes at random pixels",
                    Estimate.of(Means.values(here, t -> t.structured.logRatioTo(t.scattered)), EditStudy.COMPARISONS),
                    EditStudy.MARGIN));
            controls.add(Control.negative(
                    "scattered twice, " + level.words(),
                    "the same images and units; changes at random pixels against another draw of the random pixels",
                    Estimate.of(Means.values(here, t -> t.scattered.logRatioTo(t.again)), EditStudy.COMPARISONS),
                    EditStudy.MARGIN));
        }
        return controls;
    }

    private static List<Three> replica(Setting setting, long seed, OnlineTrainer trainer, Progress progress) {
        var world = MadeUpRows.world(seed);
        var start = MadeUpRows.start(setting, world, seed);
        var trained = trainer.trainAll(
                List.of(
                                world.train(),
                                MadeUpRows.EDIT.painted(world.train(), i -> true),
                                scattered(world, seed, SCATTERED),
                                scattered(world, seed, SCATTERED_AGAIN))
                        .stream()
                        .map(images -> Twins.job(setting, start, world.with(images).stream(world.order(), 1)))
                        .toList(),
                progress);
        return Arrays.stream(Level.values())
                .map(level -> new Three(
                        concentration(trained, 1, level),
                        concentration(trained, 2, level),
                        concentration(trained, 3, level)))
                .toList();
    }

    private static LabelledImages scattered(World world, long seed, int part) {
        return MadeUpRows.EDIT.scattered(
                world.train(), i -> true, false, new RandomStream(seed, RandomStream.KNOWLEDGE, part));
    }

    private static Concentration concentration(List<Trained> trained, int twin, Level level) {
        if (trained.get(0).diverged() || trained.get(twin).diverged()) {
            return Concentration.UNKNOWN;
        }
        return Concentration.of(
                ChangeEnergy.of(trained.get(0).parameters(), trained.get(twin).parameters())
                        .at(level));
    }
}
