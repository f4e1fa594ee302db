package org.basinlab.walkers;

import java.math.BigInteger;
import java.util.Arrays;
import org.basinlab.random.Philox;
import org.basinlab.random.RandomStream;

/**
 * Which batch each walker draws at each step: a function of the seed, the walker and the step alone, the same bits on
 * every engine. Of K equally likely batches one takes the next {@code width} bits of the walker's words, read from the
 * lowest on; four 32-bit words are {@link Philox} of counter (walker, block + 2^32 {@link RandomStream#WALKERS}) under the
 * seed.
 *
 * <p>Where K is 2, 4, 16, 256 or 65 536, the width is log2 K and the bits are the batch. Else it is 64, and the batch is
 * K x / 2^64 rounded down, biased by less than K / 2^64. For one batch nothing is drawn.
 */
public final class Draws {
    private static final int BLOCK_BITS = 128;
    private static final int WORD_BITS = 32;
    private static final long LOW = 0xFFFFFFFFL;
    /** 32-bit words in a block. */
    public static final int WORDS = BLOCK_BITS / WORD_BITS;

    private final long seed;
    private final int stream;
    private final long batches;
    private final int width;

    /** Of so many equally likely batches. */
    public Draws(long seed, long batches) {
        this(seed, RandomStream.WALKERS, batches);
    }

    /** The same under another stream's number. */
    Draws(long seed, int stream, long batches) {
        this.seed = seed;
        this.stream = stream;
        this.batches = batches;
        // One batch takes a bit that nobody reads.
        width = Arrays.stream(new int[] {1, 2, 4, 8, 16})
                .filter(bits -> Math.max(2, batches) == 1L << bits)
                .findFirst()
                .orElse(2 * WORD_BITS);
    }

    /** Bits of a draw: 1, 2, 4, 8, 16 or 64. */
    public int width() {
        return width;
    }

    /** How many draws the words of a block hold. */
    public int perBlock() {
        return BLOCK_BITS / width;
    }

    /**
     * The words of some walkers.
     *
     * @param first  walker
     * @param member of the i-th, from the first
     * @param block  from 0
     * @param words  modified: {@code words[k][i]} receives word k of walker {@code first + member[i]}
     * @param n      walkers
     */
    public void words(long first, int[] member, int block, int[][] words, int n) {
        if (batches == 1) {
            return;
        }
        var some = Math.min(n, 128);
        var x = new long[WORDS][some];
        for (var from = 0; from < n; from += some) {
            var count = Math.min(some, n - from);
            for (var i = 0; i < count; i++) {
                var walker = first + member[from + i];
                x[0][i] = walker & LOW;
                x[1][i] = walker >>> WORD_BITS;
                x[2][i] = block & LOW;
                x[3][i] = stream;
            }
            PhiloxRounds.run(seed, x[0], x[1], x[2], x[3], count);
            for (var k = 0; k < WORDS; k++) {
                narrow(x[k], words[k], from, count);
            }
        }
    }

    private static void narrow(long[] words, int[] to, int from, int count) {
        for (var i = 0; i < count; i++) {
            to[from + i] = (int) words[i];
        }
    }

    /** Words whose first draw, of the first walker, is this batch. */
    int[][] first(long batch) {
        var x = BigInteger.valueOf(batch);
        if (width == 2 * WORD_BITS) {
            // The least x with K x / 2^64 rounded down to the batch.
            var k = BigInteger.valueOf(batches);
            x = x.shiftLeft(width).add(k).subtract(BigInteger.ONE).divide(k);
        }
        var words = Block.words();
        words[0][0] = x.intValue();
        words[1][0] = x.shiftRight(WORD_BITS).intValue();
        return words;
    }

    /** The words of one walker. */
    void words(long walker, int block, int[] words) {
        Philox.words(seed, walker, (long) stream << WORD_BITS | block & LOW, words);
    }

    /** {@code batch[i]} = the batch of draw d of a block, from column i of the words, for i below n; of at most 2^31. */
    void few(int[][] words, int d, int[] batch, int n) {
        if (batches == 1) {
            Arrays.fill(batch, 0, n, 0);
        } else if (width == 2 * WORD_BITS) {
            for (var i = 0; i < n; i++) {
                batch[i] = (int) scaled(words[2 * d + 1][i], words[2 * d][i]);
            }
        } else {
            var word = words[d * width / WORD_BITS];
            var shift = d * width % WORD_BITS;
            var mask = (1 << width) - 1;
            for (var i = 0; i < n; i++) {
                batch[i] = word[i] >>> shift & mask;
            }
        }
    }

    /** The batch of draw d of a block, from column i of the words. */
    public long batch(int[][] words, int d, int i) {
        if (width == 2 * WORD_BITS) {
            return scaled(words[2 * d + 1][i], words[2 * d][i]);
        }
        var bit = d * width;
        return words[bit / WORD_BITS][i] >>> bit % WORD_BITS & (int) (batches - 1);
    }

    private long scaled(int high, int low) {
        var x = (long) high << WORD_BITS | low & LOW;
        // The high half of an unsigned product; K is positive.
        return Math.multiplyHigh(x, batches) + (x < 0 ? batches : 0);
    }

    /** The batch a walker draws at a step, alone. */
    public long batch(long walker, long step) {
        var words = new int[WORDS];
        words(walker, (int) (step / perBlock()), words);
        var column = new int[WORDS][];
        for (var k = 0; k < WORDS; k++) {
            column[k] = new int[] {words[k]};
        }
        return batch(column, (int) (step % perBlock()), 0);
    }
}
