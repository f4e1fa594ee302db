package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.TwoWaySplit.Part;
import org.junit.jupiter.api.Test;

class TwoWaySplitTest {
    private static final double NAN = Double.NaN;

    /** The parts laid out as grids of their own and correlated cell by cell. */
    @Test
    void agreesWithThePartsLaidOut() {
        for (var seed = 0; seed < 20; seed++) {
            var x = grid(seed, 3 + seed % 5, 2 + seed % 7);
            var y = grid(seed + 100, 3 + seed % 5, 2 + seed % 7);
            mixIn(y, x, 0.4);
            var ours = TwoWaySplit.of(x, y);
            var r = correlation(x, y);
            assertThat(ours.r2()).isCloseTo(r * r, within(1e-12));
            check(ours.betweenRows(), x, y, 0);
            check(ours.betweenColumns(), x, y, 1);
            check(ours.within(), x, y, 2);
            assertThat(ours.betweenRows().r2Share()
                            + ours.betweenColumns().r2Share()
                            + ours.within().r2Share())
                    .isCloseTo(ours.r2(), within(1e-12));
            assertThat(ours.betweenRows().xShare()
                            + ours.betweenColumns().xShare()
                            + ours.within().xShare())
                    .isCloseTo(1, within(1e-12));
        }
    }

    private static void check(Part part, double[][] x, double[][] y, int which) {
        var px = laidOut(x, which);
        var py = laidOut(y, which);
        assertThat(part.r()).isCloseTo(correlation(px, py), within(1e-9));
        assertThat(part.xShare()).isCloseTo(product(px, px) / total(x), within(1e-12));
        assertThat(part.yShare()).isCloseTo(product(py, py) / total(y), within(1e-12));
        assertThat(part.r2Share())
                .isCloseTo(correlation(x, y) * product(px, py) / Math.sqrt(total(x) * total(y)), within(1e-12));
    }

    @Test
    void turningTheGridSwapsRowsAndColumnsAndUnitsDoNotMatter() {
        var x = grid(1, 5, 4);
        var y = grid(2, 5, 4);
        mixIn(y, x, 1);
        var ours = TwoWaySplit.of(x, y);
        var turned = TwoWaySplit.of(transpose(x), transpose(y));
        same(turned.betweenColumns(), ours.betweenRows());
        same(turned.betweenRows(), ours.betweenColumns());
        same(turned.within(), ours.within());
        var scaled = Arrays.stream(x)
                .map(row -> Arrays.stream(row).map(v -> 1000 - 7 * v).toArray())
                .toArray(double[][]::new);
        var other = TwoWaySplit.of(scaled, y);
        assertThat(other.r2()).isCloseTo(ours.r2(), within(1e-10));
        assertThat(other.betweenRows().r()).isCloseTo(-ours.betweenRows().r(), within(1e-9));
        assertThat(other.within().r2Share()).isCloseTo(ours.within().r2Share(), within(1e-10));
    }

    @Test
    void rowsThatDifferAloneAreBetweenRows() {
        var x = new double[][] {{0.1, 0.1, 0.1}, {0.3, 0.3, 0.3}, {0.7, 0.7, 0.7}};
        var y = new double[][] {{0.2, 0.2, 0.2}, {0.1, 0.1, 0.1}, {0.9, 0.9, 0.9}};
        var ours = TwoWaySplit.of(x, y);
        assertThat(ours.betweenRows().xShare()).isCloseTo(1, within(1e-12));
        assertThat(ours.betweenRows().r2Share()).isCloseTo(ours.r2(), within(1e-12));
        assertThat(ours.within().r()).as("nothing but rounding is left").isNaN();
        assertThat(ours.betweenColumns().r()).isNaN();
    }

    @Test
    void dropsEmptyRowsFirstThenColumnsWithHoles() {
        var x = grid(3, 4, 5);
        var y = grid(4, 4, 5);
        var rest = TwoWaySplit.of(
                new double[][] {without(x[0], 3), without(x[2], 3), without(x[3], 3)},
                new double[][] {without(y[0], 3), without(y[2], 3), without(y[3], 3)});
        // A dead neuron, missing now in x, now in y, and a pixel that one neuron never sees.
        x[1] = new double[] {NAN, NAN, 1, 1, NAN};
        y[1] = new double[] {1, 1, NAN, NAN, NAN};
        y[3][3] = NAN;
        var ours = TwoWaySplit.of(x, y);
        assertThat(ours).isEqualTo(rest);
        assertThat(ours.rows()).isEqualTo(3);
        assertThat(ours.columns()).isEqualTo(4);
    }

    @Test
    void tooLittleIsNothing() {
        assertThat(TwoWaySplit.of(new double[0][0], new double[0][0])).isNull();
        assertThat(TwoWaySplit.of(grid(1, 1, 5), grid(2, 1, 5))).isNull();
        assertThat(TwoWaySplit.of(grid(1, 5, 1), grid(2, 5, 1))).isNull();
        var flat = new double[][] {{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}};
        assertThat(TwoWaySplit.of(flat, grid(1, 3, 3))).isNull();
        var missing = new double[][] {{NAN, NAN}, {NAN, NAN}};
        assertThat(TwoWaySplit.of(missing, missing)).isNull();
    }

    private static void same(Part a, Part b) {
        assertThat(a.xShare()).isCloseTo(b.xShare(), within(1e-12));
        assertThat(a.yShare()).isCloseTo(b.yShare(), within(1e-12));
        assertThat(a.r()).isCloseTo(b.r(), within(1e-9));
        assertThat(a.r2Share()).isCloseTo(b.r2Share(), within(1e-12));
    }

    private static double[][] grid(int seed, int rows, int columns) {
        var random = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 3);
        var grid = new double[rows][columns];
        for (var i = 0; i < rows; i++) {
            for (var j = 0; j < columns; j++) {
                grid[i][j] = 3 + random.normal(i * columns + j) + random.normal(10_000 + i) + random.normal(20_000 + j);
            }
        }
        return grid;
    }

    private static void mixIn(double[][] y, double[][] x, double weight) {
        for (var i = 0; i < y.length; i++) {
            for (var j = 0; j < y[i].length; j++) {
                y[i][j] += weight * x[i][j];
            }
        }
    }

    private static double[][] laidOut(double[][] v, int which) {
        var out = new double[v.length][v[0].length];
        var mean = Arrays.stream(v).flatMapToDouble(Arrays::stream).average().orElseThrow();
        for (var i = 0; i < v.length; i++) {
            for (var j = 0; j < v[0].length; j++) {
                var column = j;
                var a = Arrays.stream(v[i]).average().orElseThrow() - mean;
                var b = Arrays.stream(v)
                                .mapToDouble(row -> row[column])
                                .average()
                                .orElseThrow()
                        - mean;
                out[i][j] = which == 0 ? a : which == 1 ? b : v[i][j] - mean - a - b;
            }
        }
        return out;
    }

    private static double total(double[][] v) {
        var mean = Arrays.stream(v).flatMapToDouble(Arrays::stream).average().orElseThrow();
        return Arrays.stream(v)
                .flatMapToDouble(Arrays::stream)
                .map(c -> (c - mean) * (c - mean))
                .sum();
    }

    private static double product(double[][] a, double[][] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            for (var j = 0; j < a[0].length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }

    private static double correlation(double[][] a, double[][] b) {
        return new PearsonsCorrelation()
                .correlation(
                        Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray(),
                        Arrays.stream(b).flatMapToDouble(Arrays::stream).toArray());
    }

    private static double[][] transpose(double[][] v) {
        var out = new double[v[0].length][v.length];
        for (var i = 0; i < v.length; i++) {
            for (var j = 0; j < v[0].length; j++) {
                out[j][i] = v[i][j];
            }
        }
        return out;
    }

    private static double[] without(double[] row, int column) {
        var out = new double[row.length - 1];
        System.arraycopy(row, 0, out, 0, column);
        System.arraycopy(row, column + 1, out, column, row.length - column - 1);
        return out;
    }
}
