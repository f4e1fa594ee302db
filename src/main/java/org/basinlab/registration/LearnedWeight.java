package org.basinlab.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Threads;
import org.basinlab.registration.RegistrationResult.Learned;
import org.basinlab.registration.RegistrationResult.Scanned;
import org.basinlab.registration.RegistrationResult.Split;
import org.basinlab.registration.RegistrationResult.Step;
import org.basinlab.registration.ShiftSearch.Optimum;
import org.basinlab.stats.StudentInterval;

/**
 * The search inside something that is trained on the outer objective: w in {@code (1 - w) NCC + w EDGES}, by descent on the
 * mean error of training pairs, every optimum found anew at each step.
 *
 * <pre>
 *   d error/dw = (t* - d)/|t* - d| . dt* /dw,      dt* /dw = -H^-1 (grad EDGES - grad NCC)
 * </pre>
 *
 * <p>What can go wrong: the slope follows each optimum as it moves and does not see it jump to another, so that descent can
 * stop where a scan would go on. A step is halved until the mean error falls, and there are three starts.
 */
final class LearnedWeight {
    /** Equal weights: what there is before any training. */
    static final double EQUAL = 0.5;

    /** Where descents start; that with the least training error at its end is kept. */
    private static final double[] STARTS = {0, EQUAL, 1};

    private static final double FIRST_STEP = 0.25;
    private static final double LAST_STEP = 0.02;
    private static final int MOST_STEPS = 8;
    private static final double[] SCAN = {0, 0.25, 0.5, 0.75, 1};
    private static final double DIFFERENCE = 1e-3;
    /** Pixels; of an error below it the direction is rounding. */
    private static final double NO_ERROR = 1e-8;

    private final List<Pair> training;
    private final List<Pair> test;
    private final int threads;

    LearnedWeight(List<Scene> training, List<Scene> test, int threads) {
        this.threads = threads;
        this.training = pairs(training);
        this.test = pairs(test);
    }

    private List<Pair> pairs(List<Scene> scenes) {
        return Threads.all(
                threads,
                scenes.stream().map(s -> (Callable<Pair>) () -> Pair.of(s)).toList());
    }

    /** A pair of images with what does not depend on the weight. */
    private record Pair(Scene scene, Lattice lattice, Objective ncc, Objective edges) {
        static Pair of(Scene scene) {
            return new Pair(
                    scene,
                    new Lattice(scene),
                    Objective.of(scene, Similarity.NCC),
                    Objective.of(scene, Similarity.EDGES));
        }

        Objective mixed(double weight) {
            return Objective.mixture(scene, Map.of(Similarity.NCC, 1 - weight, Similarity.EDGES, weight));
        }

        Optimum best(double weight) {
            return ShiftSearch.best(mixed(weight), lattice);
        }
    }

    private record Seen(double error, double slope) {}

    private List<Seen> look(List<Pair> pairs, double weight) {
        return Threads.all(
                threads,
                pairs.stream().map(p -> (Callable<Seen>) () -> seen(p, weight)).toList());
    }

    private static Seen seen(Pair pair, double weight) {
        var at = pair.best(weight);
        var error = pair.scene.error(at.x(), at.y());
        if (error < NO_ERROR) {
            return new Seen(error, 0);
        }
        var answer = Answer.toWeight(pair.ncc, pair.edges, at);
        return new Seen(
                error, ((at.x() - pair.scene.dx()) * answer[0] + (at.y() - pair.scene.dy()) * answer[1]) / error);
    }

    private static Step step(double weight, List<Seen> seen) {
        return new Step(
                weight,
                seen.stream().mapToDouble(Seen::error).average().orElseThrow(),
                seen.stream().mapToDouble(Seen::slope).average().orElseThrow());
    }

    /** Trains and tests. */
    Learned run() {
        var descents = Arrays.stream(STARTS).mapToObj(this::descend).toList();
        var steps = descents.stream()
                .min(Comparator.comparingDouble(d -> last(d).error()))
                .orElseThrow();
        var weight = last(steps).weight();
        var before = errors(EQUAL);
        var after = errors(weight);
        var gains = IntStream.range(0, before.length)
                .mapToDouble(k -> before[k] - after[k])
                .toArray();
        return new Learned(
                training.size(),
                test.size(),
                descents,
                weight,
                gap(),
                StatUtils.mean(before),
                StatUtils.mean(after),
                StatUtils.mean(gains),
                StudentInterval.ofMean(gains),
                1 - StatUtils.mean(after) / StatUtils.mean(before),
                Arrays.stream(SCAN)
                        .mapToObj(w -> new Scanned(w, StatUtils.mean(errors(w))))
                        .toList(),
                Arrays.stream(Nuisance.values())
                        .map(kind -> new Split(kind.label(), mean(before, kind), mean(after, kind)))
                        .toList());
    }

    private static Step last(List<Step> descent) {
        return descent.get(descent.size() - 1);
    }

    private List<Step> descend(double start) {
        var steps = new ArrayList<Step>();
        steps.add(step(start, look(training, start)));
        var length = FIRST_STEP;
        while (length >= LAST_STEP && steps.size() <= MOST_STEPS) {
            var here = last(steps);
            var next = Math.max(0, Math.min(1, here.weight() - length * Math.signum(here.slope())));
            if (!(Math.abs(next - here.weight()) > 0)) {
                break;
            }
            var there = step(next, look(training, next));
            if (there.error() < here.error()) {
                steps.add(there);
            } else {
                length /= 2;
            }
        }
        return steps;
    }

    private double[] errors(double weight) {
        return look(test, weight).stream().mapToDouble(Seen::error).toArray();
    }

    private double mean(double[] errors, Nuisance kind) {
        return IntStream.range(0, errors.length)
                .filter(k -> test.get(k).scene.disturbance().kind() == kind)
                .mapToDouble(k -> errors[k])
                .average()
                .orElseThrow();
    }

    private double gap() {
        return Threads.all(
                        threads,
                        training.stream()
                                .map(p -> (Callable<Double>) () -> gap(p))
                                .toList())
                .stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private static double gap(Pair pair) {
        var at = pair.best(EQUAL);
        var answer = Answer.toWeight(pair.ncc, pair.edges, at);
        var up = ShiftSearch.uphill(pair.mixed(EQUAL + DIFFERENCE), at.x(), at.y());
        var down = ShiftSearch.uphill(pair.mixed(EQUAL - DIFFERENCE), at.x(), at.y());
        var x = (up.x() - down.x()) / (2 * DIFFERENCE);
        var y = (up.y() - down.y()) / (2 * DIFFERENCE);
        return Math.hypot(x - answer[0], y - answer[1]) / (1 + Math.hypot(x, y));
    }
}
