package org.basinlab.walkers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Counts of walkers, look by look, which every engine fills. Tallies are joined in the order of their walkers, so sums
 * come out the same always.
 */
public final class Tally {
    /** The step after which a walker was beyond the barrier first, if it has not been. */
    public static final int NEVER = Integer.MAX_VALUE;

    private final Walk walk;
    private final double barrier;
    private final long[] atEnd;
    private final long[] ever;
    private final long[] overflowed;
    private final long[] finite;
    private final double[] mean;
    /** Sums of squared distances from the mean. */
    private final double[] squares;

    private final long[][] histograms;
    private long walkers;
    private double atRisk;

    /**
     * Some walkers at a look, already counted.
     *
     * @param walkers how many
     * @param finite  those whose W is a finite number
     * @param atEnd   those of the finite ones that are beyond the barrier
     * @param ever    those that have been beyond it
     * @param mean    of W, of the finite ones; any number where there are none
     * @param squares the sum of their squared distances from it
     */
    public record Part(int walkers, int finite, int atEnd, int ever, double mean, double squares) {}

    /** Of no walkers yet. */
    public Tally(Walk walk) {
        this.walk = walk;
        barrier = walk.precision().isSingle() ? (float) walk.barrier() : walk.barrier();
        var looks = walk.steps().length;
        atEnd = new long[looks];
        ever = new long[looks];
        overflowed = new long[looks];
        finite = new long[looks];
        mean = new double[looks];
        squares = new double[looks];
        histograms = new long[looks][walk.bins() == null ? 0 : walk.bins().count()];
    }

    /**
     * A look at n walkers.
     *
     * @param look   which of the walk's
     * @param at     where each walker is
     * @param passed after which step each was first beyond the barrier; {@link #NEVER} if it has not been
     */
    public void look(int look, IntToDoubleFunction at, int[] passed, int n) {
        var sum = 0.0;
        var numbers = 0;
        var beyond = 0;
        var been = 0;
        for (var i = 0; i < n; i++) {
            var w = at.applyAsDouble(i);
            been += passed[i] == NEVER ? 0 : 1;
            if (Double.isFinite(w)) {
                numbers++;
                sum += w;
                beyond += w > barrier ? 1 : 0;
                count(histograms[look], w);
            }
        }
        // Twice through them: where walkers have gathered, sums of their squares would cancel.
        var middle = sum / numbers;
        var distances = 0.0;
        for (var i = 0; i < n; i++) {
            var distance = at.applyAsDouble(i) - middle;
            distances += Double.isFinite(distance) ? distance * distance : 0;
        }
        look(look, new Part(n, numbers, beyond, been, middle, distances));
    }

    /** A look at walkers that are counted, but for the histogram. */
    public void look(int look, Part part) {
        atEnd[look] += part.atEnd;
        ever[look] += part.ever;
        overflowed[look] += part.walkers - part.finite;
        join(look, part.finite, part.mean, part.squares);
    }

    /** Walkers in each bin at a look. */
    public void bins(int look, int[] counts) {
        for (var bin = 0; bin < counts.length; bin++) {
            histograms[look][bin] += counts[bin];
        }
    }

    /** Means and squares of two sets together (T. F. Chan, G. H. Golub and R. J. LeVeque 1979). */
    private void join(int look, long count, double middle, double distances) {
        if (count > 0) {
            var all = finite[look] + count;
            var apart = middle - mean[look];
            var share = (double) count / all;
            squares[look] += distances + apart * apart * finite[look] * share;
            mean[look] += apart * share;
            finite[look] = all;
        }
    }

    private void count(long[] histogram, double w) {
        var bins = walk.bins();
        if (bins != null && w >= bins.low() && w < bins.high()) {
            histogram[
                    Math.min(bins.count() - 1, (int) ((w - bins.low()) / (bins.high() - bins.low()) * bins.count()))]++;
        }
    }

    /** The end of n walkers' way. */
    public void end(int[] passed, int n) {
        var last = walk.steps()[walk.steps().length - 1];
        var taken = 0L;
        for (var i = 0; i < n; i++) {
            taken += Math.min(passed[i], last);
        }
        end(n, taken);
    }

    /** The same where it is known how many steps they took before they passed, those of the passages included. */
    public void end(int n, double taken) {
        walkers += n;
        atRisk += taken;
    }

    /** With another's counts added. */
    public void add(Tally other) {
        walkers += other.walkers;
        atRisk += other.atRisk;
        for (var k = 0; k < atEnd.length; k++) {
            atEnd[k] += other.atEnd[k];
            ever[k] += other.ever[k];
            overflowed[k] += other.overflowed[k];
            join(k, other.finite[k], other.mean[k], other.squares[k]);
            for (var bin = 0; bin < histograms[k].length; bin++) {
                histograms[k][bin] += other.histograms[k][bin];
            }
        }
    }

    /** What became of all of them. */
    public Walked walked() {
        var looks = new ArrayList<Walked.Look>();
        for (var k = 0; k < atEnd.length; k++) {
            looks.add(new Walked.Look(
                    walk.steps()[k],
                    atEnd[k],
                    ever[k],
                    overflowed[k],
                    finite[k] == 0 ? Double.NaN : mean[k],
                    Math.sqrt(squares[k] / finite[k]),
                    histograms[k]));
        }
        return new Walked(walkers, looks, passages(), atRisk);
    }

    private long[] passages() {
        var passages = Arrays.copyOf(ever, ever.length);
        for (var k = passages.length - 1; k > 0; k--) {
            passages[k] -= passages[k - 1];
        }
        return passages;
    }
}
