package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.atlas.Driver.Share;
import org.basinlab.atlas.VarianceShares.Cell;
import org.basinlab.stats.ClusterJackknife;
import org.basinlab.stats.Interval;

/**
 * What drives each number over the map: {@link VarianceShares} over the settings that learned, of the bases that were
 * run with every activation, with intervals from leaving out one base at a time ({@link ClusterJackknife}), since
 * settings of one base share all but the activation, the tallies' window and the forks.
 */
final class Drivers {
    private Drivers() {}

    static List<Driver> of(List<SettingResult> settings) {
        var map = MapOfBases.of(settings);
        return Stream.of(Measure.values()).map(measure -> of(map, measure)).toList();
    }

    private static Driver of(MapOfBases map, Measure measure) {
        var choices = Choice.values();
        var levels = Arrays.stream(choices).map(choice -> levels(map, choice)).toList();
        var cells = new ArrayList<Cell>();
        var bases = map.bases().stream()
                .map(base -> base.stream()
                        .filter(setting -> !Double.isNaN(measure.mean(setting)))
                        .toList())
                .filter(base -> !base.isEmpty())
                .toList();
        for (var b = 0; b < bases.size(); b++) {
            for (var setting : bases.get(b)) {
                var at = IntStream.range(0, choices.length)
                        .map(c -> levels.get(c).indexOf(setting.level(choices[c])))
                        .toArray();
                var spread = measure.of(setting);
                cells.add(new Cell(b, at, spread.mean(), spread.sd() * spread.sd(), setting.usable()));
            }
        }
        var crossed = new boolean[choices.length];
        for (var c = 0; c < choices.length; c++) {
            crossed[c] = choices[c].part() != Choice.Part.DRAWN;
        }
        return driver(measure, new VarianceShares(crossed, cells), cells.size());
    }

    private static Driver driver(Measure measure, VarianceShares shares, int settings) {
        var all = shares.all();
        var without =
                IntStream.range(0, shares.bases()).mapToObj(shares::without).toList();
        var named = new ArrayList<Share>();
        var choices = Choice.values();
        for (var i = 0; i < choices.length + 2; i++) {
            var of =
                    i < choices.length ? choices[i].option() : i == choices.length ? Driver.INTERACTIONS : Driver.SEEDS;
            named.add(new Share(of, all[i], interval(all, without, i)));
        }
        return new Driver(measure.toString(), settings, shares.bases(), all[choices.length + 2], named);
    }

    /** A share is at most 1. */
    private static Interval interval(double[] all, List<double[]> without, int i) {
        if (without.size() < 2) {
            return null;
        }
        var interval = ClusterJackknife.interval(
                all[i], without.stream().mapToDouble(shares -> shares[i]).toArray());
        return interval == null ? null : interval.inside(Double.NEGATIVE_INFINITY, 1);
    }

    private static List<String> levels(MapOfBases map, Choice choice) {
        return map.settings().stream()
                .map(setting -> setting.level(choice))
                .distinct()
                .sorted(choice.order())
                .toList();
    }
}
