package org.basinlab.landscape.block;

import org.basinlab.landscape.Tape;

/**
 * A {@link Tape} over blocks of numbers.
 *
 * @param <A> an array of them
 */
public interface BlockTape<A> {
    /** Runs it for the first n of every parameter, each an array of a block's length; none is modified. */
    void run(A[] parameters, int n);

    /** An output of the last run; not to be modified. It may be a parameter's array. */
    A output(int k);
}
