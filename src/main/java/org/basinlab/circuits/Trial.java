package org.basinlab.circuits;

import java.util.Locale;
import org.basinlab.random.Philox;
import org.basinlab.random.RandomStream;

/**
 * Inputs to try a circuit on. Number i of vector v is a function of the seed, v, i and the kind alone.
 *
 * @param kind     which
 * @param design   the circuit they are for
 * @param low      least input
 * @param high     greatest
 * @param seed     of the run
 * @param single   whether they must be numbers of float32
 */
record Trial(Kind kind, Design design, double low, double high, long seed, boolean single) {
    /** What is hard about them. */
    enum Kind {
        /** From the design's own grid. */
        GRID,
        /** Any numbers between -1 and 1; between 0 and 1 where none may be below 0, a minimum's own range then. */
        UNIFORM,
        /** From the grid, of four different values at most. */
        TIES,
        /** Neighbours: the grid's next numbers, or of all numbers those a few ulps apart. */
        NEAR_TIES,
        /** Both signs, magnitudes over sixty powers of two. */
        MIXED_SIGNS,
        /** As large as no sum inside overflows. */
        HUGE,
        /** Subnormal numbers and the smallest normal ones. */
        TINY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Writes some vectors.
     *
     * @param first the number of the first
     * @param rows  how many
     * @param into  rows x inputs; modified
     */
    void fill(long first, int rows, double[] into) {
        var words = new int[4];
        var width = design.inputs();
        for (var r = 0; r < rows; r++) {
            for (var i = 0; i < width; i++) {
                var k = i & 1;
                if (k == 0) {
                    Philox.words(
                            seed,
                            (first + r) * ((width + 1) / 2) + i / 2,
                            ((long) RandomStream.CIRCUIT_INPUTS << 32) + kind.ordinal(),
                            words);
                }
                into[r * width + i] = (words[2 * k] >>> 11) * 0x1p-21 + (words[2 * k + 1] & 0xFFFFFFFFL) * 0x1p-53;
            }
            shape(into, r * width, width);
        }
    }

    /** Makes uniform numbers u of [0, 1), multiples of 2^-53, what the kind is; those of one vector. */
    private void shape(double[] u, int from, int width) {
        for (var i = from + design.options(); i < from + width; i++) {
            u[i] = design.digits()
                    ? Math.scalb(Math.floor(Math.scalb(u[i], design.digitBits())), -design.digitBits())
                    : drawn(u[i]);
        }
        var base = drawn(u[from]);
        for (var i = from; i < from + design.options(); i++) {
            u[i] = switch (kind) {
                case GRID -> drawn(u[i]);
                case UNIFORM -> rounded(low + (high - low) * u[i]);
                case TIES -> drawn(Math.floor(u[i] * 4) / 4);
                case NEAR_TIES -> neighbour(base, (int) (4 * u[i]));
                case MIXED_SIGNS -> signed(Math.exp(-40 * u[i]), u[i]);
                case HUGE -> signed(high * u[i], u[i]);
                case TINY ->
                    signed(
                            single
                                    ? Float.MIN_VALUE * Math.floor(0x1p24 * u[i])
                                    : Double.MIN_VALUE * Math.floor(0x1p53 * u[i]),
                            u[i]);
            };
        }
    }

    /** From the grid; any number of the precision where there is none. */
    private double drawn(double u) {
        var grid = design.grid();
        if (grid.bits() == 0) {
            return rounded(grid.low() + (grid.high() - grid.low()) * u);
        }
        // A grid finer than single precision has numbers that it cannot hold.
        return rounded(grid.low()
                + Math.scalb(Math.floor(u * Math.scalb(grid.high() - grid.low(), grid.bits())), -grid.bits()));
    }

    /** The number so many after another, within the range. */
    private double neighbour(double base, int further) {
        var bits = design.grid().bits();
        var next = single ? Math.ulp((float) base) : Math.ulp(base);
        return rounded(Math.min(base + further * (bits == 0 ? next : Math.scalb(1.0, -bits)), high));
    }

    /** With a sign, by the last of its bits, where there may be one. */
    private double signed(double size, double u) {
        var odd = ((long) (u * 0x1p53) & 1) == 1;
        return rounded(design.signed() && odd ? -size : size);
    }

    private double rounded(double x) {
        return single ? (float) x : x;
    }
}
