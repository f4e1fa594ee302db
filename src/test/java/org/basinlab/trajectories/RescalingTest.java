package org.basinlab.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.basinlab.network.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rescaling changes how a tangent is kept and not what it is. */
class RescalingTest {
    private static final int LENGTH = 64;

    @ParameterizedTest
    @CsvSource({"FLOAT32, true", "FLOAT32, false", "FLOAT64, false"})
    void isExact(Precision precision, boolean vectors) {
        check(Lanes.of(precision, vectors), precision.isSingle() ? 120 : 1000);
    }

    private static <A> void check(Lanes<A> lanes, int range) {
        var random = new SplittableRandom(1);
        for (var repeat = 0; repeat < 50; repeat++) {
            var rows = lanes.rows(3, LENGTH);
            var before = new double[3][LENGTH];
            for (var i = 0; i < LENGTH; i++) {
                var size = random.nextInt(-range, range);
                for (var j = 0; j < 3; j++) {
                    // Within 2^12 of each other, so that nothing gets subnormal.
                    lanes.set(rows[j], i, Math.scalb(random.nextDouble(-1, 1), size / 2 * 2 - random.nextInt(6)));
                    before[j][i] = lanes.get(rows[j], i);
                }
            }
            var exponents = new int[LENGTH];
            lanes.rescale(rows, LENGTH, exponents);
            for (var i = 0; i < LENGTH; i++) {
                var largest = 0.0;
                for (var j = 0; j < 3; j++) {
                    var now = lanes.get(rows[j], i);
                    largest = Math.max(largest, Math.abs(now));
                    assertThat(Math.scalb(now, exponents[i])).isEqualTo(before[j][i]);
                }
                assertThat(largest).isBetween(1.0, 4.0);
            }
        }
    }
}
