package org.basinlab.localize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.stats.Pearson;

/**
 * The numbers of one run that a sweep keeps: correlations without their intervals, for there are thousands of runs to
 * tell how they scatter.
 *
 * @param r             of each set; empty for a run that diverged
 * @param shuffled      what hidden weights' r is on average with neurons shuffled
 * @param perPixelMean  mean correlation of a pixel
 * @param phase1        accuracy and loss in phase 1
 * @param testAccuracy  of the network after phase 1
 * @param diverged      whether a loss or parameter stopped being finite
 */
record SweptRow(
        Map<ParameterSet, Double> r,
        double shuffled,
        double perPixelMean,
        Replica.Phase1 phase1,
        double testAccuracy,
        boolean diverged) {
    static SweptRow diverged(Replica.Phase1 phase1) {
        return new SweptRow(Map.of(), Double.NaN, Double.NaN, phase1, Double.NaN, true);
    }

    static SweptRow of(RelativeSizes sizes, ParameterMap parameters, Replica.Phase1 phase1, double testAccuracy) {
        var r = new EnumMap<ParameterSet, Double>(ParameterSet.class);
        for (var set : ParameterSet.values()) {
            r.put(set, Pearson.r(sizes.r(), sizes.q(), parameters.members(set)));
        }
        var inputs = parameters.spec().fanIn(0);
        var units = parameters.spec().units(0);
        var pixels = parameters.hasPixels();
        return new SweptRow(
                r,
                pixels ? ShuffledMean.of(sizes, inputs, units) : Double.NaN,
                pixels ? perPixelMean(sizes, inputs, units) : Double.NaN,
                phase1,
                testAccuracy,
                false);
    }

    private static double perPixelMean(RelativeSizes sizes, int inputs, int units) {
        var sum = 0.0;
        var known = 0;
        var weights = new int[units];
        for (var i = 0; i < inputs; i++) {
            for (var j = 0; j < units; j++) {
                weights[j] = j * inputs + i;
            }
            var r = Pearson.r(sizes.r(), sizes.q(), weights);
            if (!Double.isNaN(r)) {
                sum += r;
                known++;
            }
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    /** Rows as a table. */
    static Table table(List<SweptRow> rows) {
        var columns = new ArrayList<Column>();
        for (var set : ParameterSet.values()) {
            var name = set.name().toLowerCase(Locale.ROOT);
            columns.add(real(rows, name + "_r", row -> row.r.getOrDefault(set, Double.NaN)));
            columns.add(real(rows, name + "_r2", row -> {
                var r = row.r.getOrDefault(set, Double.NaN);
                return r * r;
            }));
        }
        columns.add(real(rows, "weights_shuffled_r", SweptRow::shuffled));
        columns.add(real(rows, "per_pixel_mean", SweptRow::perPixelMean));
        columns.add(real(rows, "phase1_accuracy", row -> row.phase1.accuracy()));
        columns.add(real(rows, "phase1_loss", row -> row.phase1.loss()));
        columns.add(real(rows, "test_accuracy", SweptRow::testAccuracy));
        columns.add(new Column.Flags("diverged", flags(rows)));
        return new Table("replicas", columns);
    }

    private static boolean[] flags(List<SweptRow> rows) {
        var flags = new boolean[rows.size()];
        for (var i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i).diverged;
        }
        return flags;
    }

    private static Column real(List<SweptRow> rows, String name, ToDoubleFunction<SweptRow> number) {
        return new Column.Doubles(name, rows.stream().mapToDouble(number).toArray());
    }
}
