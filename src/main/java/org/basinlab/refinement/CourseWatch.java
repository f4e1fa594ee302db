package org.basinlab.refinement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basinlab.refinement.RefinementResult.AtIteration;
import org.basinlab.refinement.RefinementResult.Course;
import org.basinlab.refinement.RefinementResult.Outer;

/** Watches a loop and keeps what {@link Course} tells of it. */
final class CourseWatch implements RefinementLoop.Watcher {
    /** A pass that raises E by less than this share of the size of its terms has not raised it: that is rounding. */
    private static final double ROUNDING = 1e-12;

    private static final double FARTHER = 1.01;

    private final RefinementLoop loop;
    private final Energy energy;
    private final Digits clean;
    private final boolean hasTruth;
    private final ClassMeans classes;
    private final List<Integer> marks;
    private final int projections;
    private final long seed;

    private final List<double[]> energies = new ArrayList<>();
    private final List<double[]> residuals = new ArrayList<>();
    private final List<double[]> distances = new ArrayList<>();
    private final List<Double> recognised = new ArrayList<>();
    private final List<AtIteration> asymmetry = new ArrayList<>();
    private final Map<Integer, double[]> first = new HashMap<>();
    private double leastFall = Double.POSITIVE_INFINITY;
    private double[] scale;
    private double[] end;

    /**
     * Of a loop.
     *
     * @param energy   null where none is known
     * @param clean    what the starts came from
     * @param hasTruth whether they did
     * @param marks    iterations of which the first picture is kept and the asymmetry is measured
     */
    CourseWatch(
            RefinementLoop loop,
            Energy energy,
            Digits clean,
            boolean hasTruth,
            ClassMeans classes,
            List<Integer> marks,
            int projections,
            long seed) {
        this.loop = loop;
        this.energy = energy;
        this.clean = clean;
        this.hasTruth = hasTruth;
        this.classes = classes;
        this.marks = marks;
        this.projections = projections;
        this.seed = seed;
    }

    @Override
    public void at(int iteration, double[] iterate, double[] correction) {
        var pixels = clean.each();
        residuals.add(Rows.dot(correction, correction, pixels));
        if (energy != null) {
            energies.add(energy.of(iterate));
            fell(iteration, Rows.dot(iterate, iterate, pixels));
        }
        if (hasTruth) {
            distances.add(Rows.distances(iterate, clean.pixels(), pixels));
            recognised.add(classes.right(iterate, clean.labels()));
        }
        if (marks.contains(iteration)) {
            first.put(iteration, Arrays.copyOf(iterate, pixels));
            var drawn = 2L * projections * iterate.length;
            asymmetry.add(new AtIteration(
                    iteration,
                    Asymmetry.of(loop.denoiser(), iterate, projections, Part.PROJECTIONS.of(seed), iteration * drawn)));
        }
        end = iterate.clone();
    }

    /** Holds the fall since the last iterate against what the proof of {@link Energy} promises. */
    private void fell(int iteration, double[] squares) {
        if (iteration > 0) {
            var before = energies.get(iteration - 1);
            var after = energies.get(iteration);
            for (var r = 0; r < before.length; r++) {
                var promised = loop.step() * (1 - loop.step() / 2) * residuals.get(iteration - 1)[r];
                if (promised > 1e6 * ROUNDING * scale[r]) {
                    leastFall = Math.min(leastFall, (before[r] - after[r]) / promised);
                }
            }
        }
        scale = Arrays.stream(squares).map(s -> Math.max(1, s)).toArray();
    }

    /** The picture of the first case at a mark. */
    double[] picture(int mark) {
        return first.get(mark);
    }

    Course course(String denoiser, String start) {
        var inner = energy == null ? residuals : energies;
        return new Course(
                denoiser,
                start,
                energy == null ? null : means(energies),
                means(residuals),
                hasTruth ? means(distances) : null,
                residuals.stream()
                        .map(r -> mean(Arrays.stream(r)
                                .map(square -> loop.step() * Math.sqrt(square))
                                .toArray()))
                        .toList(),
                lowered(inner),
                lowered(residuals),
                share(inner.get(0), inner.get(inner.size() - 1), 1),
                energy == null ? null : Double.valueOf(leastFall),
                asymmetry,
                hasTruth ? outer() : null,
                (int) Arrays.stream(classes.of(end)).distinct().count());
    }

    private Outer outer() {
        var course = means(distances);
        var last = course.size() - 1;
        var best = 0;
        for (var t = 1; t <= last; t++) {
            best = course.get(t) < course.get(best) ? t : best;
        }
        var leasts = distances.get(0).clone();
        for (var at : distances) {
            Arrays.setAll(leasts, r -> Math.min(leasts[r], at[r]));
        }
        return new Outer(
                course.get(0),
                course.get(best),
                best,
                course.get(last),
                course.get(last) / course.get(best) - 1,
                share(distances.get(0), distances.get(last), 1),
                share(distances.get(last), leasts, FARTHER),
                recognised.get(0),
                recognised.get(best),
                recognised.get(last));
    }

    /** The share of cases in which the second, times a factor, is below the first. */
    private static double share(double[] one, double[] other, double factor) {
        var below = 0;
        for (var r = 0; r < one.length; r++) {
            below += factor * other[r] < one[r] ? 1 : 0;
        }
        return below / (double) one.length;
    }

    private static double lowered(List<double[]> course) {
        var lowered = 0;
        for (var t = 1; t < course.size(); t++) {
            var before = course.get(t - 1);
            var after = course.get(t);
            for (var r = 0; r < before.length; r++) {
                lowered += after[r] <= before[r] + ROUNDING * Math.max(1, Math.abs(before[r])) ? 1 : 0;
            }
        }
        return lowered / (double) ((course.size() - 1) * course.get(0).length);
    }

    private static List<Double> means(List<double[]> course) {
        return course.stream().map(CourseWatch::mean).toList();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
