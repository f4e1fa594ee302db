package org.basinlab.walkers;

import org.basinlab.experiment.VectorModule;

/**
 * The inner loops of walkers on the pit. Arrays are as long as a multiple of {@link #ROOM}, and loops run over whole
 * vectors: past n anything may be written.
 */
interface BellKernels {
    /** A multiple of every vector's length. */
    int ROOM = 16;

    /** Vectors where the module jdk.incubator.vector was added, unless -Dbasin.vectors=off. */
    static BellKernels fastest() {
        return VectorModule.isUsed() ? new VectorBells() : new PlainBells();
    }

    /**
     * {@code move[i]} = what the bell moves {@code w[i]} by if bit {@code bit} of {@code coins[i]} is set and {@code w[i]} in
     * its {@link Bell#REACH reach}, else 0.
     */
    void drawn(double[] w, double[] move, long[] coins, int bit, int n, Bell bell);

    /** {@code w[i]} moves by the bell and by {@code move[i]}. */
    void move(double[] w, double[] move, int n, Bell bell);

    /** The sign of {@code crossed[i]} is set if {@code w[i]} is beyond the barrier, and may be where it is NaN. */
    void mark(double[] w, long[] crossed, int n, double barrier);

    /** The same in single precision. */
    void drawn(float[] w, float[] move, int[] coins, int bit, int n, Bell bell);

    /** The same in single precision. */
    void move(float[] w, float[] move, int n, Bell bell);

    /** The same in single precision. */
    void mark(float[] w, int[] crossed, int n, float barrier);
}
