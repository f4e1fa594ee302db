package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.List;

/**
 * What a denoiser learns from: clean images y with Gaussian noise, {@code x = y + sigma n}, by the squared error
 * {@code |D(x) - y|^2 / 2}, mean over a batch.
 *
 * <p>Every image of a batch is drawn anew, with one of a fixed set of as many images of noise, at one of the levels: each drawn
 * independently. Fresh noise for every step would cost more than the step.
 */
public final class DenoisingTask {
    private final Digits digits;
    private final List<Double> levels;
    private final int units;
    private final int steps;
    private final int batch;
    private final double rate;
    private final long seed;
    private final float[] noise;

    /**
     * Of these images.
     *
     * @param digits clean
     * @param config says the rest
     * @param seed   of the noise, the orders and the first weights
     */
    public DenoisingTask(Digits digits, RefinementConfig config, long seed) {
        this.digits = digits;
        this.levels = config.levels();
        this.units = config.units();
        this.steps = config.steps();
        this.batch = Math.min(config.batch(), digits.count());
        this.rate = config.rate();
        this.seed = seed;
        require(
                (long) digits.count() * digits.each() < Integer.MAX_VALUE,
                "--refine-images is %s, too many to hold in memory at this size",
                digits.count());
        noise = new float[digits.count() * digits.each()];
        var random = Part.TRAINING_NOISE.of(seed);
        for (var k = 0; k < noise.length; k++) {
            noise[k] = (float) random.normal(k);
        }
    }

    /** Numbers in an image. */
    public int pixels() {
        return digits.each();
    }

    /** Hidden units of the network. */
    public int units() {
        return units;
    }

    /** Steps of training, each of a batch. */
    public int steps() {
        return steps;
    }

    /** Images a step. */
    public int batch() {
        return batch;
    }

    /** Adam's rate at the first step; it falls to 0 in a straight line. */
    public double rate() {
        return rate;
    }

    /** A batch as it is and with noise. */
    public record Batch(float[] noisy, float[] clean) {}

    /** The images of a step, from 0. */
    public Batch at(int step) {
        var pixels = pixels();
        var noisy = new float[batch * pixels];
        var clean = new float[batch * pixels];
        for (var r = 0; r < batch; r++) {
            var number = (long) step * batch + r;
            var image = Part.IMAGES.of(seed).below(digits.count(), number);
            var from = Part.NOISES.of(seed).below(digits.count(), number);
            var sigma = levels.get(Part.LEVELS.of(seed).below(levels.size(), number));
            for (var i = 0; i < pixels; i++) {
                var y = digits.pixels()[image * pixels + i];
                clean[r * pixels + i] = (float) y;
                noisy[r * pixels + i] = (float) (y + sigma * noise[from * pixels + i]);
            }
        }
        return new Batch(noisy, clean);
    }

    /** The tied network before training: weights normal with variance 1/pixels, biases 0. */
    public DenoisingNetwork tiedStart() {
        return DenoisingNetwork.tied(
                pixels(), units, drawn(Part.ENCODER, 1.0 / pixels()), new double[units], new double[pixels()]);
    }

    /** The free network before training: weights normal with variance one over the layer's inputs, biases 0. */
    public DenoisingNetwork freeStart() {
        return new DenoisingNetwork(
                pixels(),
                units,
                drawn(Part.ENCODER, 1.0 / pixels()),
                new double[units],
                drawn(Part.DECODER, 1.0 / units),
                new double[pixels()]);
    }

    private double[] drawn(Part part, double variance) {
        var random = part.of(seed);
        var weights = new double[pixels() * units];
        Arrays.setAll(weights, k -> Math.sqrt(variance) * random.normal(k));
        return weights;
    }
}
