package org.basinlab.operator;

import org.basinlab.landscape.Pit;

/** Escape from the published pit by all 2^n sequences of draws, one after another. */
final class Enumeration {
    private final double temperature;
    private final double barrier;
    private final int steps;
    private long atEnd;
    private long ever;

    Enumeration(double temperature, double start, double barrier, int steps) {
        this.temperature = temperature;
        this.barrier = barrier;
        this.steps = steps;
        follow(start, 0, false);
    }

    private void follow(double w, int n, boolean passed) {
        var now = passed || w > barrier;
        if (n == steps) {
            atEnd += w > barrier ? 1 : 0;
            ever += now ? 1 : 0;
            return;
        }
        follow(Pits.step(w, Pit.PUBLISHED, temperature, false), n + 1, now);
        follow(Pits.step(w, Pit.PUBLISHED, temperature, true), n + 1, now);
    }

    double atEnd() {
        return atEnd / Math.pow(2, steps);
    }

    double ever() {
        return ever / Math.pow(2, steps);
    }
}
