package org.basinlab.registration;

import java.util.Arrays;

/**
 * Points of the plane, in pixels from the centre of the frame.
 *
 * @param x    of each
 * @param y    of each
 * @param side points in a row if they are a square lattice, row by row; 0 if they are scattered
 */
record Points(double[] x, double[] y, int side) {
    /** The frame is so many pixels wide and high: a digit of 28 with a margin. */
    static final int SIDE = 32;

    /** The pixels of the frame, row by row. */
    static final Points FRAME = lattice(SIDE, 1);

    /**
     * A square lattice about the centre, row by row.
     *
     * @param side points in a row
     * @param gap  between neighbours
     */
    static Points lattice(int side, double gap) {
        var x = new double[side * side];
        var y = new double[side * side];
        for (var i = 0; i < x.length; i++) {
            x[i] = (i % side - (side - 1) / 2.0) * gap;
            var row = i / side;
            y[i] = (row - (side - 1) / 2.0) * gap;
        }
        return new Points(x, y, side);
    }

    int count() {
        return x.length;
    }

    boolean isLattice() {
        return side > 0;
    }

    /** The x of each column of a lattice. */
    double[] columns() {
        return Arrays.copyOf(x, side);
    }

    /** The y of each row of a lattice. */
    double[] rows() {
        var rows = new double[side];
        for (var i = 0; i < side; i++) {
            rows[i] = y[i * side];
        }
        return rows;
    }

    /** All moved by the same. */
    Points moved(double byX, double byY) {
        return new Points(plus(x, byX), plus(y, byY), side);
    }

    private static double[] plus(double[] places, double by) {
        var moved = new double[places.length];
        for (var i = 0; i < moved.length; i++) {
            moved[i] = places[i] + by;
        }
        return moved;
    }

    /** Each moved by its own. */
    Points moved(double[] byX, double[] byY) {
        var movedX = new double[x.length];
        var movedY = new double[x.length];
        for (var i = 0; i < x.length; i++) {
            movedX[i] = x[i] + byX[i];
            movedY[i] = y[i] + byY[i];
        }
        return new Points(movedX, movedY, 0);
    }
}
