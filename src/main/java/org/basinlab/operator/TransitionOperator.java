package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.SgdStep;

/**
 * The transition operator of SGD in one dimension as a Markov chain on the cells of a grid: Ulam's method.
 *
 * <p>SGD moves {@code W <- phi_k(W)}, k uniform over the K minibatches. A law that is uniform in each cell is moved by
 * every phi_k, taken as straight on short pieces of the cell, and put back into cells as {@link Deposit} says:
 *
 * <pre>
 *     p_ij = mean_k integral over cell i of s_j(phi_k(W)) dW / width_i
 * </pre>
 *
 * where the s_j are 1 in cell j, or triangles about its centre. Mass that leaves the interval goes to two absorbing
 * ends, below and above. All probabilities are overlap lengths, never 1 minus a sum, so the small ones are as exact as the
 * others; rows sum to 1 to rounding.
 *
 * <p>Every step adds a diffusion of about a quarter of a squared cell width (a sixth for {@link Deposit#CELL}), small
 * if that is far below the step's own variance T^2 S2; see {@link Estimate} for the limit of small cells.
 *
 * <p>Sources: S. M. Ulam, "A collection of mathematical problems", 1960, where he conjectured that it converges; T.-Y.
 * Li, Journal of Approximation Theory 1976, who proved it for expanding maps; C. K. Birdsall and D. Fuss, Journal of
 * Computational Physics 1969, for the linear deposit.
 */
public final class TransitionOperator {
    private final Maps maps;
    private final Grid grid;
    private final double[] centres;
    private final int[] rowStart;
    private final int[] column;
    private final double[] probability;
    private final double[] below;
    private final double[] above;

    /** With the linear deposit. */
    public TransitionOperator(SgdStep step, Grid grid) {
        this(step, grid, Deposit.LINEAR);
    }

    /** The operator of a step on a grid. */
    public TransitionOperator(SgdStep step, Grid grid, Deposit deposit) {
        this.grid = grid;
        maps = new Maps(step);
        centres = grid.centres();
        var n = grid.cells();
        below = new double[n];
        above = new double[n];
        var rows =
                IntStream.range(0, n).parallel().mapToObj(i -> row(i, deposit)).toArray(Row[]::new);
        rowStart = new int[n + 1];
        for (var i = 0; i < n; i++) {
            rowStart[i + 1] = Math.addExact(rowStart[i], rows[i].probability.length);
        }
        column = new int[rowStart[n]];
        probability = new double[rowStart[n]];
        for (var i = 0; i < n; i++) {
            var length = rows[i].probability.length;
            System.arraycopy(rows[i].column, 0, column, rowStart[i], length);
            System.arraycopy(rows[i].probability, 0, probability, rowStart[i], length);
            below[i] = rows[i].below;
            above[i] = rows[i].above;
        }
    }

    /**
     * Equal cells of an interval that W cannot leave: all that can be reached from [low, high], and a margin of a
     * thousandth.
     */
    public static Grid reached(SgdStep step, double low, double high, int cells) {
        require(low < high, "an interval's ends must ascend, got %s and %s", low, high);
        var hull = Hull.of(new Maps(step), low, high, Double.POSITIVE_INFINITY, high - low, Hull.ROUNDS);
        require(
                hull.closed(),
                "W can go as far as it likes from between %s and %s: give an interval yourself",
                low,
                high);
        return Grid.uniform(hull.low(), hull.high(), cells);
    }

    private record Row(int[] column, double[] probability, double below, double above) {}

    private Row row(int i, Deposit deposit) {
        var images = new Images(maps);
        images.of(grid.edge(i), grid.edge(i + 1));
        var lowest = grid.high();
        var highest = grid.low();
        for (var p = 0; p < images.count(); p++) {
            lowest = Math.min(lowest, images.low(p));
            highest = Math.max(highest, images.high(p));
        }
        var first = Math.max(0, cell(lowest) - 1);
        var last = Math.min(grid.cells() - 1, cell(highest) + 1);
        var sums = new double[last - first + 1];
        for (var p = 0; p < images.count(); p++) {
            if (deposit == Deposit.CELL) {
                intoCells(images, p, sums, first);
            } else {
                betweenCentres(images, p, sums, first);
            }
        }
        var columns = IntStream.range(0, sums.length).filter(j -> sums[j] > 0).toArray();
        var probabilities = Arrays.stream(columns).mapToDouble(j -> sums[j]).toArray();
        for (var e = 0; e < columns.length; e++) {
            columns[e] += first;
        }
        return new Row(columns, probabilities, images.below(grid.low()), images.above(grid.high()));
    }

    private void intoCells(Images images, int p, double[] sums, int first) {
        var low = images.low(p);
        var high = images.high(p);
        if (high < grid.low() || low > grid.high()) {
            return;
        }
        for (var j = cell(low); j < grid.cells() && (grid.edge(j) < high || low == high); j++) {
            var from = Math.max(low, grid.edge(j));
            var to = Math.min(high, grid.edge(j + 1));
            sums[j - first] += images.share(p) * Images.part(from, to, low, high);
            if (low == high) {
                return;
            }
        }
    }

    /** Between centres j - 1 and j, and beyond the outermost ones up to the grid's ends. */
    private void betweenCentres(Images images, int p, double[] sums, int first) {
        var low = images.low(p);
        var high = images.high(p);
        if (high < grid.low() || low > grid.high()) {
            return;
        }
        var n = centres.length;
        for (var j = after(low); j <= n; j++) {
            var from = Math.max(low, j == 0 ? grid.low() : centres[j - 1]);
            var to = Math.min(high, j == n ? grid.high() : centres[j]);
            var mass = images.share(p) * Images.part(from, to, low, high);
            if (j == 0 || j == n) {
                sums[(j == 0 ? 0 : n - 1) - first] += mass;
            } else {
                var middle = 0.5 * (from + to);
                var gap = centres[j] - centres[j - 1];
                sums[j - 1 - first] += mass * ((centres[j] - middle) / gap);
                sums[j - first] += mass * ((middle - centres[j - 1]) / gap);
            }
            if (j < n && centres[j] >= high) {
                return;
            }
        }
    }

    /** The cell w is in, the nearest for w outside. */
    private int cell(double w) {
        var j = after(w);
        return j == centres.length || j > 0 && w < grid.edge(j) ? j - 1 : j;
    }

    /** The first centre not below w. */
    private int after(double w) {
        var found = Arrays.binarySearch(centres, w);
        return found >= 0 ? found : -found - 1;
    }

    /** Its cells. */
    public Grid grid() {
        return grid;
    }

    /** The probabilities that are not 0, in all rows. */
    public int entries() {
        return probability.length;
    }

    /** One law of W, n masses, a step later; what leaves the interval is not in it. The reverse of {@link #pull}. */
    public void push(double[] mass, double[] next) {
        Arrays.fill(next, 0);
        for (var i = 0; i < mass.length; i++) {
            var m = mass[i];
            // So little could not be told from nothing, and subnormal products are slow.
            if (m < 1e-290) {
                continue;
            }
            for (var e = rowStart[i]; e < rowStart[i + 1]; e++) {
                next[column[e]] += m * probability[e];
            }
        }
    }

    /** {@link #push} for vectors that may be negative. */
    void pushSigned(double[] vector, double[] next) {
        Arrays.fill(next, 0);
        for (var i = 0; i < vector.length; i++) {
            for (var e = rowStart[i]; e < rowStart[i + 1]; e++) {
                next[column[e]] += vector[i] * probability[e];
            }
        }
    }

    /** What a function of W, n values, is on average a step later: 0 outside the interval. */
    public void pull(double[] value, double[] next) {
        for (var i = 0; i < next.length; i++) {
            var sum = 0.0;
            for (var e = rowStart[i]; e < rowStart[i + 1]; e++) {
                sum += probability[e] * value[column[e]];
            }
            next[i] = sum;
        }
    }

    /** The chance that a step from each cell leaves the interval above. */
    public double[] above() {
        return above.clone();
    }

    /** The chance that a step from each cell leaves the interval below. */
    public double[] below() {
        return below.clone();
    }

    /** The chance that a step from each cell ends at W > w, exact for a law that is uniform in cells. */
    public double[] beyond(double w) {
        return IntStream.range(0, centres.length)
                .parallel()
                .mapToDouble(i -> {
                    var images = new Images(maps);
                    images.of(grid.edge(i), grid.edge(i + 1));
                    return images.above(w);
                })
                .toArray();
    }

    /** Calls back with row i, ascending in j; the two ends are not among it. */
    void row(int i, Entry entry) {
        for (var e = rowStart[i]; e < rowStart[i + 1]; e++) {
            entry.take(column[e], probability[e]);
        }
    }

    /** One p_ij of a row. */
    interface Entry {
        void take(int j, double probability);
    }

    /** Adds a point mass to the two nearest cells so that its mean stays; past the outermost centres to the last. */
    void place(double w, double mass, double[] law) {
        var j = after(w);
        if (j == 0 || j == law.length) {
            law[j == 0 ? 0 : j - 1] += mass;
        } else {
            var gap = centres[j] - centres[j - 1];
            law[j - 1] += mass * ((centres[j] - w) / gap);
            law[j] += mass * ((w - centres[j - 1]) / gap);
        }
    }

    /**
     * A law some steps later.
     *
     * @param steps since the start
     * @param law   of the W in the interval
     * @param below what has left it below, and stays there
     * @param above what has left it above, and stays there
     */
    public record Later(int steps, Density law, double below, double above) {
        /** Escaped over a barrier: at W > barrier now, or gone above. */
        public double escaped(double barrier) {
            return above + law.beyond(barrier);
        }
    }

    /**
     * Follows a law of W, the progress advancing by one a step.
     *
     * @param start on this grid
     * @param steps after how many it is wanted, ascending
     */
    public List<Later> evolve(Density start, int[] steps, Progress progress) {
        require(start.grid().equals(grid), "the start must be a law on the operator's own grid");
        Steps.check(steps);
        progress.begin("steps", steps[steps.length - 1]);
        var laws = new ArrayList<Later>();
        var law = start.mass();
        var next = new double[law.length];
        var down = 0.0;
        var up = 0.0;
        var done = 0;
        for (var until : steps) {
            for (; done < until; done++) {
                down += dot(law, below);
                up += dot(law, above);
                push(law, next);
                var spare = law;
                law = next;
                next = spare;
                progress.advance(1);
            }
            laws.add(new Later(done, new Density(grid, law), down, up));
        }
        return laws;
    }

    /**
     * The law that a step leaves as it is, by elimination: exact for the chain, however slowly it mixes. Nothing may leave
     * the interval; costs the cells times the square of how many of them a step crosses.
     */
    public Density stationary() {
        return new Density(grid, new Elimination(this).stationary());
    }

    static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
