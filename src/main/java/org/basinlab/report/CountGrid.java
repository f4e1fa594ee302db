package org.basinlab.report;

/**
 * How many points fall into each cell of a rectangle.
 *
 * @param counts row by row from the top left, y falling
 * @param points how many fell into the rectangle
 */
record CountGrid(int columns, int rows, int[] counts, int points) {
    /** Points outside the scales, or without a place on them, are left out. */
    static CountGrid of(double[] x, double[] y, Scale across, Scale up, int columns, int rows) {
        var counts = new int[columns * rows];
        var points = 0;
        for (var i = 0; i < Math.min(x.length, y.length); i++) {
            var cell = cell(x[i], y[i], across, up, columns, rows);
            if (cell >= 0) {
                counts[cell]++;
                points++;
            }
        }
        return new CountGrid(columns, rows, counts, points);
    }

    /** The cell of a point, row by row from the top left; -1 where it has none. */
    static int cell(double x, double y, Scale across, Scale up, int columns, int rows) {
        var column = part(across.at(x), across, columns);
        var row = part(up.at(y), up, rows);
        return column < 0 || row < 0 ? -1 : (rows - 1 - row) * columns + column;
    }

    private static int part(double coordinate, Scale scale, int cells) {
        if (!(scale.low() <= coordinate && coordinate <= scale.high())) {
            return -1;
        }
        var part = (coordinate - scale.low()) / (scale.high() - scale.low());
        return Math.min((int) (part * cells), cells - 1);
    }

    /** The largest count; 1 where all are 0. */
    int most() {
        var most = 1;
        for (var count : counts) {
            most = Math.max(most, count);
        }
        return most;
    }
}
