package org.basinlab.registration;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/**
 * Whether more of the inner search makes the outer error worse in the end, by a rule fixed beforehand: it turns if the error
 * at the end, less that at the best place to stop, is surely above 0 and at least 5% of the latter.
 *
 * <p>The best place on the very pairs that are judged would look better than it is. So it is chosen on one half of the pairs and
 * judged on the other, and the other way round.
 *
 * @param at    the steps at which the mean error of all pairs is least
 * @param least that mean, pixels
 * @param last  the mean error at the end, pixels
 * @param worse mean over pairs of the error at the end less that where the other half would stop, pixels
 * @param ci95  of that mean
 * @param turns by the rule
 */
public record Turn(int at, double least, double last, double worse, Interval ci95, boolean turns) {
    private static final double SHARE = 0.05;

    /**
     * Of courses.
     *
     * @param errors pairs x places to stop, an even number of pairs
     * @param steps  how many steps each place is
     */
    static Turn of(double[][] errors, int[] steps) {
        var all = best(errors, -1);
        var last = steps.length - 1;
        var evenPairsStop = best(errors, 0);
        var oddPairsStop = best(errors, 1);
        var worse = IntStream.range(0, errors.length)
                .mapToDouble(k -> errors[k][last] - errors[k][k % 2 == 0 ? oddPairsStop : evenPairsStop])
                .toArray();
        var least = mean(errors, all, -1);
        var mean = StatUtils.mean(worse);
        var ci95 = StudentInterval.ofMean(worse);
        return new Turn(
                steps[all],
                least,
                mean(errors, last, -1),
                mean,
                ci95,
                ci95 != null && ci95.low() > 0 && mean >= SHARE * least);
    }

    private static int best(double[][] errors, int half) {
        var best = 0;
        for (var place = 1; place < errors[0].length; place++) {
            if (mean(errors, place, half) < mean(errors, best, half)) {
                best = place;
            }
        }
        return best;
    }

    private static double mean(double[][] errors, int place, int half) {
        return IntStream.range(0, errors.length)
                .filter(k -> half < 0 || k % 2 == half)
                .mapToDouble(k -> errors[k][place])
                .average()
                .orElseThrow();
    }

    /** The mean of courses at every place. */
    static double[] means(double[][] courses) {
        return IntStream.range(0, courses[0].length)
                .mapToDouble(place -> Arrays.stream(courses)
                        .mapToDouble(c -> c[place])
                        .average()
                        .orElseThrow())
                .toArray();
    }
}
