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
        var count = 0;
        for (var i = 0; i < n; i++) {
            var w = at.applyAsDouble(i);
            ever[look] += passed[i] == NEVER ? 0 : 1;
            if (Double.isFinite(w)) {
                count++;
                sum += w;
                atEnd[look] += w > barrier ? 1 : 0;
                count(histograms[look], w);
            } else {
                overflowed[look]++;
            }
        }
        // Twice through them: where walkers have gathered, sums of their squares would cancel.
        var middle = sum / count;
        var distances = 0.0;
        for (var i = 0; i < n; i++) {
            var distance = at.applyAsDouble(i) - middle;
            distances += Double.isFinite(distance) ? distance * distance : 0;
        }
        join(look, count, middle, distances);
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
        walkers += n;
        var last = walk.steps()[walk.steps().length - 1];
        for (var i = 0; i < n; i++) {
            atRisk += Math.min(passed[i], last);
        }
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
