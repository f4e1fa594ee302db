package org.basinlab.atlas;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares of variance in a split-plot design: main effects of factors, what they do together, and replicates.
 *
 * <p>Cells (settings) lie in bases (whole plots). Some factors have one level in a base, the crossed ones all. The mean
 * of each cell is fitted by least squares, {@code y = m + sum_f a_f(level) + error}; for crossed factors within bases, m
 * being the base's. A factor's effect is the variance
 * over cells of its part of the fit, {@code s_f = a_f' S_f a_f}, S_f the covariance of its indicators, less what chance
 * alone gives, {@code MS_f tr(S_f C_f)}, C_f its block of the inverse of X'X. MS_f is the mean square against which the
 * factor has to be held: that of whole bases for a factor with one level in each,
 * {@code sum_b n_b e_b^2 / (bases - parameters of such factors)}, and of its interaction with bases for a crossed one,
 * {@code sum_bl n_bl (e_bl - e_b)^2 / (cells of base x level - bases - (levels - 1))}, where e is the mean residual. In a
 * balanced design these are the classical strata, and the corrected effect is that of epsilon^2 and omega^2 (T. L.
 * Kelley 1935; W. L. Hays 1963; F. Yates 1935 for split plots).
 *
 * <p>The variance within cells, pooled, is the replicates' part; that of cell means less its share in them is the
 * cells'. All are divided by their sum. What remains of the cells' part after the main effects is the interactions'.
 *
 * <p>Unbalanced cells (settings that do not learn are missing) make the strata approximate. With as many parameters as
 * bases the factors with one level in each cannot be told, nor what interactions leave: NaN.
 */
final class VarianceShares {
    /** Means of equal values differ by this part of them at most. */
    private static final double ROUNDING = 1e-12;

    private final boolean[] crossed;
    private final int[] start;
    private final int[] levels;
    private final int parameters;
    private final BaseSums[] bases;
    private final double middle;

    /**
     * A cell of the design.
     *
     * @param base     from 0
     * @param levels   of each factor, from 0
     * @param mean     of its replicates
     * @param variance of its replicates, n - 1 below; NaN or anything for one
     * @param n        replicates
     */
    record Cell(int base, int[] levels, double mean, double variance, int n) {}

    /**
     * The shares of these cells.
     *
     * @param crossed which factors take every level in a base
     */
    VarianceShares(boolean[] crossed, List<Cell> cells) {
        this.crossed = crossed.clone();
        levels = new int[crossed.length];
        Arrays.fill(levels, 1);
        for (var cell : cells) {
            for (var f = 0; f < levels.length; f++) {
                levels[f] = Math.max(levels[f], cell.levels()[f] + 1);
            }
        }
        start = new int[crossed.length];
        var columns = 1;
        for (var f = 0; f < levels.length; f++) {
            start[f] = columns;
            columns += levels[f] - 1;
        }
        parameters = columns;
        var count = cells.stream().mapToInt(Cell::base).max().orElse(-1) + 1;
        bases = new BaseSums[count];
        Arrays.setAll(bases, b -> new BaseSums(parameters, levels));
        // About their mean, so that no digits are lost in sums of squares.
        middle = cells.stream().mapToDouble(Cell::mean).average().orElse(0);
        for (var cell : cells) {
            var about = new Cell(cell.base(), cell.levels(), cell.mean() - middle, cell.variance(), cell.n());
            bases[cell.base()].add(about, indicators(cell.levels()));
        }
    }

    /** Which columns of the fit are 1 in a cell: the intercept, and one for each factor not at its first level. */
    private int[] indicators(int[] at) {
        var ones = new int[at.length + 1];
        var count = 1;
        for (var f = 0; f < at.length; f++) {
            if (at[f] > 0) {
                ones[count++] = start[f] + at[f] - 1;
            }
        }
        return Arrays.copyOf(ones, count);
    }

    int bases() {
        return bases.length;
    }

    /** Shares of each factor, of the interactions and of replicates; then, last, the variance that they are shares of. */
    double[] all() {
        return without(-1);
    }

    /** The same without one base. */
    double[] without(int base) {
        var shares = new double[levels.length + 3];
        Arrays.fill(shares, Double.NaN);
        var all = new BaseSums(parameters, levels);
        for (var b = 0; b < bases.length; b++) {
            if (b != base) {
                all.add(bases[b]);
            }
        }
        var replicates = all.within / all.withinFreedom;
        var cellPart = (all.yy - all.y * all.y / all.n) / (all.n - 1) - replicates * all.inverseN / all.n;
        var total = cellPart + replicates;
        if (!(total > Math.pow(ROUNDING * middle, 2)) || total == 0) {
            return shares;
        }
        shares[levels.length + 1] = replicates / total;
        shares[levels.length + 2] = total;
        var within = Fit.within(bases, base, columns(true));
        var whole = Fit.of(all);
        var rest = cellPart;
        for (var f = 0; f < levels.length; f++) {
            var fit = crossed[f] ? within : whole;
            var effect = fit == null ? Double.NaN : effect(all, fit, f, meanSquare(fit, f, base));
            shares[f] = effect / total;
            rest -= effect;
        }
        shares[levels.length] = rest / total;
        return shares;
    }

    /** Columns of the crossed factors, or of the others. */
    private int[] columns(boolean ofCrossed) {
        return IntStream.range(0, levels.length)
                .filter(f -> crossed[f] == ofCrossed)
                .flatMap(f -> IntStream.range(start[f], start[f] + levels[f] - 1))
                .toArray();
    }

    /** Variance of a factor's part of the fit over cells, less that of chance. */
    private double effect(BaseSums all, Fit fit, int factor, double meanSquare) {
        var variance = 0.0;
        var chance = 0.0;
        var from = start[factor];
        var to = from + levels[factor] - 1;
        for (var i = from; i < to; i++) {
            for (var j = from; j < to; j++) {
                var s = all.gram[i][j] / all.n - all.gram[0][i] / all.n * (all.gram[0][j] / all.n);
                variance += fit.effects()[i] * s * fit.effects()[j];
                chance += s * fit.inverse()[i][j];
            }
        }
        return from == to ? 0 : variance - meanSquare * chance;
    }

    /** What a factor is held against: whole bases, or its interaction with them. */
    private double meanSquare(Fit fit, int factor, int without) {
        var squares = 0.0;
        var count = 0;
        var combinations = 0;
        for (var b = 0; b < bases.length; b++) {
            var sums = bases[b];
            if (b == without || sums.n == 0) {
                continue;
            }
            count++;
            var e = fit.residual(sums.y, sums.gram[0], sums.n);
            squares += crossed[factor] ? 0 : sums.n * e * e;
            for (var l = 0; crossed[factor] && l < levels[factor]; l++) {
                var n = sums.levelIndicators[factor][l][0];
                if (n > 0) {
                    var d = fit.residual(sums.levelY[factor][l], sums.levelIndicators[factor][l], n) - e;
                    squares += n * d * d;
                    combinations++;
                }
            }
        }
        var free = crossed[factor] ? combinations - count - (levels[factor] - 1) : count - 1 - columns(false).length;
        return free > 0 ? squares / free : Double.NaN;
    }
}
