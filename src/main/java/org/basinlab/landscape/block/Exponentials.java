package org.basinlab.landscape.block;

import org.basinlab.experiment.VectorModule;

/**
 * e^x over arrays, from the four rules of arithmetic alone, so that the bits are the same with and without the Vector
 * API: {@code x log2 e = k - t} with k whole and |t| at most 1/2, e^x = 2^k 2^-t, the second factor as in
 * {@link PowersOfTwo}. Within 2 ulp, in single precision 3; above {@link #MOST} infinite, below {@link #LEAST} 0, so
 * that nothing is subnormal; NaN for NaN.
 */
public interface Exponentials {
    /** Above it e^x is infinite. */
    double MOST = 709;

    /** Below it e^x is 0. */
    double LEAST = -708;

    /** The same in single precision. */
    float MOST_FLOAT = 88;

    /** The same in single precision. */
    float LEAST_FLOAT = -87;

    /** log2 e. */
    double LOG2_E = 0x1.71547652b82fep0;

    /** What is left of it. */
    double LOG2_E_REST = 0x1.777d0ffda0d24p-56;
    /** The same in single precision. */
    float LOG2_E_FLOAT = 0x1.715476p0f;
    /** The same in single precision. */
    float LOG2_E_REST_FLOAT = 0x1.4ae0c0p-26f;

    /** One by one. */
    static Exponentials plain() {
        return new PlainExponentials();
    }

    /** By the Vector API, whose module must be there. */
    static Exponentials vectors() {
        return new VectorExponentials();
    }

    /** Vectors where they are there, unless -Dbasin.vectors=off. */
    static Exponentials fastest() {
        return VectorModule.isUsed() ? vectors() : plain();
    }

    /**
     * {@code to[i] = exp(from[i])} for i below n, and up to a whole vector; both arrays as long as a multiple of 16.
     */
    void exp(double[] from, double[] to, int n);

    /** The same in single precision. */
    void exp(float[] from, float[] to, int n);
}
