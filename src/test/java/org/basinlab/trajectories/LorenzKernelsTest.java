package org.basinlab.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.landscape.block.OddNumbers;
import org.basinlab.network.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors and plain loops: the same bits, whatever the numbers. */
class LorenzKernelsTest {
    private static final int LENGTH = 64;
    private static final int ROWS = LorenzKernels.WC + 1;

    @ParameterizedTest
    @CsvSource({"FLOAT32, 1", "FLOAT32, 7", "FLOAT32, 64", "FLOAT64, 1", "FLOAT64, 7", "FLOAT64, 64"})
    void vectorsHaveTheBitsOfThePlainLoop(Precision precision, int n) {
        for (var seed = 0; seed < 40; seed++) {
            for (var span : new double[] {1, 30}) {
                compare(Lanes.of(precision, true), Lanes.of(precision, false), n, span, seed);
            }
        }
    }

    /** Both are lanes of one precision, which their type does not say. */
    @SuppressWarnings("unchecked")
    private static <A> void compare(Lanes<A> vectors, Lanes<?> others, int n, double span, int seed) {
        var plain = (Lanes<A>) others;
        var k = filled(plain, LorenzStep.factors(0.01, 10, 8.0 / 3, false, false, false));
        var held = filled(plain, LorenzStep.factors(0.01, 10, 8.0 / 3, false, seed % 2 == 0, true));
        for (var kernel = 0; kernel < 5; kernel++) {
            var one = rows(plain, span, seed);
            var other = rows(vectors, span, seed);
            for (var step = 0; step < 3; step++) {
                step(plain.lorenz(), kernel, one, n, k, held);
                step(vectors.lorenz(), kernel, other, n, k, held);
            }
            same(plain, one, other, n);
        }
        var one = rows(plain, span, seed);
        var other = rows(vectors, span, seed);
        var powers = new int[LENGTH];
        var otherPowers = new int[LENGTH];
        plain.rescale(one, n, powers);
        vectors.rescale(other, n, otherPowers);
        same(plain, one, other, n);
        for (var i = 0; i < n; i++) {
            assertThat(otherPowers[i]).isEqualTo(powers[i]);
        }
    }

    private static <A> void step(LorenzKernels<A> kernels, int which, A[] y, int n, A k, A held) {
        switch (which) {
            case 0 -> kernels.state(y, n, k);
            case 1 -> kernels.free(y, n, k);
            case 2 -> kernels.driven(y, n, k);
            case 3 -> kernels.both(y, n, k);
            default -> kernels.held(y, n, k, held);
        }
    }

    private static <A> void same(Lanes<A> lanes, A[] one, A[] other, int n) {
        for (var row = 0; row < ROWS; row++) {
            for (var i = 0; i < n; i++) {
                assertThat(Double.doubleToLongBits(lanes.get(other[row], i)))
                        .as("row %s, column %s", row, i)
                        .isEqualTo(Double.doubleToLongBits(lanes.get(one[row], i)));
            }
        }
    }

    private static <A> A filled(Lanes<A> lanes, double... numbers) {
        var row = lanes.rows(1, numbers.length)[0];
        for (var i = 0; i < numbers.length; i++) {
            lanes.set(row, i, numbers[i]);
        }
        return row;
    }

    private static <A> A[] rows(Lanes<A> lanes, double span, int seed) {
        var rows = lanes.rows(ROWS, LENGTH);
        for (var row = 0; row < ROWS; row++) {
            var numbers = OddNumbers.doubles(LENGTH, span, 100L * seed + row);
            for (var i = 0; i < LENGTH; i++) {
                lanes.set(rows[row], i, numbers[i]);
            }
        }
        return rows;
    }
}
