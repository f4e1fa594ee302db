package org.basinlab.escape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.walkers.Bins;
import org.basinlab.walkers.Walked;

/**
 * Where the walkers were at one temperature, at each number of steps.
 *
 * @param walked with a histogram a look
 */
record Histograms(double temperature, Bins bins, Walked walked) {
    /** Bins with fewer walkers are not drawn: chance is a quarter of their height. */
    private static final int FEWEST = 16;

    /** Of the last look: how near it is to half of the walkers having escaped. */
    private double distance() {
        var looks = walked.looks();
        return Math.abs((double) looks.get(looks.size() - 1).atEnd() / walked.walkers() - 0.5);
    }

    /** All counts, a row a bin; empty without walkers. */
    static Optional<Table> table(List<Histograms> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var rows = all.stream()
                .mapToInt(h -> h.bins.count() * h.walked.looks().size())
                .sum();
        var temperature = new double[rows];
        var steps = new long[rows];
        var w = new double[rows];
        var walkers = new long[rows];
        var next = 0;
        for (var histograms : all) {
            for (var look : histograms.walked.looks()) {
                for (var bin = 0; bin < histograms.bins.count(); bin++, next++) {
                    temperature[next] = histograms.temperature;
                    steps[next] = look.steps();
                    w[next] = histograms.bins.centre(bin);
                    walkers[next] = look.histogram()[bin];
                }
            }
        }
        return Optional.of(new Table(
                "histograms",
                List.of(
                        new Column.Doubles("temperature", temperature),
                        new Column.Longs("steps", steps),
                        new Column.Doubles("w", w),
                        new Column.Longs("walkers", walkers))));
    }

    /** A picture of those at the temperature that has let out nearest to half of the walkers. */
    static Optional<Lines> figure(List<Histograms> all, EscapeResults results) {
        return all.stream()
                .min((a, b) -> Double.compare(a.distance(), b.distance()))
                .map(histograms -> histograms.figure(results));
    }

    private Lines figure(EscapeResults results) {
        var width = (bins.high() - bins.low()) / bins.count();
        var x = IntStream.range(0, bins.count()).mapToDouble(bins::centre).toArray();
        var lines = walked.looks().stream()
                .map(look -> new Line(
                        look.steps() + " steps",
                        x,
                        IntStream.range(0, bins.count())
                                .mapToDouble(bin -> look.histogram()[bin] < FEWEST
                                        ? Double.NaN
                                        : look.histogram()[bin] / (walked.walkers() * width))
                                .toArray()))
                .toList();
        return new Lines(
                "histograms",
                String.format(Locale.ROOT, "Where the walkers are, T = %s", temperature),
                "Those that have not got out spread over the pit, those that have gather at the next minimum. Bins with"
                        + " fewer than 16 walkers are left out.",
                "Density of walkers by W on a logarithmic axis, a line for each number of steps.",
                Axis.linear("W"),
                Axis.log("density (1 / W)"),
                lines,
                List.of(new Reference("start", results.start()), new Reference("barrier", results.barrier())));
    }
}
