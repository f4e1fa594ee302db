package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.basinlab.causal.MechanismOp;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.refinement.RefinementResult.Course;
import org.basinlab.refinement.RefinementResult.Level;
import org.basinlab.refinement.RefinementResult.Trained;

/**
 * Optimization at the level of scaffolding (P9): denoisers trained on images, and loops round them from pure noise, from
 * noisy digits and from digits half hidden. One denoiser is the gradient of a known objective, the other is free.
 */
public final class RefinementStudy {
    /** Test digits that a denoiser is measured on before any loop. */
    private static final int MEASURED = 200;

    /** Other test digits among which one of the same class is looked for. */
    private static final int OTHERS = 1000;

    private static final int PROJECTIONS = 2;
    private static final String RANDOM = "a random direction";
    private static final String WITHIN = "a difference of two digits of one class";

    private final RefinementConfig config;
    private final long seed;
    private final DenoiserTraining training;
    private final Digits digits;
    private final Digits test;
    private final Digits clean;
    private final ClassMeans classes;
    private final List<double[]> directions;
    private final Progress progress;

    private RefinementStudy(
            RefinementConfig config,
            long seed,
            LabelledImages train,
            LabelledImages tested,
            DenoiserTraining training,
            Progress progress) {
        require(
                train.rows() == tested.rows() && train.columns() == tested.columns(),
                "training images are %s x %s, test images %s x %s: give --data a set of one size",
                train.rows(),
                train.columns(),
                tested.rows(),
                tested.columns());
        require(
                config.images() <= train.count(),
                "--refine-images is %s, but there are %s training images",
                config.images(),
                train.count());
        require(
                config.cases() <= tested.count(),
                "--refine-cases is %s, but there are %s test images",
                config.cases(),
                tested.count());
        this.config = config;
        this.seed = seed;
        this.training = training;
        this.progress = progress;
        digits = Digits.of(train, IntStream.range(0, config.images()).toArray());
        var order = Part.CASES.of(seed).permutation(tested.count(), 0);
        test = Digits.of(
                tested,
                IntStream.of(order)
                        .limit(Math.max((long) config.cases() + OTHERS, MEASURED))
                        .toArray());
        clean = test.part(0, config.cases());
        classes = new ClassMeans(digits);
        directions = List.of(Directions.random(clean, seed), Directions.within(clean, test));
    }

    /**
     * All of it.
     *
     * @param train    images to learn from
     * @param test     images to start from, of the same size
     * @param training whichever library does it
     * @throws org.basinlab.experiment.InputException if there are too few images, or training runs away
     */
    public static Refined run(
            RefinementConfig config,
            long seed,
            int threads,
            LabelledImages train,
            LabelledImages test,
            DenoiserTraining training,
            Progress progress) {
        return new RefinementStudy(config, seed, train, test, training, progress).run(threads);
    }

    private Refined run(int threads) {
        var loops = 4 * Start.values().length;
        // A unit is a step of training; a loop takes about as long as so many.
        var each = Math.max(1, (long) config.iterations() * config.cases() / 10);
        progress.begin("refinement", 2L * config.steps() + loops * each);
        var task = new DenoisingTask(digits, config, seed);
        var networks = Threads.<DenoisingNetwork>all(
                threads, List.of(() -> training.tied(task, progress), () -> training.free(task, progress)));
        var tasks = new ArrayList<Callable<Looped>>();
        for (var network : networks) {
            var broken = network.shuffled(Part.SHUFFLES.of(seed));
            for (var start : Start.values()) {
                tasks.add(() -> advanced(each, looped(network, start)));
                tasks.add(() -> advanced(each, new Looped(null, shifts(broken, start))));
            }
        }
        var looped = Threads.all(threads, tasks);
        var trained = new ArrayList<Trained>();
        var courses = new ArrayList<Course>();
        var op = new ArrayList<MechanismOp>();
        var watches = new ArrayList<CourseWatch>();
        for (var n = 0; n < networks.size(); n++) {
            var name = name(networks.get(n));
            trained.add(measured(networks.get(n)));
            for (var start : Start.values()) {
                var at = 2 * (n * Start.values().length + start.ordinal());
                var watch = looped.get(at).watch();
                watches.add(watch);
                courses.add(watch.course(name, start.toString()));
                op.addAll(compared(
                        name, start, looped.get(at).shifts(), looped.get(at + 1).shifts()));
            }
        }
        return new Refined(
                new RefinementResult(
                        training.name(),
                        config.images(),
                        config.units(),
                        config.cases(),
                        config.iterations(),
                        config.step(),
                        classes.right(clean.pixels(), clean.labels()),
                        trained,
                        courses,
                        op),
                pictures(courses, watches));
    }

    /** A loop's course, null for a broken one, and what became of changes of its start. */
    private record Looped(CourseWatch watch, List<LoopShift> shifts) {}

    private Looped advanced(long units, Looped done) {
        progress.advance(units);
        return done;
    }

    private static String name(DenoisingNetwork network) {
        return network.isTied() ? "tied" : "free";
    }

    private Looped looped(DenoisingNetwork network, Start start) {
        var loop = new RefinementLoop(network, config.step());
        var watch = new CourseWatch(
                loop,
                network.isTied() ? new Energy(network) : null,
                clean,
                start.hasTruth(),
                classes,
                marks(),
                PROJECTIONS,
                seed);
        loop.watch(start.of(clean, config, seed), config.iterations(), watch);
        return new Looped(watch, shifts(network, start));
    }

    private List<LoopShift> shifts(DenoisingNetwork network, Start start) {
        return LoopShift.of(
                new RefinementLoop(network, config.step()),
                start.of(clean, config, seed),
                directions,
                config.iterations(),
                config.delta());
    }

    private List<MechanismOp> compared(String name, Start start, List<LoopShift> intact, List<LoopShift> broken) {
        var op = new ArrayList<MechanismOp>();
        for (var k = 0; k < directions.size(); k++) {
            op.addAll(LoopShift.compared(
                    "refinement loop, " + name + ", from " + start,
                    k == 0 ? RANDOM : WITHIN,
                    directions.get(k),
                    clean.each(),
                    config.delta(),
                    intact.get(k),
                    broken.get(k)));
        }
        return op;
    }

    private Trained measured(DenoisingNetwork network) {
        var count = Math.min(MEASURED, test.count());
        var images = test.part(0, count).pixels();
        var engine = training.onEngine(network);
        var levels = new ArrayList<Level>();
        var gap = 0.0;
        for (var sigma : config.levels()) {
            var noisy = Start.noisy(images, sigma, Part.TEST_NOISE, seed);
            var cleaned = network.apply(noisy);
            var onEngine = engine.apply(noisy);
            for (var k = 0; k < cleaned.length; k++) {
                gap = Math.max(gap, Math.abs(cleaned[k] - onEngine[k]));
            }
            levels.add(new Level(sigma, meanSquare(noisy, images), meanSquare(cleaned, images)));
        }
        return new Trained(name(network), levels, gap);
    }

    private static double meanSquare(double[] one, double[] other) {
        var sum = 0.0;
        for (var k = 0; k < one.length; k++) {
            sum += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return sum / one.length;
    }

    /** 0, 1, 2, 5, 10 and so on below T, and T. */
    private List<Integer> marks() {
        var marks = new ArrayList<>(List.of(0));
        for (var decade = 1; decade < config.iterations(); decade *= 10) {
            for (var factor : List.of(1, 2, 5)) {
                if (factor * decade < config.iterations()) {
                    marks.add(factor * decade);
                }
            }
        }
        marks.add(config.iterations());
        return marks;
    }

    private Figure.Pictures pictures(List<Course> courses, List<CourseWatch> watches) {
        var columns = new ArrayList<>(marks().stream().map(String::valueOf).toList());
        columns.add("goal");
        var pictures = new ArrayList<double[]>();
        for (var k = 0; k < watches.size(); k++) {
            for (var mark : marks()) {
                pictures.add(shown(watches.get(k).picture(mark)));
            }
            pictures.add(courses.get(k).outer() == null ? null : clean.image(0));
        }
        return new Figure.Pictures(
                "refinement-pictures",
                "Images that a loop round a denoiser passes through",
                "The first case of each kind of start, at these passes of the loop, and the clean digit. A loop that"
                        + " followed its inner objective to the outer one would end at the clean digit; one that does not ends"
                        + " at a point the denoiser leaves as it is, whatever that shows.",
                "Rows of small pictures: " + courses.size() + " loops from start to pass " + config.iterations()
                        + "; the digit is a " + clean.labels()[0] + ".",
                courses.stream().map(c -> c.denoiser() + ", " + c.start()).toList(),
                columns,
                clean.height(),
                clean.width(),
                pictures);
    }

    /** Pixels below black and above white are drawn as black and white. */
    private static double[] shown(double[] picture) {
        return Arrays.stream(picture).map(p -> Math.max(0, Math.min(1, p))).toArray();
    }
}
