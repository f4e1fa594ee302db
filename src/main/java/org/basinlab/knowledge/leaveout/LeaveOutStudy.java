package org.basinlab.knowledge.leaveout;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Left;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.random.RandomStream;
import org.basinlab.training.OnlineTrainer;

/**
 * Leaves elements E of the data out, one at a time, and holds the change this makes in the final parameters,
 * {@code |theta_without E - theta|}, against what was known of each parameter without leaving anything out: first of all its
 * tally, {@code t_E = sum over E of |update|} (P3).
 *
 * <p>E is a class, or a stroke painted on a random half of a class's images; then "without" is the same images unpainted. All
 * networks of a replica have one start and one order; where a class is left out, its datapoints are dropped and the others
 * close ranks.
 */
public final class LeaveOutStudy {
    /** Points of a picture. */
    private static final int SAMPLE = 100_000;

    /** Arrays of a number a weight that are held at a time besides two for each element. */
    private static final int ARRAYS = 24;

    private final LeaveOutConfig config;
    private final Setting setting;
    private final World world;
    private final OnlineTrainer trainer;
    private final Progress progress;
    private final Edit stroke;
    private final Lesson classes;
    private final Lesson painted;

    private LeaveOutStudy(
            LeaveOutConfig config, Setting setting, World world, OnlineTrainer trainer, Progress progress) {
        this.config = config;
        this.setting = setting;
        this.world = world;
        this.trainer = trainer;
        this.progress = progress;
        Online.requireRoom(setting.spec(world), (long) world.train().count() * setting.epochs());
        var label = config.editLabel(world.classes());
        var ofLabel = world.images(l -> l == label);
        require(
                ofLabel.length >= 2,
                "--leave-out-edit %s: half of a class is painted on, and it has a single image: give more --images",
                label);
        stroke = Edit.stroke(label, world.train().rows(), world.train().columns());
        classes = Lesson.dropping(
                world,
                world.classes().all().stream()
                        .map(c -> new Element("class " + c, world.images(l -> l == c)))
                        .toList(),
                setting.epochs());
        painted = painted(ofLabel);
    }

    /** The half is drawn under a seed of its own, so that all replicas, and all runs, have the same images. */
    private Lesson painted(int[] ofLabel) {
        var dealt = new RandomStream(0, RandomStream.KNOWLEDGE, 200).permutation(ofLabel.length, 0);
        var half = IntStream.of(dealt)
                .limit(ofLabel.length / 2)
                .map(k -> ofLabel[k])
                .sorted()
                .toArray();
        var with = world.with(stroke.painted(world.train(), i -> Arrays.binarySearch(half, i) >= 0));
        return new Lesson(
                with,
                with.stream(with.order(), setting.epochs()),
                List.of(new Element("stroke on " + stroke.label(), half)),
                List.of());
    }

    /**
     * Makes sure, before anything is trained, that it can be run as far as can be told.
     *
     * @throws org.basinlab.experiment.InputException if it cannot
     */
    public static void requireRunnable(LeaveOutConfig config, Setting setting, World world) {
        new LeaveOutStudy(config, setting, world, null, Progress.NONE).side();
    }

    /**
     * All of it.
     *
     * @throws org.basinlab.experiment.InputException if it is too large, or the class to paint on is not there
     */
    public static Found<LeaveOutResult> run(
            LeaveOutConfig config,
            Setting setting,
            World world,
            OnlineTrainer trainer,
            int threads,
            Progress progress) {
        return new LeaveOutStudy(config, setting, world, trainer, progress).run(threads);
    }

    private Found<LeaveOutResult> run(int threads) {
        var side = side();
        var replicas = setting.replicas();
        progress.begin("leaving out", replicas * (classes.datapoints() + painted.datapoints()) + Controls.datapoints());
        progress.note("controls");
        var controls = new Controls(trainer, setting, progress).run(threads);
        progress.note("replicas");
        var tasks = new ArrayList<Callable<Replica>>();
        for (var seed : setting.seeds()) {
            tasks.add(() -> replica(seed));
        }
        var done = Threads.all(Math.min(threads, side), tasks);
        var result = new Gathered(done, elements())
                .result(world.train().count(), stroke.label(), config.fisherImages(), controls);
        return new Found<>(
                result,
                LeaveOutNumbers.headline(result),
                LeaveOutNumbers.of(result),
                LeaveOutFigures.of(result, done, stroke, world),
                LeaveOutTables.of(done, elements()));
    }

    private List<Left> elements() {
        var elements = new ArrayList<Left>();
        classes.elements().forEach(e -> elements.add(new Left(e.name(), "class", e.images().length)));
        painted.elements().forEach(e -> elements.add(new Left(e.name(), "edit", e.images().length)));
        return elements;
    }

    /** How many replicas fit into half of the memory at a time. */
    private int side() {
        var spec = setting.spec(world);
        var bytes = bytes(
                spec,
                (long) world.train().count() * setting.epochs(),
                classes.elements().size());
        var room = Runtime.getRuntime().maxMemory() / 2;
        require(
                bytes <= room,
                "leave-out needs %s MB of memory and may take %s: give fewer --images, a smaller --hidden, fewer --epochs or a"
                        + " larger heap, BASIN_JAVA_OPTS=-Xmx...",
                bytes >> 20,
                room >> 20);
        return (int) Math.min(Integer.MAX_VALUE, room / bytes);
    }

    private static long bytes(NetworkSpec spec, long datapoints, int elements) {
        return Online.bytes(spec, datapoints) + Double.BYTES * (long) spec.parameterCount() * (ARRAYS + 5L * elements);
    }

    private Replica replica(long seed) {
        var start = setting.start(world, seed);
        var learnt = Learnt.from(classes, setting, start, List.of(), trainer, progress);
        var told = Telling.of(classes, learnt, config.fisherImages());
        var sample = seed == setting.seed() && !learnt.diverged() ? Telling.sample(learnt, 0, SAMPLE) : null;
        var base = learnt.diverged() ? null : List.of(learnt.base());
        return edited(seed, start, told, sample, base);
    }

    private Replica edited(long seed, Parameters start, Told told, double[][] sample, List<Parameters> base) {
        var learnt = Learnt.from(painted, setting, start, base, trainer, progress);
        if (learnt.diverged()) {
            return new Replica(
                    seed,
                    true,
                    Told.nothing(classes.elements().size(), start.spec().inputs()),
                    Told.nothing(1, start.spec().inputs()),
                    null);
        }
        return new Replica(seed, false, told, Telling.of(painted, learnt, config.fisherImages()), sample);
    }
}
