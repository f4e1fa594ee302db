package org.basinlab.landscape.block;

import java.util.SplittableRandom;

/** Numbers for kernels: ordinary ones, and whatever else there is. */
public final class OddNumbers {
    private static final double[] ODD = {
        0,
        -0.0,
        1,
        2,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        1e19,
        -1e19,
        1e200,
        88,
        88.1,
        -87,
        -87.1,
        709,
        709.1,
        -708,
        -708.1
    };

    private OddNumbers() {}

    /** Of any bits in a fifth of the places, odd in another, else between -span and span. */
    public static double[] doubles(int n, double span, long seed) {
        var random = new SplittableRandom(seed);
        var numbers = new double[n];
        for (var i = 0; i < n; i++) {
            numbers[i] = switch (random.nextInt(5)) {
                case 0 -> Double.longBitsToDouble(random.nextLong());
                case 1 -> ODD[random.nextInt(ODD.length)];
                default -> span * (2 * random.nextDouble() - 1);
            };
        }
        return numbers;
    }

    /** The same in single precision. */
    public static float[] floats(int n, double span, long seed) {
        var random = new SplittableRandom(seed);
        var wide = doubles(n, span, seed + 1);
        var numbers = new float[n];
        for (var i = 0; i < n; i++) {
            numbers[i] = random.nextInt(5) == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) wide[i];
        }
        return numbers;
    }
}
