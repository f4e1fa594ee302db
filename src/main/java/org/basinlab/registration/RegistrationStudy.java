package org.basinlab.registration;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.registration.RegistrationResult.Cell;
import org.basinlab.registration.RegistrationResult.Field;
import org.basinlab.registration.RegistrationResult.Plane;

/**
 * The toy of P9: a search whose objective, an image similarity, is not the goal, anatomy on anatomy. How far apart are the two, by
 * which nuisance; does more search help; how much can training on the goal take away; and does Op see it?
 */
public final class RegistrationStudy {
    private static final String GAUSSIANS = "gaussians";
    private static final String DIGITS = "digits";
    private static final int PAIRS = 0;
    private static final int TRAINING = 1;
    private static final int TEST = 2;
    private static final int MOST_FIRST_ORDER = 6;

    private final RegistrationConfig config;
    private final long seed;
    private final int threads;
    private final List<SplinePicture> digits;
    private final Progress progress;

    private RegistrationStudy(
            RegistrationConfig config, long seed, int threads, List<SplinePicture> digits, Progress progress) {
        this.config = config;
        this.seed = seed;
        this.threads = threads;
        this.digits = digits;
        this.progress = progress;
    }

    /**
     * Runs all of it. The result depends on neither the threads nor the clock.
     *
     * @param digits images of 28 x 28 pixels, row by row, 0 to 1; may be empty, then Gaussians alone are registered
     */
    public static RegistrationResult run(
            RegistrationConfig config, long seed, int threads, List<double[]> digits, Progress progress) {
        require(threads >= 1, "--threads must be at least 1, got %s", threads);
        return new RegistrationStudy(
                        config,
                        seed,
                        threads,
                        digits.stream().map(SplinePicture::digit).toList(),
                        progress)
                .run();
    }

    private RegistrationResult run() {
        var fields = Courses.names().size() * config.stiffness().size();
        progress.begin("registration", config.pairs() * (2L * sources().size() + fields) + 2L * config.pairs());
        var gaussians = new Scenes(seed, PAIRS, List.of());
        progress.note("optima");
        var cells = cells();
        var firstOrder = Misalignment.firstOrder(gaussians, Math.min(MOST_FIRST_ORDER, config.pairs()));
        progress.note("searches");
        var searches = Courses.searches(told(each(k -> Courses.searches(gaussians, k, config.strength()))));
        progress.note("fields");
        var warped = fields(gaussians);
        progress.note("training");
        var learned = new LearnedWeight(mixed(TRAINING), mixed(TEST), threads).run();
        progress.note("op");
        var op = new RegistrationOp(gaussians, config.pairs(), config.strength()).run(threads);
        progress.advance(config.pairs());
        return new RegistrationResult(
                config.pairs(),
                sources(),
                config.strength(),
                cells,
                firstOrder,
                searches,
                warped,
                learned,
                op,
                plane(gaussians));
    }

    private List<String> sources() {
        return digits.isEmpty() ? List.of(GAUSSIANS) : List.of(GAUSSIANS, DIGITS);
    }

    private interface Work<T> {
        T of(int number);
    }

    private <T> List<Callable<T>> each(Work<T> work) {
        return Misalignment.numbers(config.pairs()).stream()
                .map(k -> (Callable<T>) () -> work.of(k))
                .toList();
    }

    private <T> List<T> told(List<Callable<T>> tasks) {
        return Threads.all(
                threads,
                tasks.stream()
                        .map(task -> (Callable<T>) () -> {
                            var done = task.call();
                            progress.advance(1);
                            return done;
                        })
                        .toList());
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var source : sources()) {
            var scenes = new Scenes(seed, PAIRS, source.equals(DIGITS) ? digits : List.of());
            var cases = told(each(k -> Misalignment.of(scenes, k, config.strengths())));
            progress.advance(config.pairs());
            cells.addAll(Misalignment.cells(source, cases, config.strengths()));
        }
        return cells;
    }

    private List<Field> fields(Scenes scenes) {
        var names = Courses.names();
        var tasks = new ArrayList<Callable<Courses.Course>>();
        for (var d = 0; d < names.size(); d++) {
            var disturbance = d;
            for (var stiffness : config.stiffness()) {
                tasks.addAll(each(k -> Courses.field(scenes, k, disturbance, config, stiffness)));
            }
        }
        var courses = told(tasks);
        var fields = new ArrayList<Field>();
        var from = 0;
        for (var name : names) {
            for (var stiffness : config.stiffness()) {
                fields.add(Courses.field(name, stiffness, courses.subList(from, from + config.pairs())));
                from += config.pairs();
            }
        }
        return fields;
    }

    /** Every nuisance as often as every other, and the sources in turn where there are two. */
    private List<Scene> mixed(int use) {
        var gaussians = new Scenes(seed, use, List.of());
        var drawn = new Scenes(seed, use, digits);
        var kinds = Nuisance.values();
        var scenes = new ArrayList<Scene>();
        for (var k = 0; k < kinds.length * config.pairs() / 2; k++) {
            var from = k / kinds.length % 2 == 0 ? gaussians : drawn;
            scenes.add(from.scene(k, kinds[k % kinds.length], config.strength()));
        }
        return scenes;
    }

    /** The first pair with an artefact, by cross-correlation. */
    private Plane plane(Scenes scenes) {
        var scene = scenes.scene(0, Nuisance.ARTEFACT, config.strength());
        var objective = Objective.of(scene, Similarity.NCC);
        var lattice = new Lattice(scene);
        var best = ShiftSearch.best(objective, lattice);
        return new Plane(
                Nuisance.ARTEFACT.label(),
                Similarity.NCC.label(),
                Misalignment.numbers(Lattice.SHIFTS).stream()
                        .map(Lattice::shift)
                        .toList(),
                Arrays.stream(objective.plane(lattice)).boxed().toList(),
                scene.dx(),
                scene.dy(),
                best.x(),
                best.y());
    }

    /** The answer in a sentence. */
    public static String headline(RegistrationResult result) {
        var worst = RegistrationRules.furthest(result);
        var least = result.fields().get(0).stiffness();
        var warped = result.fields().stream()
                .filter(f ->
                        Double.compare(f.stiffness(), least) == 0 && f.turn().turns())
                .count();
        var learned = result.learned();
        var surely = learned.gainCi95() != null && learned.gainCi95().low() > 0;
        return String.format(
                Locale.ROOT,
                "The best shift by an image similarity is not the true one: up to %.2f pixels off on average at strengths up to %s (%s, %s);"
                        + " searching for longer makes a field of stiffness %s worse under %d of %d nuisances; a weight between two similarities,"
                        + " trained on the error itself, takes the test error from %.2f to %.2f pixels (%s).",
                worst.meanError(),
                result.strength(),
                worst.objective(),
                worst.nuisance(),
                least,
                warped,
                Nuisance.values().length,
                learned.before(),
                learned.after(),
                surely ? "surely less" : "not surely less");
    }
}
