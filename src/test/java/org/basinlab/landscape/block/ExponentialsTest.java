package org.basinlab.landscape.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialsTest {
    private static final int SIZE = 512;

    private final Exponentials plain = new PlainExponentials();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 333, SIZE})
    void vectorsHaveTheBitsOfThePlainLoop(int n) {
        var vectors = new VectorExponentials();
        for (var seed = 0; seed < 40; seed++) {
            for (var span : new double[] {1, 100, 800}) {
                var x = OddNumbers.doubles(SIZE, span, seed);
                var one = new double[SIZE];
                var other = new double[SIZE];
                plain.exp(x, one, n);
                vectors.exp(x, other, n);
                var y = OddNumbers.floats(SIZE, span, seed);
                var oneFloat = new float[SIZE];
                var otherFloat = new float[SIZE];
                plain.exp(y, oneFloat, n);
                vectors.exp(y, otherFloat, n);
                for (var i = 0; i < n; i++) {
                    assertThat(Double.doubleToLongBits(other[i])).isEqualTo(Double.doubleToLongBits(one[i]));
                    assertThat(Float.floatToIntBits(otherFloat[i])).isEqualTo(Float.floatToIntBits(oneFloat[i]));
                }
            }
        }
    }

    @Test
    void doublesAreWithinTwoUlp() {
        var random = new SplittableRandom(1);
        var x = new double[SIZE];
        var e = new double[SIZE];
        for (var repeat = 0; repeat < 400; repeat++) {
            for (var i = 0; i < x.length; i++) {
                x[i] = repeat % 2 == 0 ? random.nextDouble(-708, 709) : random.nextDouble(-2, 2);
            }
            plain.exp(x, e, x.length);
            for (var i = 0; i < x.length; i++) {
                var exact = StrictMath.exp(x[i]);
                // What the class says, and one for StrictMath's own error.
                assertThat(Math.abs(e[i] - exact)).as("exp(%s)", x[i]).isLessThanOrEqualTo(3 * Math.ulp(exact));
            }
        }
    }

    @Test
    void floatsAreWithinThreeUlp() {
        var random = new SplittableRandom(2);
        var x = new float[SIZE];
        var e = new float[SIZE];
        for (var repeat = 0; repeat < 400; repeat++) {
            for (var i = 0; i < x.length; i++) {
                x[i] = (float) (repeat % 2 == 0 ? random.nextDouble(-87, 88) : random.nextDouble(-2, 2));
            }
            plain.exp(x, e, x.length);
            for (var i = 0; i < x.length; i++) {
                var exact = StrictMath.exp(x[i]);
                assertThat(Math.abs(e[i] - exact)).as("exp(%s)", x[i]).isLessThanOrEqualTo(3 * Math.ulp((float) exact));
            }
        }
    }

    @Test
    void endsOfTheRange() {
        var x = new double[] {
            0, -0.0, -708.0001, 709.0001, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN
        };
        var e = new double[x.length];
        plain.exp(x, e, x.length);
        assertThat(e).containsExactly(1, 1, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, Double.NaN);
    }
}
