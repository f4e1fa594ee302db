package org.basinlab.training.chunked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The inner loops: vectors against plain Java, bit for bit, and the activations against their definitions. */
class KernelsTest {
    private final Kernels plain = new PlainKernels();
    private final Kernels vector = new VectorKernels();

    @Test
    void theVectorApiIsThereInTests() {
        assertThat(Kernels.fastest()).isInstanceOf(VectorKernels.class);
    }

    @Property(tries = 200)
    void vectorsGiveThePlainBits(
            @ForAll @IntRange(min = 1, max = 300) int columns,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll long seed) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 0);
        for (var single : new boolean[] {true, false}) {
            var width = single ? vector.floatWidth(columns) : vector.doubleWidth(columns);
            assertThat(width).isBetween(columns, columns + 4 * 16);
            var of = numbers(random, 0, (rows + 1) * width);
            var start = numbers(random, 1_000_000, width);
            var c = numbers(random, 2_000_000, rows + 1);
            var ink = IntStream.range(0, rows)
                    .map(k -> random.below(rows + 1, 3_000_000 + k) << 8 | random.below(256, 4_000_000 + k))
                    .toArray();
            if (single) {
                var f = floats(of);
                var one = floats(start);
                var two = floats(start);
                plain.addInk(one, 0, width, ink, 0, rows, f);
                vector.addInk(two, 0, width, ink, 0, rows, f);
                plain.addRows(one, 0, width, floats(c), 1, rows, f);
                vector.addRows(two, 0, width, floats(c), 1, rows, f);
                assertThat(two).isEqualTo(one);
            } else {
                var one = start.clone();
                var two = start.clone();
                plain.addInk(one, 0, width, ink, 0, rows, of);
                vector.addInk(two, 0, width, ink, 0, rows, of);
                plain.addRows(one, 0, width, c, 1, rows, of);
                vector.addRows(two, 0, width, c, 1, rows, of);
                assertThat(two).isEqualTo(one);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void activationsAreTheSameBitsEitherWayAndNearTheirDefinitions(StandardActivation f) {
        var z = IntStream.range(-4000, 4000).mapToDouble(i -> i / 97.0).toArray();
        z[0] = -1e4;
        z[1] = 1e300;
        z[2] = -0.0;
        z[3] = 1e-300;
        z[4] = Double.POSITIVE_INFINITY;
        z[5] = -700.5;
        var n = z.length;
        assertThat(Kernels.room(n)).isEqualTo(n);
        var value = new double[n];
        var slope = new double[n];
        var ours = new double[n];
        var ourSlope = new double[n];
        plain.activate(f, z, value, slope, n);
        vector.activate(f, z, ours, ourSlope, n);
        assertThat(ours).isEqualTo(value);
        assertThat(ourSlope).isEqualTo(slope);
        for (var i = 0; i < n; i++) {
            var scale = Math.max(1, Math.abs(f.value(z[i])));
            if (Double.isFinite(f.value(z[i]))) {
                assertThat(value[i]).isCloseTo(f.value(z[i]), within(2e-13 * scale));
            }
            if (Double.isFinite(f.derivative(z[i]))) {
                assertThat(slope[i]).isCloseTo(f.derivative(z[i]), within(2e-13));
            }
        }
    }

    @Property(tries = 100)
    void smallLoopsAreTheSameBitsEitherWay(@ForAll @IntRange(min = 1, max = 130) int n, @ForAll long seed) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 0);
        var a = numbers(random, 0, n + 3);
        var b = numbers(random, 1_000_000, n);
        var one = a.clone();
        var two = a.clone();
        plain.addScaled(one, 3, 0.7, b, 0, n);
        vector.addScaled(two, 3, 0.7, b, 0, n);
        plain.addScaledSizes(one, 2, -0.3, b, n);
        vector.addScaledSizes(two, 2, -0.3, b, n);
        assertThat(two).isEqualTo(one);
        assertThat(one[3]).isCloseTo(Math.fma(0.7, b[0], a[3]) - 0.3 * (n > 1 ? Math.abs(b[1]) : 0), within(1e-12));
    }

    @Test
    void softplusKeepsItsDigitsFarDown() {
        // Where ln(1 + e^z) is e^z to all digits.
        for (var z = -700.0; z < -40; z += 0.37) {
            var value = new double[1];
            Curves.activate(StandardActivation.SOFTPLUS, new double[] {z}, value, new double[1], 1);
            assertThat(value[0] / StrictMath.exp(z)).isCloseTo(1, within(1e-13));
        }
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void whatIsNoNumberStaysNone(StandardActivation f) {
        for (var kernels : new Kernels[] {plain, vector}) {
            var z = new double[16];
            Arrays.fill(z, Double.NaN);
            var value = new double[16];
            kernels.activate(f, z, value, new double[16], 16);
            assertThat(value).containsOnly(Double.NaN);
        }
    }

    private static double[] numbers(RandomStream random, long at, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.normal(at + i)).toArray();
    }

    private static float[] floats(double[] numbers) {
        var floats = new float[numbers.length];
        for (var i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
