package org.basinlab.walkers;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import org.basinlab.landscape.block.PowersOfTwo;

/**
 * The inner loops by the Vector API: the operations of {@link PlainBells} in their order. A loop holds one bell, with its
 * coefficients written out, so that the compiler inlines it to its end; iterations do not depend on each other, so the
 * processor overlaps them.
 */
final class VectorBells implements BellKernels {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int D = DOUBLES.length();
    private static final int F = FLOATS.length();

    private static final long MOST = Double.doubleToRawLongBits(PowersOfTwo.MOST);
    private static final int MOST_FLOAT = Float.floatToRawIntBits(PowersOfTwo.MOST_FLOAT);

    private static final long REACH = Double.doubleToRawLongBits(Bell.REACH);
    private static final int REACH_FLOAT = Float.floatToRawIntBits(Bell.REACH_FLOAT);

    @Override
    public void drawn(double[] w, double[] move, long[] coins, int bit, int n, Bell bell) {
        var c = bell.doubles();
        var c10 = DoubleVector.broadcast(DOUBLES, c[0]);
        var c9 = DoubleVector.broadcast(DOUBLES, c[1]);
        var c8 = DoubleVector.broadcast(DOUBLES, c[2]);
        var c7 = DoubleVector.broadcast(DOUBLES, c[3]);
        var c6 = DoubleVector.broadcast(DOUBLES, c[4]);
        var c5 = DoubleVector.broadcast(DOUBLES, c[5]);
        var c4 = DoubleVector.broadcast(DOUBLES, c[6]);
        var c3 = DoubleVector.broadcast(DOUBLES, c[7]);
        var c2 = DoubleVector.broadcast(DOUBLES, c[8]);
        var c1 = DoubleVector.broadcast(DOUBLES, c[9]);
        var c0 = DoubleVector.broadcast(DOUBLES, c[10]);
        var round = DoubleVector.broadcast(DOUBLES, PowersOfTwo.ROUND);
        var scale = DoubleVector.broadcast(DOUBLES, bell.scale());
        var offset = DoubleVector.broadcast(DOUBLES, -bell.offset());
        for (var i = 0; i < n; i += D) {
            var v = DoubleVector.fromArray(DOUBLES, w, i).fma(scale, offset);
            var d = v.mul(v);
            var shifted = round.sub(d);
            var t = shifted.sub(round).add(d);
            var p = c10.fma(t, c9)
                    .fma(t, c8)
                    .fma(t, c7)
                    .fma(t, c6)
                    .fma(t, c5)
                    .fma(t, c4)
                    .fma(t, c3)
                    .fma(t, c2)
                    .fma(t, c1)
                    .fma(t, c0);
            var power = p.reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(LSHL, PowersOfTwo.FRACTION))
                    .reinterpretAsDoubles();
            var moves = LongVector.fromArray(LONGS, coins, i)
                    .lanewise(LSHL, Long.SIZE - 1 - bit)
                    .and(d.reinterpretAsLongs().sub(REACH))
                    .lanewise(ASHR, Long.SIZE - 1);
            v.mul(power).reinterpretAsLongs().and(moves).reinterpretAsDoubles().intoArray(move, i);
        }
    }

    @Override
    public void move(double[] w, double[] move, int n, Bell bell) {
        var c = bell.doubles();
        var c10 = DoubleVector.broadcast(DOUBLES, c[0]);
        var c9 = DoubleVector.broadcast(DOUBLES, c[1]);
        var c8 = DoubleVector.broadcast(DOUBLES, c[2]);
        var c7 = DoubleVector.broadcast(DOUBLES, c[3]);
        var c6 = DoubleVector.broadcast(DOUBLES, c[4]);
        var c5 = DoubleVector.broadcast(DOUBLES, c[5]);
        var c4 = DoubleVector.broadcast(DOUBLES, c[6]);
        var c3 = DoubleVector.broadcast(DOUBLES, c[7]);
        var c2 = DoubleVector.broadcast(DOUBLES, c[8]);
        var c1 = DoubleVector.broadcast(DOUBLES, c[9]);
        var c0 = DoubleVector.broadcast(DOUBLES, c[10]);
        var round = DoubleVector.broadcast(DOUBLES, PowersOfTwo.ROUND);
        var scale = DoubleVector.broadcast(DOUBLES, bell.scale());
        var offset = DoubleVector.broadcast(DOUBLES, -bell.offset());
        for (var i = 0; i < n; i += D) {
            var from = DoubleVector.fromArray(DOUBLES, w, i);
            var v = from.fma(scale, offset);
            var d = v.mul(v).reinterpretAsLongs().min(MOST).reinterpretAsDoubles();
            var shifted = round.sub(d);
            var t = shifted.sub(round).add(d);
            var p = c10.fma(t, c9)
                    .fma(t, c8)
                    .fma(t, c7)
                    .fma(t, c6)
                    .fma(t, c5)
                    .fma(t, c4)
                    .fma(t, c3)
                    .fma(t, c2)
                    .fma(t, c1)
                    .fma(t, c0);
            var power = p.reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(LSHL, PowersOfTwo.FRACTION))
                    .reinterpretAsDoubles();
            v.fma(power, from).add(DoubleVector.fromArray(DOUBLES, move, i)).intoArray(w, i);
        }
    }

    @Override
    public void mark(double[] w, long[] crossed, int n, double barrier) {
        for (var i = 0; i < n; i += D) {
            DoubleVector.broadcast(DOUBLES, barrier)
                    .sub(DoubleVector.fromArray(DOUBLES, w, i))
                    .reinterpretAsLongs()
                    .or(LongVector.fromArray(LONGS, crossed, i))
                    .intoArray(crossed, i);
        }
    }

    @Override
    public void drawn(float[] w, float[] move, int[] coins, int bit, int n, Bell bell) {
        var c = bell.floats();
        var c5 = FloatVector.broadcast(FLOATS, c[0]);
        var c4 = FloatVector.broadcast(FLOATS, c[1]);
        var c3 = FloatVector.broadcast(FLOATS, c[2]);
        var c2 = FloatVector.broadcast(FLOATS, c[3]);
        var c1 = FloatVector.broadcast(FLOATS, c[4]);
        var c0 = FloatVector.broadcast(FLOATS, c[5]);
        var round = FloatVector.broadcast(FLOATS, PowersOfTwo.ROUND_FLOAT);
        var scale = FloatVector.broadcast(FLOATS, (float) bell.scale());
        var offset = FloatVector.broadcast(FLOATS, (float) -bell.offset());
        for (var i = 0; i < n; i += F) {
            var v = FloatVector.fromArray(FLOATS, w, i).fma(scale, offset);
            var d = v.mul(v);
            var shifted = round.sub(d);
            var t = shifted.sub(round).add(d);
            var p = c5.fma(t, c4).fma(t, c3).fma(t, c2).fma(t, c1).fma(t, c0);
            var power = p.reinterpretAsInts()
                    .add(shifted.reinterpretAsInts().lanewise(LSHL, PowersOfTwo.FRACTION_FLOAT))
                    .reinterpretAsFloats();
            var moves = IntVector.fromArray(INTS, coins, i)
                    .lanewise(LSHL, Integer.SIZE - 1 - bit)
                    .and(d.reinterpretAsInts().sub(REACH_FLOAT))
                    .lanewise(ASHR, Integer.SIZE - 1);
            v.mul(power).reinterpretAsInts().and(moves).reinterpretAsFloats().intoArray(move, i);
        }
    }

    @Override
    public void move(float[] w, float[] move, int n, Bell bell) {
        var c = bell.floats();
        var c5 = FloatVector.broadcast(FLOATS, c[0]);
        var c4 = FloatVector.broadcast(FLOATS, c[1]);
        var c3 = FloatVector.broadcast(FLOATS, c[2]);
        var c2 = FloatVector.broadcast(FLOATS, c[3]);
        var c1 = FloatVector.broadcast(FLOATS, c[4]);
        var c0 = FloatVector.broadcast(FLOATS, c[5]);
        var round = FloatVector.broadcast(FLOATS, PowersOfTwo.ROUND_FLOAT);
        var scale = FloatVector.broadcast(FLOATS, (float) bell.scale());
        var offset = FloatVector.broadcast(FLOATS, (float) -bell.offset());
        for (var i = 0; i < n; i += F) {
            var from = FloatVector.fromArray(FLOATS, w, i);
            var v = from.fma(scale, offset);
            var d = v.mul(v).reinterpretAsInts().min(MOST_FLOAT).reinterpretAsFloats();
            var shifted = round.sub(d);
            var t = shifted.sub(round).add(d);
            var p = c5.fma(t, c4).fma(t, c3).fma(t, c2).fma(t, c1).fma(t, c0);
            var power = p.reinterpretAsInts()
                    .add(shifted.reinterpretAsInts().lanewise(LSHL, PowersOfTwo.FRACTION_FLOAT))
                    .reinterpretAsFloats();
            v.fma(power, from).add(FloatVector.fromArray(FLOATS, move, i)).intoArray(w, i);
        }
    }

    @Override
    public void mark(float[] w, int[] crossed, int n, float barrier) {
        for (var i = 0; i < n; i += F) {
            FloatVector.broadcast(FLOATS, barrier)
                    .sub(FloatVector.fromArray(FLOATS, w, i))
                    .reinterpretAsInts()
                    .or(IntVector.fromArray(INTS, crossed, i))
                    .intoArray(crossed, i);
        }
    }
}
