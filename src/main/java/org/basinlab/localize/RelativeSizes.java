package org.basinlab.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basinlab.network.Parameters;
import org.basinlab.training.UpdateTally;

/**
 * The two quantities P4 compares, one of each a parameter.
 *
 * <p>Relative updating r = a / (a + b), a and b the parameter's tallies for the two groups. Relative
 * difference q = c / (c + d): c is the mean |difference| of its final values over all pairs of forks that
 * leave out different classes of the first group, d the same for the second. Where a + b or c + d is 0,
 * as for a dead unit, r or q is NaN.
 *
 * @param a tally of the first group
 * @param b tally of the second group
 * @param c difference between forks inside the first group
 * @param d difference between forks inside the second group
 * @param r a / (a + b)
 * @param q c / (c + d)
 */
public record RelativeSizes(double[] a, double[] b, double[] c, double[] d, double[] r, double[] q) {
    /** From the tallies and the forks' final parameters, by the class each left out. */
    static RelativeSizes of(UpdateTally tally, Map<Integer, Parameters> forks, DigitGroups digits) {
        var c = meanDifference(digits.first().stream().map(forks::get).toList());
        var d = meanDifference(digits.second().stream().map(forks::get).toList());
        return of(tally, c, d);
    }

    private static RelativeSizes of(UpdateTally tally, double[] c, double[] d) {
        var a = tally.byGroup()[0];
        var b = tally.byGroup()[1];
        return new RelativeSizes(a, b, c, d, share(a, b), share(c, d));
    }

    /** The same differences against other tallies. */
    RelativeSizes with(UpdateTally other) {
        return of(other, c, d);
    }

    private static double[] meanDifference(List<Parameters> forks) {
        var pairs = new ArrayList<double[][]>();
        for (var i = 0; i < forks.size(); i++) {
            for (var j = i + 1; j < forks.size(); j++) {
                pairs.add(new double[][] {forks.get(i).values(), forks.get(j).values()});
            }
        }
        var mean = new double[forks.get(0).values().length];
        for (var pair : pairs) {
            for (var p = 0; p < mean.length; p++) {
                mean[p] += Math.abs(pair[0][p] - pair[1][p]) / pairs.size();
            }
        }
        return mean;
    }

    private static double[] share(double[] part, double[] rest) {
        var share = new double[part.length];
        for (var p = 0; p < share.length; p++) {
            share[p] = part[p] / (part[p] + rest[p]);
        }
        return share;
    }
}
