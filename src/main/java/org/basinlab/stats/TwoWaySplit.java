package org.basinlab.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where a correlation over a grid lives: between its rows (neurons), between its columns (pixels), or within.
 *
 * <p>Each variable is split as {@code v_ij = mean + a_i + b_j + e_ij}, a_i the row's mean less the grand mean, b_j
 * likewise for columns, e_ij the rest. The three parts are orthogonal on a full grid, so variances and covariances
 * add up, and so do the shares of r^2, {@code r cov_part / sqrt(var x var y)} (R. A. Fisher 1925, the analysis of
 * variance and covariance in two ways). A share may be negative, where a part pulls against the whole.
 *
 * <p>The means of rows and columns carry noise from within, so a small part between is not yet a real one.
 * The parts are orthogonal only if no cell is missing: first rows without a complete cell are dropped, then columns
 * in which a cell is missing.
 *
 * @param betweenRows    of the row means
 * @param betweenColumns of the column means
 * @param within         of the rest
 * @param r2             squared correlation over the grid used
 * @param rows           rows used
 * @param columns        columns used
 */
public record TwoWaySplit(Part betweenRows, Part betweenColumns, Part within, double r2, int rows, int columns) {
    /** Squares below this share of the raw sum of squares are rounding, (some 2^-53)^2. */
    private static final double ROUNDING = 1e-28;

    /**
     * One part.
     *
     * @param xShare  of the variance of x
     * @param yShare  of the variance of y
     * @param r       correlation of the part of x with the part of y; NaN where either does not vary
     * @param r2Share its part in r2; the three add up to r2
     */
    public record Part(double xShare, double yShare, double r, double r2Share) {}

    /**
     * Splits a grid.
     *
     * @param x [row][column], NaN where missing
     * @param y [row][column], NaN where missing
     * @return null if less than two rows and two columns are left, or x or y does not vary there
     */
    public static TwoWaySplit of(double[][] x, double[][] y) {
        var rows = IntStream.range(0, x.length)
                .filter(i -> IntStream.range(0, x[i].length).anyMatch(j -> complete(x, y, i, j)))
                .toArray();
        var columns = IntStream.range(0, rows.length == 0 ? 0 : x[rows[0]].length)
                .filter(j -> IntStream.of(rows).allMatch(i -> complete(x, y, i, j)))
                .toArray();
        if (rows.length < 2 || columns.length < 2) {
            return null;
        }
        var xs = new Grid(x, rows, columns);
        var ys = new Grid(y, rows, columns);
        var totalX = xs.rowSquares() + xs.columnSquares() + xs.withinSquares();
        var totalY = ys.rowSquares() + ys.columnSquares() + ys.withinSquares();
        if (totalX == 0 || totalY == 0) {
            return null;
        }
        var scale = Math.sqrt(totalX * totalY);
        var betweenRows = columns.length * product(xs.rowMeans, ys.rowMeans);
        var betweenColumns = rows.length * product(xs.columnMeans, ys.columnMeans);
        var within = product(xs.rest, ys.rest);
        var r = (betweenRows + betweenColumns + within) / scale;
        return new TwoWaySplit(
                part(xs.rowSquares(), ys.rowSquares(), betweenRows, totalX, totalY, r),
                part(xs.columnSquares(), ys.columnSquares(), betweenColumns, totalX, totalY, r),
                part(xs.withinSquares(), ys.withinSquares(), within, totalX, totalY, r),
                r * r,
                rows.length,
                columns.length);
    }

    private static boolean complete(double[][] x, double[][] y, int i, int j) {
        return !Double.isNaN(x[i][j]) && !Double.isNaN(y[i][j]);
    }

    private static Part part(double xx, double yy, double xy, double totalX, double totalY, double r) {
        return new Part(
                xx / totalX,
                yy / totalY,
                xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))),
                r * xy / Math.sqrt(totalX * totalY));
    }

    private static double product(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /** One variable's deviations: of the row means, of the column means, and what is left. */
    private static final class Grid {
        final double[] rowMeans;
        final double[] columnMeans;
        /** Row by row. */
        final double[] rest;

        private final double rounding;

        Grid(double[][] values, int[] rows, int[] columns) {
            rowMeans = new double[rows.length];
            columnMeans = new double[columns.length];
            rest = new double[rows.length * columns.length];
            var mean = 0.0;
            var raw = 0.0;
            for (var i : rows) {
                for (var j : columns) {
                    mean += values[i][j] / rest.length;
                    raw += values[i][j] * values[i][j];
                }
            }
            rounding = ROUNDING * raw;
            for (var i = 0; i < rows.length; i++) {
                for (var j = 0; j < columns.length; j++) {
                    var d = values[rows[i]][columns[j]] - mean;
                    rest[i * columns.length + j] = d;
                    rowMeans[i] += d / columns.length;
                    columnMeans[j] += d / rows.length;
                }
            }
            for (var k = 0; k < rest.length; k++) {
                rest[k] -= rowMeans[k / columns.length] + columnMeans[k % columns.length];
            }
        }

        double rowSquares() {
            return squares(rowMeans, columnMeans.length);
        }

        double columnSquares() {
            return squares(columnMeans, rowMeans.length);
        }

        double withinSquares() {
            return squares(rest, 1);
        }

        private double squares(double[] deviations, int times) {
            var sum = times * Arrays.stream(deviations).map(d -> d * d).sum();
            return sum < rounding ? 0 : sum;
        }
    }
}
