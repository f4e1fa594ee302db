package org.basinlab.refinement;

import java.util.List;
import org.basinlab.causal.MechanismOp;

/**
 * What looped denoisers did. Distances and lengths of images are Euclidean, in units of white.
 *
 * @param engine     what trained them
 * @param images     learned from
 * @param units      hidden units of each
 * @param cases      starts of each kind
 * @param iterations T
 * @param step       a
 * @param recognised share of the clean test digits started from that the nearest class mean gets right
 * @param denoisers  tied, then free
 * @param courses    of each denoiser from each kind of start
 * @param op         what Op sees of them
 */
public record RefinementResult(
        String engine,
        int images,
        int units,
        int cases,
        int iterations,
        double step,
        double recognised,
        List<Trained> denoisers,
        List<Course> courses,
        List<MechanismOp> op) {
    private static final double MOST_PASSES = 0.99;

    public RefinementResult {
        denoisers = List.copyOf(denoisers);
        courses = List.copyOf(courses);
        op = List.copyOf(op);
    }

    /**
     * One denoiser, before any loop.
     *
     * @param denoiser  {@code tied} or {@code free}
     * @param levels    how much noise it takes away in one pass, from test digits
     * @param engineGap greatest difference of a pixel between the engine in single precision and plain double arithmetic
     */
    public record Trained(String denoiser, List<Level> levels, double engineGap) {
        public Trained {
            levels = List.copyOf(levels);
        }
    }

    /**
     * A level of noise.
     *
     * @param noise  its standard deviation
     * @param before mean squared error of a pixel with the noise
     * @param after  and of one pass of the denoiser
     */
    public record Level(double noise, double before, double after) {}

    /**
     * A loop from one kind of start; means over the cases, one number for each of x_0 ... x_T.
     *
     * @param denoiser         {@code tied} or {@code free}
     * @param start            what it started from
     * @param energy           E; null for the free denoiser, which has none that is known
     * @param residual         {@code |D(x) - x|^2}
     * @param distance         from the clean image; null where there is none
     * @param stepLength       {@code a |D(x) - x|}, what the pass changes
     * @param lowered          share of all passes of all cases that lowered the inner objective, or left it but for rounding:
     *                         E where it is known, the residual otherwise
     * @param residualLowered  share that lowered the residual
     * @param endedBelow       share of cases whose inner objective ended below where it began
     * @param leastFall        the least of (fall of E) / (a (1 - a/2) |D(x) - x|^2), which the proof puts at 1 or more, over
     *                         passes whose fall is well above rounding; null for the free one
     * @param asymmetry        of the Jacobian, at some iterations
     * @param outer            against the clean image; null where there is none
     * @param classesAtEnd     different classes among the end points, each taken as its nearest class mean
     */
    public record Course(
            String denoiser,
            String start,
            List<Double> energy,
            List<Double> residual,
            List<Double> distance,
            List<Double> stepLength,
            double lowered,
            double residualLowered,
            double endedBelow,
            Double leastFall,
            List<AtIteration> asymmetry,
            Outer outer,
            int classesAtEnd) {
        public Course {
            energy = energy == null ? null : List.copyOf(energy);
            residual = List.copyOf(residual);
            distance = distance == null ? null : List.copyOf(distance);
            stepLength = List.copyOf(stepLength);
            asymmetry = List.copyOf(asymmetry);
        }

        /** Whether 99 of 100 passes lowered the inner objective, and every case ended below where it began. */
        boolean innerFalls() {
            return lowered >= MOST_PASSES && endedBelow >= 1;
        }
    }

    /** A value at one of the iterates. */
    public record AtIteration(int iteration, double value) {}

    /**
     * The outer objective, the distance from the clean image: means over the cases.
     *
     * @param start            at x_0
     * @param least            where the mean is least
     * @param leastIteration   there
     * @param end              at x_T
     * @param lost             {@code end / least - 1}: what running on cost
     * @param nearer           share of cases that ended nearer than they began
     * @param passed           share of cases that ended more than 1% farther than they once were
     * @param recognisedStart  share recognised as the digit it came from, at x_0
     * @param recognisedLeast  at the iteration of least distance
     * @param recognisedEnd    at x_T
     */
    public record Outer(
            double start,
            double least,
            int leastIteration,
            double end,
            double lost,
            double nearer,
            double passed,
            double recognisedStart,
            double recognisedLeast,
            double recognisedEnd) {}
}
