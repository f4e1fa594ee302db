package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** What the network computes with, against the equations, far beyond where DL4J's own overflow. */
class ActivationsTest {
    private static final double[] Z = {-300, -100, -30, -18, -5, -1, -0.01, 0.01, 1, 5, 18, 30, 89, 100, 300};

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void valueAndDerivativeInDoublePrecision(StandardActivation activation) {
        var f = Dl4jNetworks.activation(activation);
        var values = f.getActivation(Nd4j.createFromArray(Z), true).toDoubleVector();
        var slopes = f.backprop(
                        Nd4j.createFromArray(Z),
                        Nd4j.ones(Nd4j.createFromArray(Z).dataType(), Z.length))
                .getFirst()
                .toDoubleVector();
        for (var i = 0; i < Z.length; i++) {
            // A few ulp of the larger of the value and 1; the oracle for GELU is good to 1e-12 times |z|.
            var tolerance = within(1e-12 * Math.max(1, Math.abs(Z[i])));
            assertThat(values[i]).as("%s(%s)", activation, Z[i]).isCloseTo(exact(activation, Z[i]), tolerance);
            assertThat(slopes[i]).as("%s'(%s)", activation, Z[i]).isCloseTo(exactSlope(activation, Z[i]), tolerance);
        }
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void singlePrecisionStaysFiniteAndRight(StandardActivation activation) {
        var f = Dl4jNetworks.activation(activation);
        var z = Nd4j.createFromArray(Z).castTo(DataType.FLOAT);
        var values = f.getActivation(z.dup(), true).toDoubleVector();
        var slopes = f.backprop(z.dup(), z.dup().assign(1)).getFirst().toDoubleVector();
        for (var i = 0; i < Z.length; i++) {
            // Four ulp of single precision, relative to the larger of |z| and 1.
            var tolerance = within(4 * 0x1p-23 * Math.max(1, Math.abs(Z[i])));
            assertThat(values[i]).as("%s(%s)", activation, Z[i]).isCloseTo(exact(activation, Z[i]), tolerance);
            assertThat(slopes[i]).as("%s'(%s)", activation, Z[i]).isCloseTo(exactSlope(activation, Z[i]), tolerance);
        }
    }

    /** The oracle's integral is for |z| < 8; beyond, the normal distribution function is 0 or 1. */
    private static double exact(StandardActivation activation, double z) {
        return activation == StandardActivation.GELU && Math.abs(z) > 8
                ? Math.max(z, 0)
                : HandWrittenNetwork.value(activation, z);
    }

    private static double exactSlope(StandardActivation activation, double z) {
        return activation == StandardActivation.GELU && Math.abs(z) > 8
                ? (z > 0 ? 1 : 0)
                : HandWrittenNetwork.derivative(activation, z);
    }
}
