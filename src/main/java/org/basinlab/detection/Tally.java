package org.basinlab.detection;

import org.basinlab.stats.Interval;
import org.basinlab.stats.WilsonInterval;

/** Comparators counted, network after network. */
record Tally(int planted, int found, int right) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Tally o) {
        return new Tally(planted + o.planted, found + o.found, right + o.right);
    }

    /** 2 right / (planted + found), the harmonic mean of precision and recall. */
    double f1() {
        return ratio(2 * right, planted + found);
    }

    DetectionResult.Counts counts() {
        return new DetectionResult.Counts(
                planted,
                found,
                right,
                ratio(right, found),
                ratio(right, planted),
                f1(),
                interval(right, found),
                interval(right, planted));
    }

    static double ratio(int part, int all) {
        return all == 0 ? Double.NaN : part / (double) all;
    }

    static Interval interval(int part, int all) {
        return all == 0 ? null : WilsonInterval.of(part, all);
    }
}
