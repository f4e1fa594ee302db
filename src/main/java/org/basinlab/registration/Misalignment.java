package org.basinlab.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.basinlab.registration.RegistrationResult.Cell;
import org.basinlab.registration.RegistrationResult.FirstOrder;
import org.basinlab.stats.StudentInterval;
import org.basinlab.stats.WilsonInterval;

/**
 * The gap between inner and outer objective itself, not of a search: the global optimum of each objective against the true
 * shift.
 */
final class Misalignment {
    /** Rounding of an objective, which is a mean over a thousand pixels of numbers about 1. */
    static final double ROUNDING = 1e-12;

    private static final double SMALL = 1.0 / 64;
    /** Pixels; remainders below it are what the search leaves open. */
    private static final double RESOLVED = 1e-7;

    private Misalignment() {}

    /**
     * One pair under one nuisance with one objective.
     *
     * @param error outer, pixels
     * @param found inner objective at its optimum
     * @param truth inner objective at the true shift
     * @param held  whether the optimum lies on the border
     */
    record Trial(double error, double found, double truth, boolean held) {}

    /** All objectives under all nuisances at all strengths, of one case: nuisance x strength x objective. */
    static Trial[][][] of(Scenes scenes, int number, List<Double> strengths) {
        var kinds = Nuisance.values();
        var trials = new Trial[kinds.length][strengths.size()][];
        for (var k = 0; k < kinds.length; k++) {
            var drawn = scenes.scene(number, kinds[k], 0);
            for (var s = 0; s < strengths.size(); s++) {
                // Without strength every nuisance is the same.
                trials[k][s] = s == 0 && k > 0
                        ? trials[0][0]
                        : trials(drawn.with(drawn.disturbance().of(strengths.get(s))));
            }
        }
        return trials;
    }

    private static Trial[] trials(Scene scene) {
        var lattice = new Lattice(scene);
        return Arrays.stream(Similarity.values())
                .map(kind -> {
                    var objective = Objective.of(scene, kind);
                    var best = ShiftSearch.best(objective, lattice);
                    return new Trial(
                            scene.error(best.x(), best.y()),
                            best.score().value(),
                            objective.value(scene.dx(), scene.dy()),
                            best.held());
                })
                .toArray(Trial[]::new);
    }

    /** The cells of a source. */
    static List<Cell> cells(String source, List<Trial[][][]> cases, List<Double> strengths) {
        var cells = new ArrayList<Cell>();
        for (var nuisance : Nuisance.values()) {
            for (var objective : Similarity.values()) {
                for (var s = 0; s < strengths.size(); s++) {
                    var at = s;
                    cells.add(cell(
                            source,
                            nuisance,
                            strengths.get(s),
                            objective,
                            cases.stream()
                                    .map(c -> c[nuisance.ordinal()][at][objective.ordinal()])
                                    .toList()));
                }
            }
        }
        return cells;
    }

    private static Cell cell(
            String source, Nuisance nuisance, double strength, Similarity objective, List<Trial> trials) {
        var errors = trials.stream().mapToDouble(Trial::error).toArray();
        var better =
                (int) trials.stream().filter(t -> t.found > t.truth + ROUNDING).count();
        return new Cell(
                source,
                nuisance.label(),
                strength,
                objective.label(),
                trials.size(),
                StatUtils.mean(errors),
                StudentInterval.ofMean(errors),
                new Median().evaluate(errors),
                better / (double) trials.size(),
                WilsonInterval.of(better, trials.size()),
                (int) trials.stream().filter(t -> t.found < t.truth - ROUNDING).count(),
                (int) trials.stream().filter(Trial::held).count(),
                trials.stream().mapToDouble(Trial::found).average().orElseThrow(),
                trials.stream().mapToDouble(Trial::truth).average().orElseThrow());
    }

    /** The law of small nuisances over so many cases. */
    static List<FirstOrder> firstOrder(Scenes scenes, int cases) {
        var laws = new ArrayList<FirstOrder>();
        for (var nuisance : Nuisance.values()) {
            for (var objective : Similarity.values()) {
                var slopes = new double[cases];
                var orders = new double[cases];
                for (var k = 0; k < cases; k++) {
                    var scene = scenes.scene(k, nuisance, 0);
                    var v = Answer.toStrength(scene, objective);
                    slopes[k] = Math.hypot(v[0], v[1]);
                    var fine = remainder(scene, objective, v, SMALL);
                    var coarse = remainder(scene, objective, v, 2 * SMALL);
                    orders[k] = fine > RESOLVED ? Math.log(coarse / fine) / Math.log(2) : Double.NaN;
                }
                laws.add(new FirstOrder(
                        nuisance.label(), objective.label(), new Median().evaluate(slopes), medianOfDefined(orders)));
            }
        }
        return laws;
    }

    private static double medianOfDefined(double[] values) {
        return new Median()
                .evaluate(Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray());
    }

    /** How far the optimum is from where the law puts it. */
    static double remainder(Scene scene, Similarity objective, double[] v, double strength) {
        var disturbed = scene.with(scene.disturbance().of(strength));
        var found = ShiftSearch.uphill(Objective.of(disturbed, objective), scene.dx(), scene.dy());
        return Math.hypot(found.x() - scene.dx() - strength * v[0], found.y() - scene.dy() - strength * v[1]);
    }

    /** The numbers of cases. */
    static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
