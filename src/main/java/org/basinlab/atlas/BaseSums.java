package org.basinlab.atlas;

import org.basinlab.atlas.VarianceShares.Cell;

/** The sums over some cells from which their fit and its errors follow; they add up over bases. */
final class BaseSums {
    /** Of indicators times indicators; row 0 is their sums. */
    final double[][] gram;
    /** Of indicators times cell means. */
    final double[] xy;
    /** By factor and level, of indicators. */
    final double[][][] levelIndicators;
    /** By factor and level, of cell means. */
    final double[][] levelY;

    double n;
    double y;
    double yy;
    double within;
    double withinFreedom;
    double inverseN;

    BaseSums(int parameters, int[] levels) {
        gram = new double[parameters][parameters];
        xy = new double[parameters];
        levelY = new double[levels.length][];
        levelIndicators = new double[levels.length][][];
        for (var f = 0; f < levels.length; f++) {
            levelY[f] = new double[levels[f]];
            levelIndicators[f] = new double[levels[f]][parameters];
        }
    }

    /** Modified: one cell more, whose indicators are 1 in these columns. */
    void add(Cell cell, int[] ones) {
        n++;
        y += cell.mean();
        yy += cell.mean() * cell.mean();
        if (cell.n() > 1) {
            within += (cell.n() - 1) * cell.variance();
            withinFreedom += cell.n() - 1;
        }
        inverseN += 1.0 / cell.n();
        for (var i : ones) {
            xy[i] += cell.mean();
            for (var j : ones) {
                gram[i][j]++;
            }
        }
        for (var f = 0; f < levelY.length; f++) {
            var level = cell.levels()[f];
            levelY[f][level] += cell.mean();
            for (var i : ones) {
                levelIndicators[f][level][i]++;
            }
        }
    }

    /** Modified: these too; the sums by level are kept for single bases only. */
    void add(BaseSums other) {
        n += other.n;
        y += other.y;
        yy += other.yy;
        within += other.within;
        withinFreedom += other.withinFreedom;
        inverseN += other.inverseN;
        for (var i = 0; i < xy.length; i++) {
            xy[i] += other.xy[i];
            for (var j = 0; j < xy.length; j++) {
                gram[i][j] += other.gram[i][j];
            }
        }
    }
}
