package org.basinlab.training.chunked;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of rows in single precision. A row is worked on in strips of 8, 7 or 4 vectors that stay in registers while the
 * rows that are added to it go by.
 */
final class FloatStrips {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    static final int F = FLOATS.length();

    private FloatStrips() {}

    static void addInk(float[] out, int at, int width, int[] ink, int from, int to, float[] of) {
        var j = 0;
        for (; j + 8 * F <= width; j += 8 * F) {
            ink8(out, at + j, width, ink, from, to, of, j);
        }
        if (j + 7 * F <= width) {
            ink7(out, at + j, width, ink, from, to, of, j);
        } else if (j < width) {
            ink4(out, at + j, width, ink, from, to, of, j);
        }
    }

    private static void ink8(float[] out, int at, int width, int[] ink, int from, int to, float[] of, int j) {
        var x0 = FloatVector.fromArray(FLOATS, out, at);
        var x1 = FloatVector.fromArray(FLOATS, out, at + F);
        var x2 = FloatVector.fromArray(FLOATS, out, at + 2 * F);
        var x3 = FloatVector.fromArray(FLOATS, out, at + 3 * F);
        var x4 = FloatVector.fromArray(FLOATS, out, at + 4 * F);
        var x5 = FloatVector.fromArray(FLOATS, out, at + 5 * F);
        var x6 = FloatVector.fromArray(FLOATS, out, at + 6 * F);
        var x7 = FloatVector.fromArray(FLOATS, out, at + 7 * F);
        for (var k = from; k < to; k++) {
            var c = FloatVector.broadcast(FLOATS, (ink[k] & 0xff) * 0x1p-8f);
            var row = (ink[k] >>> 8) * width + j;
            x0 = c.fma(FloatVector.fromArray(FLOATS, of, row), x0);
            x1 = c.fma(FloatVector.fromArray(FLOATS, of, row + F), x1);
            x2 = c.fma(FloatVector.fromArray(FLOATS, of, row + 2 * F), x2);
            x3 = c.fma(FloatVector.fromArray(FLOATS, of, row + 3 * F), x3);
            x4 = c.fma(FloatVector.fromArray(FLOATS, of, row + 4 * F), x4);
            x5 = c.fma(FloatVector.fromArray(FLOATS, of, row + 5 * F), x5);
            x6 = c.fma(FloatVector.fromArray(FLOATS, of, row + 6 * F), x6);
            x7 = c.fma(FloatVector.fromArray(FLOATS, of, row + 7 * F), x7);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + F);
        x2.intoArray(out, at + 2 * F);
        x3.intoArray(out, at + 3 * F);
        x4.intoArray(out, at + 4 * F);
        x5.intoArray(out, at + 5 * F);
        x6.intoArray(out, at + 6 * F);
        x7.intoArray(out, at + 7 * F);
    }

    private static void ink7(float[] out, int at, int width, int[] ink, int from, int to, float[] of, int j) {
        var x0 = FloatVector.fromArray(FLOATS, out, at);
        var x1 = FloatVector.fromArray(FLOATS, out, at + F);
        var x2 = FloatVector.fromArray(FLOATS, out, at + 2 * F);
        var x3 = FloatVector.fromArray(FLOATS, out, at + 3 * F);
        var x4 = FloatVector.fromArray(FLOATS, out, at + 4 * F);
        var x5 = FloatVector.fromArray(FLOATS, out, at + 5 * F);
        var x6 = FloatVector.fromArray(FLOATS, out, at + 6 * F);
        for (var k = from; k < to; k++) {
            var c = FloatVector.broadcast(FLOATS, (ink[k] & 0xff) * 0x1p-8f);
            var row = (ink[k] >>> 8) * width + j;
            x0 = c.fma(FloatVector.fromArray(FLOATS, of, row), x0);
            x1 = c.fma(FloatVector.fromArray(FLOATS, of, row + F), x1);
            x2 = c.fma(FloatVector.fromArray(FLOATS, of, row + 2 * F), x2);
            x3 = c.fma(FloatVector.fromArray(FLOATS, of, row + 3 * F), x3);
            x4 = c.fma(FloatVector.fromArray(FLOATS, of, row + 4 * F), x4);
            x5 = c.fma(FloatVector.fromArray(FLOATS, of, row + 5 * F), x5);
            x6 = c.fma(FloatVector.fromArray(FLOATS, of, row + 6 * F), x6);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + F);
        x2.intoArray(out, at + 2 * F);
        x3.intoArray(out, at + 3 * F);
        x4.intoArray(out, at + 4 * F);
        x5.intoArray(out, at + 5 * F);
        x6.intoArray(out, at + 6 * F);
    }

    private static void ink4(float[] out, int at, int width, int[] ink, int from, int to, float[] of, int j) {
        var x0 = FloatVector.fromArray(FLOATS, out, at);
        var x1 = FloatVector.fromArray(FLOATS, out, at + F);
        var x2 = FloatVector.fromArray(FLOATS, out, at + 2 * F);
        var x3 = FloatVector.fromArray(FLOATS, out, at + 3 * F);
        for (var k = from; k < to; k++) {
            var c = FloatVector.broadcast(FLOATS, (ink[k] & 0xff) * 0x1p-8f);
            var row = (ink[k] >>> 8) * width + j;
            x0 = c.fma(FloatVector.fromArray(FLOATS, of, row), x0);
            x1 = c.fma(FloatVector.fromArray(FLOATS, of, row + F), x1);
            x2 = c.fma(FloatVector.fromArray(FLOATS, of, row + 2 * F), x2);
            x3 = c.fma(FloatVector.fromArray(FLOATS, of, row + 3 * F), x3);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + F);
        x2.intoArray(out, at + 2 * F);
        x3.intoArray(out, at + 3 * F);
    }

    static void addRows(float[] out, int at, int width, float[] c, int from, int count, float[] of) {
        var j = 0;
        for (; j + 8 * F <= width; j += 8 * F) {
            rows8(out, at + j, width, c, from, count, of, j);
        }
        if (j + 7 * F <= width) {
            rows7(out, at + j, width, c, from, count, of, j);
        } else if (j < width) {
            rows4(out, at + j, width, c, from, count, of, j);
        }
    }

    private static void rows8(float[] out, int at, int width, float[] c, int from, int count, float[] of, int j) {
        var x0 = FloatVector.fromArray(FLOATS, out, at);
        var x1 = FloatVector.fromArray(FLOATS, out, at + F);
        var x2 = FloatVector.fromArray(FLOATS, out, at + 2 * F);
        var x3 = FloatVector.fromArray(FLOATS, out, at + 3 * F);
        var x4 = FloatVector.fromArray(FLOATS, out, at + 4 * F);
        var x5 = FloatVector.fromArray(FLOATS, out, at + 5 * F);
        var x6 = FloatVector.fromArray(FLOATS, out, at + 6 * F);
        var x7 = FloatVector.fromArray(FLOATS, out, at + 7 * F);
        for (var s = 0; s < count; s++) {
            var factor = FloatVector.broadcast(FLOATS, c[from + s]);
            var row = s * width + j;
            x0 = factor.fma(FloatVector.fromArray(FLOATS, of, row), x0);
            x1 = factor.fma(FloatVector.fromArray(FLOATS, of, row + F), x1);
            x2 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 2 * F), x2);
            x3 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 3 * F), x3);
            x4 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 4 * F), x4);
            x5 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 5 * F), x5);
            x6 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 6 * F), x6);
            x7 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 7 * F), x7);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + F);
        x2.intoArray(out, at + 2 * F);
        x3.intoArray(out, at + 3 * F);
        x4.intoArray(out, at + 4 * F);
        x5.intoArray(out, at + 5 * F);
        x6.intoArray(out, at + 6 * F);
        x7.intoArray(out, at + 7 * F);
    }

    private static void rows7(float[] out, int at, int width, float[] c, int from, int count, float[] of, int j) {
        var x0 = FloatVector.fromArray(FLOATS, out, at);
        var x1 = FloatVector.fromArray(FLOATS, out, at + F);
        var x2 = FloatVector.fromArray(FLOATS, out, at + 2 * F);
        var x3 = FloatVector.fromArray(FLOATS, out, at + 3 * F);
        var x4 = FloatVector.fromArray(FLOATS, out, at + 4 * F);
        var x5 = FloatVector.fromArray(FLOATS, out, at + 5 * F);
        var x6 = FloatVector.fromArray(FLOATS, out, at + 6 * F);
        for (var s = 0; s < count; s++) {
            var factor = FloatVector.broadcast(FLOATS, c[from + s]);
            var row = s * width + j;
            x0 = factor.fma(FloatVector.fromArray(FLOATS, of, row), x0);
            x1 = factor.fma(FloatVector.fromArray(FLOATS, of, row + F), x1);
            x2 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 2 * F), x2);
            x3 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 3 * F), x3);
            x4 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 4 * F), x4);
            x5 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 5 * F), x5);
            x6 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 6 * F), x6);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + F);
        x2.intoArray(out, at + 2 * F);
        x3.intoArray(out, at + 3 * F);
        x4.intoArray(out, at + 4 * F);
        x5.intoArray(out, at + 5 * F);
        x6.intoArray(out, at + 6 * F);
    }

    private static void rows4(float[] out, int at, int width, float[] c, int from, int count, float[] of, int j) {
        var x0 = FloatVector.fromArray(FLOATS, out, at);
        var x1 = FloatVector.fromArray(FLOATS, out, at + F);
        var x2 = FloatVector.fromArray(FLOATS, out, at + 2 * F);
        var x3 = FloatVector.fromArray(FLOATS, out, at + 3 * F);
        for (var s = 0; s < count; s++) {
            var factor = FloatVector.broadcast(FLOATS, c[from + s]);
            var row = s * width + j;
            x0 = factor.fma(FloatVector.fromArray(FLOATS, of, row), x0);
            x1 = factor.fma(FloatVector.fromArray(FLOATS, of, row + F), x1);
            x2 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 2 * F), x2);
            x3 = factor.fma(FloatVector.fromArray(FLOATS, of, row + 3 * F), x3);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + F);
        x2.intoArray(out, at + 2 * F);
        x3.intoArray(out, at + 3 * F);
    }
}
