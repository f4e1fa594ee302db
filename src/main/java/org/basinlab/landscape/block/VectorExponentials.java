package org.basinlab.landscape.block;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link PlainExponentials} by the Vector API: the same operations in their order. */
final class VectorExponentials implements Exponentials {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int D = DOUBLES.length();
    private static final int F = FLOATS.length();

    @Override
    public void exp(double[] from, double[] to, int n) {
        for (var i = 0; i < n; i += D) {
            var x = DoubleVector.fromArray(DOUBLES, from, i);
            var shifted =
                    x.fma(DoubleVector.broadcast(DOUBLES, LOG2_E), DoubleVector.broadcast(DOUBLES, PowersOfTwo.ROUND));
            var k = shifted.sub(PowersOfTwo.ROUND);
            var t = x.fma(
                    DoubleVector.broadcast(DOUBLES, -LOG2_E_REST), x.fma(DoubleVector.broadcast(DOUBLES, -LOG2_E), k));
            var p = DoubleVector.broadcast(DOUBLES, PowersOfTwo.DOUBLES[0]);
            for (var c = 1; c < PowersOfTwo.DOUBLES.length; c++) {
                p = p.fma(t, DoubleVector.broadcast(DOUBLES, PowersOfTwo.DOUBLES[c]));
            }
            p.reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(LSHL, PowersOfTwo.FRACTION))
                    .reinterpretAsDoubles()
                    .blend(0, x.compare(LT, LEAST))
                    .blend(Double.POSITIVE_INFINITY, x.compare(GT, MOST))
                    .blend(x, x.compare(EQ, x).not())
                    .intoArray(to, i);
        }
    }

    @Override
    public void exp(float[] from, float[] to, int n) {
        for (var i = 0; i < n; i += F) {
            var x = FloatVector.fromArray(FLOATS, from, i);
            var shifted = x.fma(
                    FloatVector.broadcast(FLOATS, LOG2_E_FLOAT),
                    FloatVector.broadcast(FLOATS, PowersOfTwo.ROUND_FLOAT));
            var k = shifted.sub(PowersOfTwo.ROUND_FLOAT);
            var t = x.fma(
                    FloatVector.broadcast(FLOATS, -LOG2_E_REST_FLOAT),
                    x.fma(FloatVector.broadcast(FLOATS, -LOG2_E_FLOAT), k));
            var p = FloatVector.broadcast(FLOATS, PowersOfTwo.FLOATS[0]);
            for (var c = 1; c < PowersOfTwo.FLOATS.length; c++) {
                p = p.fma(t, FloatVector.broadcast(FLOATS, PowersOfTwo.FLOATS[c]));
            }
            p.reinterpretAsInts()
                    .add(shifted.reinterpretAsInts().lanewise(LSHL, PowersOfTwo.FRACTION_FLOAT))
                    .reinterpretAsFloats()
                    .blend(0, x.compare(LT, LEAST_FLOAT))
                    .blend(Float.POSITIVE_INFINITY, x.compare(GT, MOST_FLOAT))
                    .blend(x, x.compare(EQ, x).not())
                    .intoArray(to, i);
        }
    }
}
