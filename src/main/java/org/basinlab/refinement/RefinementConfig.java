package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * How denoisers are trained and looped.
 *
 * @param images     training images, the first so many of the set
 * @param units      hidden units
 * @param steps      of training, each of a batch
 * @param batch      images a step of training
 * @param rate       Adam's at the first step
 * @param levels     standard deviations of the noise to train on, in units of white; pure noise is of the greatest
 * @param noise      standard deviation of the noise on a noisy digit that a loop starts from
 * @param cases      test digits started from, and as many images of pure noise
 * @param iterations T, of the loop
 * @param step       a, of the loop, in (0, 2)
 * @param delta      length of a finite change of the start, in units of white; an image of MNIST is about 9 long
 */
public record RefinementConfig(
        int images,
        int units,
        int steps,
        int batch,
        double rate,
        List<Double> levels,
        double noise,
        int cases,
        int iterations,
        double step,
        double delta) {
    /** What {@code basin circuits} takes if nothing is said. */
    public static final RefinementConfig DEFAULT =
            new RefinementConfig(4000, 128, 800, 64, 0.003, List.of(0.25, 0.5, 0.75, 1.0), 0.5, 20, 60, 0.5, 1);

    private static final int MOST_IMAGES = 60_000;
    private static final int MOST_UNITS = 4096;
    private static final int MOST_CASES = 1000;
    private static final int MOST_ROUNDS = 1_000_000;

    /** Cases times passes: three numbers are kept of each, for every loop. */
    private static final int MOST_PASSES = 1_000_000;

    /** Of noise and of changes, in units of white. */
    private static final double MOST_WHITE = 1000;

    public RefinementConfig {
        levels = List.copyOf(levels);
        whole("images", images, 10, MOST_IMAGES);
        whole("units", units, 1, MOST_UNITS);
        whole("training", steps, 1, MOST_ROUNDS);
        whole("batch", batch, 1, MOST_IMAGES);
        require(rate > 0 && Double.isFinite(rate), "--refine-rate must be positive and finite, got %s", rate);
        require(!levels.isEmpty(), "--refine-levels must name a level of noise at least");
        levels.forEach(level -> white("levels", level));
        white("noise", noise);
        whole("cases", cases, 2, MOST_CASES);
        require(
                iterations >= 1 && iterations <= MOST_PASSES / cases,
                "--refine-iterations must be from 1 to %s with %s --refine-cases, got %s",
                MOST_PASSES / cases,
                cases,
                iterations);
        require(step > 0 && step < 2, "--refine-step must be above 0 and below 2, got %s", step);
        white("change", delta);
    }

    private static void whole(String option, int value, int least, int most) {
        require(
                value >= least && value <= most,
                "--refine-%s must be from %s to %s, got %s",
                option,
                least,
                most,
                value);
    }

    private static void white(String option, double value) {
        require(
                value > 0 && value <= MOST_WHITE,
                "--refine-%s must be above 0 and at most %.0f, got %s",
                option,
                MOST_WHITE,
                value);
    }

    /** The greatest level of noise. */
    public double greatestLevel() {
        return levels.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
