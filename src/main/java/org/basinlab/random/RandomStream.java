package org.basinlab.random;

/**
 * A numbered stream of random numbers under one seed: number {@code k} is a function of (seed,
 * stream, part, k) alone. Streams with different numbers are independent of each other.
 *
 * <p>The counter of {@link Philox} is (k, part + 2^32 stream), the key is the seed.
 *
 * @param seed   of the run
 * @param stream what the numbers are for, one of the constants here
 * @param part   which of several like things, such as a layer's weights; 0 where there is one
 */
public record RandomStream(long seed, int stream, int part) {
    /** Initial parameters of a network; the part is 2 x layer for weights, 2 x layer + 1 for biases. */
    public static final int INITIAL_PARAMETERS = 1;

    /** Draws of a bootstrap. */
    public static final int BOOTSTRAP = 2;

    /** Shuffles of neurons. */
    public static final int NEURONS = 3;

    /** Shuffles of group labels. */
    public static final int LABELS = 4;

    /** Points of a random search; the part is the axis. */
    public static final int SWEEP_POINTS = 5;

    /** Which of many configurations are run. */
    public static final int DESIGN = 6;

    /** Which batch a walker draws at each step; the number is the walker's, the part a block of steps. */
    public static final int WALKERS = 7;

    /** Where walkers begin. */
    public static final int STARTS = 8;

    /** Which batch a split walker draws at each step; the number is the walker's, the part a block of steps. */
    public static final int SPLIT_WALKERS = 9;

    /** From which of the walkers that reached a level others go on; the part is the level. */
    public static final int SPLITTING = 10;

    /** Entries of random systems; the part is the dimension. */
    public static final int SYSTEMS = 11;

    /** Noise on a dynamical system, a number a step; the part is the variable. */
    public static final int NOISE = 12;

    /** Points of a law whose entropy is estimated; the part is the repeat. */
    public static final int SAMPLES = 13;

    /** In which order one of their coordinates is dealt out anew; the part is the repeat. */
    public static final int DEALT_SAMPLES = 14;

    /** Inputs that circuits are tried on; the number is the input's, the part a kind of them. */
    public static final int CIRCUIT_INPUTS = 15;

    /** Inputs that search neurons propose, and what they are tried on; the part is the use. */
    public static final int PROPOSALS = 16;

    /** Noise on images that a denoiser learns from and starts from; the part is the use. */
    public static final int DENOISING = 17;

    /** Images to be registered, their shifts and noise; the part is the use. */
    public static final int REGISTRATION = 18;

    /** Where circuits are planted in random networks, and what networks learn the maximum from; the part is the use. */
    public static final int PLANTED = 19;

    /** Edits of images, orders of datapoints and shuffles in the study of where knowledge sits; the part is the use. */
    public static final int KNOWLEDGE = 20;

    private static final double TWO_TO_MINUS_53 = 0x1p-53;
    /** Numbers set aside for each permutation. */
    private static final int PERMUTATION_BITS = 24;

    /** Uniform on [0, 1), a multiple of 2^-53. */
    public double uniform(long k) {
        var words = counter(k);
        return bits53(words[0], words[1]) * TWO_TO_MINUS_53;
    }

    /** Uniform on {0, ..., bound - 1}, biased by less than bound / 2^53. */
    public int below(int bound, long k) {
        return (int) (uniform(k) * bound);
    }

    /**
     * Standard normal: numbers 2i and 2i + 1 are the two of one Box-Muller pair,
     * {@code sqrt(-2 ln u) (cos, sin)(2 pi v)} with u in (0, 1] and v in [0, 1) from the four words of
     * counter i. Computed with {@link StrictMath}, so the bits are the same on every machine.
     */
    public double normal(long k) {
        var words = counter(k >> 1);
        var u = (bits53(words[0], words[1]) + 1) * TWO_TO_MINUS_53;
        var v = bits53(words[2], words[3]) * TWO_TO_MINUS_53;
        var radius = StrictMath.sqrt(-2 * StrictMath.log(u));
        var angle = 2 * Math.PI * v;
        return radius * ((k & 1) == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
    }

    /**
     * A permutation of 0, ..., n - 1, every one equally likely: for i from n - 1 down, entry i trades places with
     * one of the first i + 1 (R. A. Fisher and F. Yates 1938; R. Durstenfeld 1964), picked by number
     * {@code 2^24 draw + i}. Permutations of different draws are independent; of one draw and different n they
     * are not.
     *
     * @param n    at most 2^24
     * @param draw which permutation, from 0, below 2^39
     */
    public int[] permutation(int n, long draw) {
        if (n > 1 << PERMUTATION_BITS) {
            throw new IllegalArgumentException("at most 2^24 can be permuted, got " + n);
        }
        var permutation = new int[n];
        for (var i = 0; i < n; i++) {
            permutation[i] = i;
        }
        for (var i = n - 1; i > 0; i--) {
            var j = below(i + 1, (draw << PERMUTATION_BITS) + i);
            var taken = permutation[j];
            permutation[j] = permutation[i];
            permutation[i] = taken;
        }
        return permutation;
    }

    private int[] counter(long k) {
        var words = new int[4];
        Philox.words(seed, k, (long) stream << 32 | part & 0xFFFFFFFFL, words);
        return words;
    }

    private static long bits53(int low, int high) {
        return ((high & 0xFFFFFFFFL) << 32 | low & 0xFFFFFFFFL) >>> 11;
    }
}
