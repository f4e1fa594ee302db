package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CUDA's mathematical functions, against Java's: within the units in the last place that NVIDIA documents. */
class MathFunctionsTest {
    private static final int COUNT = 4096;
    private static final float[] SPECIAL = {
        0f,
        -0f,
        1f,
        -1f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1e-30f,
        -1e-30f,
        88.7f,
        -103.9f,
        0.5f,
        -0.99999f,
        10.06f
    };

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void floatsAreAsNearAsDocumented(String how) {
        var rig = new Rig(Sources.of("math", how));
        assertNear(rig, "exp", Math::exp, 2);
        assertNear(rig, "expm1", Math::expm1, 2);
        assertNear(rig, "log", Math::log, 1);
        assertNear(rig, "log1p", Math::log1p, 1);
        assertNear(rig, "tanh", Math::tanh, 2);
        assertNear(rig, "erf", Erf::erf, 2);
        assertNear(rig, "erfc", Erf::erfc, 4);
        assertNear(rig, "sin", Math::sin, 2);
        assertNear(rig, "pow", v -> Math.pow(v, 1.75), 4);
        assertNear(rig, "sqrt", Math::sqrt, 0);
        assertNear(rig, "quotient", v -> v / 3, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75", "compute_80"})
    void doublesAreAsNearAsDocumented(String how) {
        var rig = new Rig(Sources.of("math", how));
        assertNearDouble(rig, "exp", Math::exp, 2);
        assertNearDouble(rig, "expm1", Math::expm1, 2);
        assertNearDouble(rig, "log", Math::log, 2);
        assertNearDouble(rig, "log1p", Math::log1p, 2);
        assertNearDouble(rig, "tanh", Math::tanh, 3);
        assertNearDouble(rig, "sin", Math::sin, 2);
        assertNearDouble(rig, "pow", v -> Math.pow(v, 1.75), 3);
        assertNearDouble(rig, "sqrt", Math::sqrt, 0);
        assertNearDouble(rig, "quotient", v -> v / 3, 0);
    }

    /** The reference is itself accurate to some 1e-15 only. */
    @ParameterizedTest
    @ValueSource(strings = {Sources.COMMITTED, "compute_75"})
    void theDoublesErrorFunctionsAreNear(String how) {
        var rig = new Rig(Sources.of("math", how));
        var x = new Random(7).doubles(COUNT, -5, 5).toArray();
        var erf = apply(rig, "erf_f64", x);
        var erfc = apply(rig, "erfc_f64", x);
        for (int i = 0; i < COUNT; i++) {
            assertThat(erf[i]).isCloseTo(Erf.erf(x[i]), offset(5e-15));
            assertThat(erfc[i]).isCloseTo(Erf.erfc(x[i]), offset(1e-14));
            assertThat(erf[i] + erfc[i]).isCloseTo(1, offset(5e-16));
        }
    }

    private static void assertNear(Rig rig, String function, DoubleUnaryOperator exact, double ulps) {
        var random = new Random(5);
        var x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = i < SPECIAL.length ? SPECIAL[i] : (float) ((random.nextDouble() - 0.4) * scale(random));
        }
        long from = rig.put(x);
        long to = rig.empty(COUNT * 4L);
        rig.launch(function + "_f32", Dim.of(COUNT / 128), Dim.of(128), 0, from, to, COUNT);
        var y = rig.floats(to, COUNT);
        for (int i = 0; i < COUNT; i++) {
            double wanted = exact.applyAsDouble(x[i]);
            if (Float.compare(y[i], (float) wanted) != 0) {
                assertThat(Math.abs(y[i] - wanted) / Math.ulp((float) wanted))
                        .as("%s(%s) = %s, not %s", function, x[i], y[i], wanted)
                        .isLessThanOrEqualTo(ulps);
            }
        }
    }

    private static void assertNearDouble(Rig rig, String function, DoubleUnaryOperator exact, double ulps) {
        var random = new Random(6);
        var x = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = i < SPECIAL.length ? SPECIAL[i] : (random.nextDouble() - 0.4) * scale(random);
        }
        var y = apply(rig, function + "_f64", x);
        for (int i = 0; i < COUNT; i++) {
            double wanted = exact.applyAsDouble(x[i]);
            if (Double.compare(y[i], wanted) != 0) {
                assertThat(Math.abs(y[i] - wanted) / Math.ulp(wanted))
                        .as("%s(%s) = %s, not %s", function, x[i], y[i], wanted)
                        .isLessThanOrEqualTo(ulps);
            }
        }
    }

    private static double[] apply(Rig rig, String kernel, double[] x) {
        long from = rig.put(x);
        long to = rig.empty(x.length * 8L);
        rig.launch(kernel, Dim.of(x.length / 128), Dim.of(128), 0, from, to, x.length);
        return rig.doubles(to, x.length);
    }

    private static double scale(Random random) {
        return Math.pow(10, random.nextInt(6) - 3);
    }
}
