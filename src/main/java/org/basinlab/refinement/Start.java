package org.basinlab.refinement;

import java.util.Arrays;
import java.util.Locale;

/** What a loop starts from. */
enum Start {
    /** Noise alone, of the greatest level trained on: there is no clean image behind it. */
    PURE_NOISE {
        @Override
        double[] of(Digits clean, RefinementConfig config, long seed) {
            return noisy(new double[clean.pixels().length], config.greatestLevel(), Part.PURE_NOISE, seed);
        }
    },
    /** A test digit with noise on it. */
    NOISY_DIGIT {
        @Override
        double[] of(Digits clean, RefinementConfig config, long seed) {
            return noisy(clean.pixels(), config.noise(), Part.START_NOISE, seed);
        }
    },
    /** A test digit whose lower half is black. */
    LOWER_HALF_HIDDEN {
        @Override
        double[] of(Digits clean, RefinementConfig config, long seed) {
            var seen = clean.pixels().clone();
            var from = clean.height() / 2 * clean.width();
            for (var k = 0; k < clean.count(); k++) {
                Arrays.fill(seen, k * clean.each() + from, (k + 1) * clean.each(), 0);
            }
            return seen;
        }
    };

    /** The starts, an image for each clean one. */
    abstract double[] of(Digits clean, RefinementConfig config, long seed);

    /** Whether there is a clean image that the start came from. */
    boolean hasTruth() {
        return this != PURE_NOISE;
    }

    static double[] noisy(double[] images, double sigma, Part part, long seed) {
        var random = part.of(seed);
        var noisy = images.clone();
        for (var k = 0; k < noisy.length; k++) {
            noisy[k] += sigma * random.normal(k);
        }
        return noisy;
    }

    /** In words. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
