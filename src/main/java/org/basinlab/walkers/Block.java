package org.basinlab.walkers;

import java.util.Arrays;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.network.Precision;

/** Some walkers that step together, in one precision. A walker's steps do not depend on its company. */
abstract class Block {
    /** How many there can be: few enough that their arrays stay in a core's fastest cache. */
    static final int SIZE = 512;

    /** Walkers on a landscape, by the fastest loops that this virtual machine has for it. */
    static Block of(SgdStep step, double barrier, Precision precision, Draws draws) {
        return of(step, barrier, precision, draws, BellKernels.fastest(), Exponentials.fastest());
    }

    /** The same by given loops. */
    static Block of(
            SgdStep step,
            double barrier,
            Precision precision,
            Draws draws,
            BellKernels bells,
            Exponentials exponentials) {
        if (precision == Precision.TF32) {
            throw new IllegalArgumentException("TF32 is of networks");
        }
        var pit = PitBells.of(step).filter(motion -> motion.areNormal(precision));
        if (pit.isPresent()) {
            return precision.isSingle()
                    ? new PitFloats(pit.get(), step, (float) barrier, bells)
                    : new PitDoubles(pit.get(), step, barrier, bells);
        }
        return precision.isSingle()
                ? new LandscapeFloats(step, (float) barrier, draws, bells, exponentials)
                : new LandscapeDoubles(step, barrier, draws, bells, exponentials);
    }

    /** Puts walker i at w. */
    abstract void place(int i, double w);

    /** Where walker i is. */
    abstract double at(int i);

    /** The first n walkers take the steps whose draws are number from .. to - 1 of the words. */
    abstract void advance(int[][] words, int from, int to, int n);

    /** Whether walker i was beyond the barrier after a step since {@link #forget}; any answer if it is NaN now. */
    abstract boolean crossed(int i);

    /** Forgets what the first n walkers have crossed. */
    abstract void forget(int n);

    /** Words as long as a block. */
    static int[][] words() {
        var words = new int[Draws.WORDS][];
        Arrays.setAll(words, k -> new int[SIZE]);
        return words;
    }
}
