package org.basinlab.entropy;

import java.util.Arrays;

/** Probabilities as the posts print them. */
final class Fractions {
    private Fractions() {}

    static double[] of(double denominator, double... counts) {
        return Arrays.stream(counts).map(count -> count / denominator).toArray();
    }
}
