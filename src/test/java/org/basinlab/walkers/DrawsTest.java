package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.basinlab.random.Philox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
    private static final long SEED = 0x1234_5678_9ABC_DEF0L;

    /** The definition: the next bits of the 128 that Philox gives for (walker, 7 2^32 + block), as one large number. */
    private static long batch(long batches, int width, long walker, long step) {
        var perBlock = 128 / width;
        var four = new int[4];
        Philox.words(SEED, walker, 7L << 32 | step / perBlock, four);
        var bits = BigInteger.ZERO;
        for (var k = 3; k >= 0; k--) {
            bits = bits.shiftLeft(32).or(BigInteger.valueOf(four[k] & 0xFFFFFFFFL));
        }
        var x = bits.shiftRight((int) (step % perBlock) * width)
                .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
        return x.multiply(BigInteger.valueOf(batches)).shiftRight(width).longValueExact();
    }

    private static int width(long batches) {
        for (var width = 1; width <= 16; width *= 2) {
            if (batches == 1L << width) {
                return width;
            }
        }
        return 64;
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 6, 8, 10, 16, 256, 65_536, 65_537, 3L << 31, 1L << 53})
    void batchesAreTheBitsOfPhilox(long batches) {
        var draws = new Draws(SEED, batches);
        var width = width(batches);
        assertThat(draws.perBlock()).isEqualTo(128 / width);
        var member = new int[] {0, 5, 2, 9};
        var first = 1L << 40;
        var words = Block.words();
        var few = new int[Block.SIZE];
        for (var block = 0; block < 3; block++) {
            draws.words(first, member, block, words, member.length);
            for (var d = 0; d < draws.perBlock(); d++) {
                if (batches <= 1L << 31) {
                    draws.few(words, d, few, member.length);
                }
                for (var i = 0; i < member.length; i++) {
                    var step = (long) block * draws.perBlock() + d;
                    var wanted = batch(batches, width, first + member[i], step);
                    assertThat(draws.batch(words, d, i)).isEqualTo(wanted);
                    assertThat(draws.batch(first + member[i], step)).isEqualTo(wanted);
                    if (batches <= 1L << 31) {
                        assertThat(few[i]).isEqualTo((int) wanted);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 10, 16, 20})
    void batchesAreEquallyLikely(int batches) {
        var draws = new Draws(1, batches);
        var alone = new long[batches];
        var next = new long[batches * batches];
        var beside = new long[batches * batches];
        for (var walker = 0L; walker < 400; walker++) {
            for (var step = 0; step < 200; step++) {
                var batch = (int) draws.batch(walker, step);
                alone[batch]++;
                if (step % 2 == 0) {
                    next[batch * batches + (int) draws.batch(walker, step + 1)]++;
                }
                if (walker % 2 == 0) {
                    beside[batch * batches + (int) draws.batch(walker + 1, step)]++;
                }
            }
        }
        for (var counts : new long[][] {alone, next, beside}) {
            var expected = new double[counts.length];
            Arrays.fill(expected, LongStream.of(counts).sum() / (double) counts.length);
            // The seed is fixed; 21 such tests at 0.1 % each.
            assertThat(new ChiSquareTest().chiSquareTest(expected, counts)).isGreaterThan(0.001);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 6, 7, 8, 10, 12, 16, 256, 65_536, 1_000_003, 3L << 31, (1L << 53) - 1, 1L << 53})
    void firstDrawsThatBatch(long batches) {
        var draws = new Draws(SEED, batches);
        var some = batches <= 16
                ? LongStream.range(0, batches)
                : LongStream.of(0, 1, batches / 3, batches / 2, batches - 2, batches - 1);
        some.forEach(batch -> assertThat(draws.batch(draws.first(batch), 0, 0)).isEqualTo(batch));
    }

    @Test
    void oneBatchIsDrawnWithoutWords() {
        var draws = new Draws(SEED, 1);
        var words = Block.words();
        draws.words(3, new int[] {0, 1}, 2, words, 2);
        var few = new int[] {7, 7, 7};
        draws.few(words, draws.perBlock() - 1, few, 2);
        assertThat(few).containsExactly(0, 0, 7);
        assertThat(IntStream.range(0, 300).mapToLong(step -> draws.batch(5L, step)))
                .containsOnly(0L);
    }

    @Test
    void seedsDiffer() {
        var one = new Draws(1, 2);
        var other = new Draws(2, 2);
        var same = IntStream.range(0, 1000)
                .filter(step -> one.batch(0L, step) == other.batch(0L, step))
                .count();
        // 500 -+ 5 standard deviations.
        assertThat(same).isBetween(420L, 580L);
    }
}
