package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * The loop: {@code x_(t+1) = x_t + a u_t}, with the correction {@code u_t = D(x_t) - x_t}. A derivative in x_0 goes along as
 * {@code t <- t + a (J(x_t) t - t)}, so that at the end it is the product of the I + a (J(x_t) - I).
 *
 * @param denoiser D
 * @param step     a, in (0, 2): beyond, the step overshoots even where D is constant
 */
public record RefinementLoop(Denoiser denoiser, double step) {
    public RefinementLoop {
        require(step > 0 && step < 2, "--refine-step must be above 0 and below 2, got %s", step);
    }

    /** Told of every iterate. */
    public interface Watcher {
        /**
         * One of x_0 ... x_T and the correction there, of which the last is not made. Both arrays are the loop's: copy
         * what is to be kept.
         */
        void at(int iteration, double[] iterate, double[] correction);
    }

    /** Runs it, all images of a batch at once. */
    public void watch(double[] start, int iterations, Watcher watcher) {
        var x = start.clone();
        for (var t = 0; t <= iterations; t++) {
            var u = correction(x);
            watcher.at(t, x, u);
            add(step, u, x);
        }
    }

    /** x_T. */
    public double[] end(double[] start, int iterations) {
        var x = start.clone();
        for (var t = 0; t < iterations; t++) {
            add(step, correction(x), x);
        }
        return x;
    }

    /** x_T, and derivatives of it along directions of x_0. */
    public record Tangents(double[] end, List<double[]> tangents) {}

    /**
     * x_T and its derivatives.
     *
     * @param directions each with one direction for every image of the batch
     */
    public Tangents tangents(double[] start, List<double[]> directions, int iterations) {
        var x = start.clone();
        var tangents = directions.stream().map(double[]::clone).toList();
        for (var t = 0; t < iterations; t++) {
            for (var tangent : tangents) {
                var pushed = denoiser.push(x, tangent);
                for (var k = 0; k < tangent.length; k++) {
                    tangent[k] += step * (pushed[k] - tangent[k]);
                }
            }
            add(step, correction(x), x);
        }
        return new Tangents(x, tangents);
    }

    private double[] correction(double[] x) {
        var u = denoiser.apply(x);
        add(-1, x, u);
        return u;
    }

    private static void add(double factor, double[] from, double[] to) {
        for (var k = 0; k < to.length; k++) {
            to[k] += factor * from[k];
        }
    }
}
