package org.basinlab.trajectories;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rescaling in single precision by the Vector API. Numbers that are not negative are in the order of their bits. Every
 * loop holds a few operations and carries no vector over, or the compiler would put vectors on the heap.
 */
final class VectorScaling {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int WIDE = LANES.length();
    private static final int SIZE = 0x7FFFFFFF;
    private static final int FRACTION = 23;
    private static final int BIAS = Float.MAX_EXPONENT;

    private VectorScaling() {}

    static void rescale(float[][] rows, int n, int[] exponents) {
        var bits = new int[exponents.length];
        for (var row : rows) {
            enlarge(bits, row, n);
        }
        exponents(bits, n);
        for (var row : rows) {
            shrink(row, bits, n);
        }
        for (var i = 0; i < n; i++) {
            exponents[i] += bits[i];
        }
    }

    /** The bits of the largest size so far. */
    private static void enlarge(int[] bits, float[] row, int n) {
        for (var i = 0; i < n; i += WIDE) {
            FloatVector.fromArray(LANES, row, i)
                    .reinterpretAsInts()
                    .and(SIZE)
                    .max(IntVector.fromArray(INTS, bits, i))
                    .intoArray(bits, i);
        }
    }

    private static void exponents(int[] bits, int n) {
        for (var i = 0; i < n; i += WIDE) {
            IntVector.fromArray(INTS, bits, i)
                    .lanewise(LSHR, FRACTION)
                    .sub(BIAS)
                    .max(Float.MIN_EXPONENT)
                    .min(-Float.MIN_EXPONENT)
                    .intoArray(bits, i);
        }
    }

    private static void shrink(float[] row, int[] exponents, int n) {
        for (var i = 0; i < n; i += WIDE) {
            var scale = IntVector.broadcast(INTS, BIAS)
                    .sub(IntVector.fromArray(INTS, exponents, i))
                    .lanewise(LSHL, FRACTION)
                    .reinterpretAsFloats();
            FloatVector.fromArray(LANES, row, i).mul(scale).intoArray(row, i);
        }
    }
}
