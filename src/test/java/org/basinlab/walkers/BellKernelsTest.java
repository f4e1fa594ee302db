package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.basinlab.landscape.block.OddNumbers;
import org.basinlab.landscape.block.PowersOfTwo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BellKernelsTest {
    private static final Bell[] BELLS = {Bell.of(1, 1, 2, 0.015), Bell.of(1, 100, 1, 0.015), Bell.of(-3, 1e6, 1, 2)};

    private final BellKernels plain = new PlainBells();
    private final BellKernels vectors = new VectorBells();

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 16, 203, Block.SIZE})
    void vectorsHaveTheBitsOfThePlainLoop(int n) {
        for (var seed = 0; seed < 12; seed++) {
            for (var bell : BELLS) {
                for (var span : new double[] {0.2, 3, 50}) {
                    doubles(n, bell, span, seed);
                    floats(n, bell, span, seed);
                }
            }
        }
    }

    private void doubles(int n, Bell bell, double span, int seed) {
        var coins = new SplittableRandom(seed).longs(Block.SIZE).toArray();
        var one = OddNumbers.doubles(Block.SIZE, span, seed);
        var other = one.clone();
        var oneMove = new double[Block.SIZE];
        var otherMove = new double[Block.SIZE];
        var oneCrossed = new long[Block.SIZE];
        var otherCrossed = new long[Block.SIZE];
        for (var bit : new int[] {0, 17, 31, 63}) {
            plain.drawn(one, oneMove, coins, bit, n, bell);
            vectors.drawn(other, otherMove, coins, bit, n, bell);
            // What is added to NaN does not matter.
            same(where(one, otherMove), where(one, oneMove), n);
            plain.move(one, oneMove, n, bell);
            vectors.move(other, otherMove, n, bell);
            same(other, one, n);
            plain.mark(one, oneCrossed, n, 1.1);
            vectors.mark(other, otherCrossed, n, 1.1);
            marked(one, oneCrossed, otherCrossed, n);
        }
    }

    private void floats(int n, Bell bell, double span, int seed) {
        var coins = new SplittableRandom(seed).ints(Block.SIZE).toArray();
        var one = OddNumbers.floats(Block.SIZE, span, seed);
        var other = one.clone();
        var oneMove = new float[Block.SIZE];
        var otherMove = new float[Block.SIZE];
        var oneCrossed = new int[Block.SIZE];
        var otherCrossed = new int[Block.SIZE];
        for (var bit : new int[] {0, 17, 31}) {
            plain.drawn(one, oneMove, coins, bit, n, bell);
            vectors.drawn(other, otherMove, coins, bit, n, bell);
            // What is added to NaN does not matter.
            same(where(one, otherMove), where(one, oneMove), n);
            plain.move(one, oneMove, n, bell);
            vectors.move(other, otherMove, n, bell);
            same(other, one, n);
            plain.mark(one, oneCrossed, n, 1.1f);
            vectors.mark(other, otherCrossed, n, 1.1f);
            marked(one, oneCrossed, otherCrossed, n);
        }
    }

    private static void marked(double[] w, long[] one, long[] other, int n) {
        for (var i = 0; i < n; i++) {
            if (w[i] > 1.1) {
                assertThat(one[i]).isNegative();
                assertThat(other[i]).isNegative();
            }
        }
    }

    private static void marked(float[] w, int[] one, int[] other, int n) {
        for (var i = 0; i < n; i++) {
            if (w[i] > 1.1f) {
                assertThat(one[i]).isNegative();
                assertThat(other[i]).isNegative();
            }
        }
    }

    /** Moves, but of walkers that are not a number. */
    private static double[] where(double[] w, double[] move) {
        var known = move.clone();
        for (var i = 0; i < w.length; i++) {
            known[i] = Double.isNaN(w[i]) ? 0 : move[i];
        }
        return known;
    }

    private static float[] where(float[] w, float[] move) {
        var known = move.clone();
        for (var i = 0; i < w.length; i++) {
            known[i] = Float.isNaN(w[i]) ? 0 : move[i];
        }
        return known;
    }

    private static void same(double[] found, double[] wanted, int n) {
        for (var i = 0; i < n; i++) {
            assertThat(Double.doubleToLongBits(found[i])).isEqualTo(Double.doubleToLongBits(wanted[i]));
        }
    }

    private static void same(float[] found, float[] wanted, int n) {
        for (var i = 0; i < n; i++) {
            assertThat(Float.floatToIntBits(found[i])).isEqualTo(Float.floatToIntBits(wanted[i]));
        }
    }

    /** Where walkers stay below the barrier nothing is marked; at it neither. */
    @Test
    void onlyThoseBeyondAreMarked() {
        var w = new double[] {-1e300, 0, 1.1, Math.nextUp(1.1), Double.POSITIVE_INFINITY, Math.nextDown(1.1), 1, 9};
        var single = new float[w.length];
        for (var i = 0; i < w.length; i++) {
            single[i] = (float) w[i];
        }
        single[3] = Math.nextUp(1.1f);
        var beyond = new boolean[] {false, false, false, true, true, false, false, true};
        var crossed = new long[w.length];
        var crossedSingle = new int[w.length];
        plain.mark(w, crossed, w.length, 1.1);
        plain.mark(single, crossedSingle, w.length, 1.1f);
        for (var i = 0; i < w.length; i++) {
            assertThat(crossed[i] < 0).as("%s", w[i]).isEqualTo(beyond[i]);
            assertThat(crossedSingle[i] < 0).as("%s", w[i]).isEqualTo(beyond[i]);
        }
    }

    @Test
    void powersOfTwoAreAccurate() {
        var random = new SplittableRandom(3);
        for (var i = 0; i < 200_000; i++) {
            var d = random.nextDouble(i % 2 == 0 ? 3 : 900);
            var exact = StrictMath.pow(2, -d);
            // The polynomial's error of an ulp of 1 at most, its evaluation, and pow's own ulp.
            assertThat(Math.abs(power(d) - exact)).as("2^-%s", d).isLessThanOrEqualTo(4 * Math.ulp(exact));
            var single = (float) random.nextDouble(i % 2 == 0 ? 3 : 100);
            var exactSingle = StrictMath.pow(2, -single);
            assertThat(Math.abs(power(single) - exactSingle))
                    .as("2^-%s", single)
                    .isLessThanOrEqualTo(3 * Math.ulp((float) exactSingle));
        }
        assertThat(power(0.0)).isEqualTo(1);
        assertThat(power(0f)).isEqualTo(1);
        assertThat(power(Double.POSITIVE_INFINITY)).isEqualTo(0x1p-900);
        assertThat(power(Float.POSITIVE_INFINITY)).isEqualTo(0x1p-100f);
    }

    private static double power(double d) {
        return PowersOfTwo.of(d, PowersOfTwo.doubles());
    }

    private static float power(float d) {
        return PowersOfTwo.of(d, PowersOfTwo.floats());
    }
}
