package org.basinlab.trajectories;

import org.basinlab.experiment.VectorModule;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.block.BlockTape;
import org.basinlab.network.Precision;

/**
 * Arrays of numbers in one precision, and what is computed with them.
 *
 * @param <A> an array
 */
interface Lanes<A> {
    /** A multiple of every vector's length. */
    int ROOM = 16;

    /** In a precision, with vectors where they are there. */
    static Lanes<?> of(Precision precision) {
        return of(precision, VectorModule.isUsed());
    }

    /** The same with vectors or without: the bits are the same. */
    static Lanes<?> of(Precision precision, boolean vectors) {
        return precision.isSingle() ? new FloatLanes(vectors) : new DoubleLanes(vectors);
    }

    /** Arrays of zeros. */
    A[] rows(int count, int length);

    double get(A row, int i);

    /** Rounds to the precision. */
    void set(A row, int i, double value);

    /** Bytes a number. */
    int bytes();

    /** {@link ScaledRows#patience}. */
    int patience();

    LorenzKernels<A> lorenz();

    BlockTape<A> tape(Tape tape, int size);

    /**
     * Scales the first n columns of these rows by powers of two that are normal numbers, so that the largest number of
     * each gets to between 1 and 4, and adds what was taken out to their exponents. A column of zeros stays one,
     * whatever its exponent.
     */
    void rescale(A[] rows, int n, int[] exponents);
}
