package org.basinlab.training.chunked;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of rows in double precision. A row is worked on in strips of 8, 7 or 4 vectors that stay in registers while the
 * rows that are added to it go by.
 */
final class DoubleStrips {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    static final int D = DOUBLES.length();

    private DoubleStrips() {}

    static void addInk(double[] out, int at, int width, int[] ink, int from, int to, double[] of) {
        var j = 0;
        for (; j + 8 * D <= width; j += 8 * D) {
            ink8(out, at + j, width, ink, from, to, of, j);
        }
        if (j + 7 * D <= width) {
            ink7(out, at + j, width, ink, from, to, of, j);
        } else if (j < width) {
            ink4(out, at + j, width, ink, from, to, of, j);
        }
    }

    private static void ink8(double[] out, int at, int width, int[] ink, int from, int to, double[] of, int j) {
        var x0 = DoubleVector.fromArray(DOUBLES, out, at);
        var x1 = DoubleVector.fromArray(DOUBLES, out, at + D);
        var x2 = DoubleVector.fromArray(DOUBLES, out, at + 2 * D);
        var x3 = DoubleVector.fromArray(DOUBLES, out, at + 3 * D);
        var x4 = DoubleVector.fromArray(DOUBLES, out, at + 4 * D);
        var x5 = DoubleVector.fromArray(DOUBLES, out, at + 5 * D);
        var x6 = DoubleVector.fromArray(DOUBLES, out, at + 6 * D);
        var x7 = DoubleVector.fromArray(DOUBLES, out, at + 7 * D);
        for (var k = from; k < to; k++) {
            var c = DoubleVector.broadcast(DOUBLES, (ink[k] & 0xff) * 0x1p-8);
            var row = (ink[k] >>> 8) * width + j;
            x0 = c.fma(DoubleVector.fromArray(DOUBLES, of, row), x0);
            x1 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + D), x1);
            x2 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 2 * D), x2);
            x3 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 3 * D), x3);
            x4 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 4 * D), x4);
            x5 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 5 * D), x5);
            x6 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 6 * D), x6);
            x7 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 7 * D), x7);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + D);
        x2.intoArray(out, at + 2 * D);
        x3.intoArray(out, at + 3 * D);
        x4.intoArray(out, at + 4 * D);
        x5.intoArray(out, at + 5 * D);
        x6.intoArray(out, at + 6 * D);
        x7.intoArray(out, at + 7 * D);
    }

    private static void ink7(double[] out, int at, int width, int[] ink, int from, int to, double[] of, int j) {
        var x0 = DoubleVector.fromArray(DOUBLES, out, at);
        var x1 = DoubleVector.fromArray(DOUBLES, out, at + D);
        var x2 = DoubleVector.fromArray(DOUBLES, out, at + 2 * D);
        var x3 = DoubleVector.fromArray(DOUBLES, out, at + 3 * D);
        var x4 = DoubleVector.fromArray(DOUBLES, out, at + 4 * D);
        var x5 = DoubleVector.fromArray(DOUBLES, out, at + 5 * D);
        var x6 = DoubleVector.fromArray(DOUBLES, out, at + 6 * D);
        for (var k = from; k < to; k++) {
            var c = DoubleVector.broadcast(DOUBLES, (ink[k] & 0xff) * 0x1p-8);
            var row = (ink[k] >>> 8) * width + j;
            x0 = c.fma(DoubleVector.fromArray(DOUBLES, of, row), x0);
            x1 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + D), x1);
            x2 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 2 * D), x2);
            x3 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 3 * D), x3);
            x4 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 4 * D), x4);
            x5 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 5 * D), x5);
            x6 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 6 * D), x6);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + D);
        x2.intoArray(out, at + 2 * D);
        x3.intoArray(out, at + 3 * D);
        x4.intoArray(out, at + 4 * D);
        x5.intoArray(out, at + 5 * D);
        x6.intoArray(out, at + 6 * D);
    }

    private static void ink4(double[] out, int at, int width, int[] ink, int from, int to, double[] of, int j) {
        var x0 = DoubleVector.fromArray(DOUBLES, out, at);
        var x1 = DoubleVector.fromArray(DOUBLES, out, at + D);
        var x2 = DoubleVector.fromArray(DOUBLES, out, at + 2 * D);
        var x3 = DoubleVector.fromArray(DOUBLES, out, at + 3 * D);
        for (var k = from; k < to; k++) {
            var c = DoubleVector.broadcast(DOUBLES, (ink[k] & 0xff) * 0x1p-8);
            var row = (ink[k] >>> 8) * width + j;
            x0 = c.fma(DoubleVector.fromArray(DOUBLES, of, row), x0);
            x1 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + D), x1);
            x2 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 2 * D), x2);
            x3 = c.fma(DoubleVector.fromArray(DOUBLES, of, row + 3 * D), x3);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + D);
        x2.intoArray(out, at + 2 * D);
        x3.intoArray(out, at + 3 * D);
    }

    static void addRows(double[] out, int at, int width, double[] c, int from, int count, double[] of) {
        var j = 0;
        for (; j + 8 * D <= width; j += 8 * D) {
            rows8(out, at + j, width, c, from, count, of, j);
        }
        if (j + 7 * D <= width) {
            rows7(out, at + j, width, c, from, count, of, j);
        } else if (j < width) {
            rows4(out, at + j, width, c, from, count, of, j);
        }
    }

    private static void rows8(double[] out, int at, int width, double[] c, int from, int count, double[] of, int j) {
        var x0 = DoubleVector.fromArray(DOUBLES, out, at);
        var x1 = DoubleVector.fromArray(DOUBLES, out, at + D);
        var x2 = DoubleVector.fromArray(DOUBLES, out, at + 2 * D);
        var x3 = DoubleVector.fromArray(DOUBLES, out, at + 3 * D);
        var x4 = DoubleVector.fromArray(DOUBLES, out, at + 4 * D);
        var x5 = DoubleVector.fromArray(DOUBLES, out, at + 5 * D);
        var x6 = DoubleVector.fromArray(DOUBLES, out, at + 6 * D);
        var x7 = DoubleVector.fromArray(DOUBLES, out, at + 7 * D);
        for (var s = 0; s < count; s++) {
            var factor = DoubleVector.broadcast(DOUBLES, c[from + s]);
            var row = s * width + j;
            x0 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row), x0);
            x1 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + D), x1);
            x2 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 2 * D), x2);
            x3 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 3 * D), x3);
            x4 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 4 * D), x4);
            x5 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 5 * D), x5);
            x6 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 6 * D), x6);
            x7 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 7 * D), x7);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + D);
        x2.intoArray(out, at + 2 * D);
        x3.intoArray(out, at + 3 * D);
        x4.intoArray(out, at + 4 * D);
        x5.intoArray(out, at + 5 * D);
        x6.intoArray(out, at + 6 * D);
        x7.intoArray(out, at + 7 * D);
    }

    private static void rows7(double[] out, int at, int width, double[] c, int from, int count, double[] of, int j) {
        var x0 = DoubleVector.fromArray(DOUBLES, out, at);
        var x1 = DoubleVector.fromArray(DOUBLES, out, at + D);
        var x2 = DoubleVector.fromArray(DOUBLES, out, at + 2 * D);
        var x3 = DoubleVector.fromArray(DOUBLES, out, at + 3 * D);
        var x4 = DoubleVector.fromArray(DOUBLES, out, at + 4 * D);
        var x5 = DoubleVector.fromArray(DOUBLES, out, at + 5 * D);
        var x6 = DoubleVector.fromArray(DOUBLES, out, at + 6 * D);
        for (var s = 0; s < count; s++) {
            var factor = DoubleVector.broadcast(DOUBLES, c[from + s]);
            var row = s * width + j;
            x0 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row), x0);
            x1 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + D), x1);
            x2 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 2 * D), x2);
            x3 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 3 * D), x3);
            x4 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 4 * D), x4);
            x5 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 5 * D), x5);
            x6 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 6 * D), x6);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + D);
        x2.intoArray(out, at + 2 * D);
        x3.intoArray(out, at + 3 * D);
        x4.intoArray(out, at + 4 * D);
        x5.intoArray(out, at + 5 * D);
        x6.intoArray(out, at + 6 * D);
    }

    private static void rows4(double[] out, int at, int width, double[] c, int from, int count, double[] of, int j) {
        var x0 = DoubleVector.fromArray(DOUBLES, out, at);
        var x1 = DoubleVector.fromArray(DOUBLES, out, at + D);
        var x2 = DoubleVector.fromArray(DOUBLES, out, at + 2 * D);
        var x3 = DoubleVector.fromArray(DOUBLES, out, at + 3 * D);
        for (var s = 0; s < count; s++) {
            var factor = DoubleVector.broadcast(DOUBLES, c[from + s]);
            var row = s * width + j;
            x0 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row), x0);
            x1 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + D), x1);
            x2 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 2 * D), x2);
            x3 = factor.fma(DoubleVector.fromArray(DOUBLES, of, row + 3 * D), x3);
        }
        x0.intoArray(out, at);
        x1.intoArray(out, at + D);
        x2.intoArray(out, at + 2 * D);
        x3.intoArray(out, at + 3 * D);
    }
}
