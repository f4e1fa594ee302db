package org.basinlab.walkers;

import java.util.Arrays;
import org.basinlab.landscape.block.PowersOfTwo;

/**
 * What one bell {@code -D exp(-k (W-c)^2)} of a loss moves a walker by: with {@code v = s W - s c}, s = sqrt(k log2 e),
 * {@code -T dl/dW = height v 2^(-v^2)}, height = -2 T D k / s. Centres 1 and 2 make s c exact. The height is in the
 * coefficients of the power of two.
 *
 * @param scale   s
 * @param offset  s c
 * @param height  not 0
 * @param doubles {@link PowersOfTwo#doubles} times the height
 * @param floats  {@link PowersOfTwo#floats} times the height
 */
public record Bell(double scale, double offset, double height, double[] doubles, float[] floats) {
    /**
     * Where v^2 is not less the spike counts as 0: it would move W by 2^-128 height v at most, when the well moves it by
     * incomparably more.
     */
    static final double REACH = 128;

    /** The same in single precision. */
    static final float REACH_FLOAT = 64;

    /** Of a bell that is there: depth, sharpness and temperature are not 0. */
    static Bell of(double depth, double sharpness, double centre, double temperature) {
        var scale = Math.sqrt(sharpness / Math.log(2));
        var height = -2 * temperature * depth * sharpness / scale;
        var doubles = Arrays.stream(PowersOfTwo.doubles()).map(c -> c * height).toArray();
        var floats = PowersOfTwo.floats();
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) (floats[i] * height);
        }
        return new Bell(scale, scale * centre, height, doubles, floats);
    }

    /** Whether all that it moves by out to so large a v^2 is normal: the exponent of what is smaller would run over. */
    boolean isNormal(double reach, double least) {
        // A half of v^2 is rounded up at most, and the polynomial takes as much.
        return Math.abs(height) * Math.pow(2, -reach - 1) >= least;
    }

    /** Who is further than this from the centre is out of reach, given as v^2, and stays so for a way. */
    double safety(double reach, double way) {
        // A hundredth for rounding.
        return 1.01 * (Math.sqrt(reach) / scale + way);
    }
}
