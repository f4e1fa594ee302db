package org.basinlab.operator;

import java.util.SplittableRandom;
import org.basinlab.landscape.Pit;

/** Escape from a pit by walkers. */
final class Simulation {
    final int walkers;
    int atEnd;
    int ever;

    Simulation(Pit pit, double temperature, double start, double barrier, int steps, int walkers, long seed) {
        this.walkers = walkers;
        var random = new SplittableRandom(seed);
        for (var i = 0; i < walkers; i++) {
            var w = start;
            var passed = false;
            for (var n = 0; n < steps; n++) {
                w = Pits.step(w, pit, temperature, random.nextBoolean());
                passed |= w > barrier;
            }
            atEnd += w > barrier ? 1 : 0;
            ever += passed ? 1 : 0;
        }
    }

    /** How many standard errors a count is from a probability. */
    double sigmas(int count, double probability) {
        var error = Math.sqrt(probability * (1 - probability) / walkers);
        return ((double) count / walkers - probability) / error;
    }
}
