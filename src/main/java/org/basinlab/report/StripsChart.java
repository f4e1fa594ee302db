package org.basinlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Strip;
import org.jfree.chart.JFreeChart;

/**
 * Samples under each other: in each row the values as a cloud of dots, under it their mean and its
 * interval.
 */
final class StripsChart {
    /** The cloud lies about this far above the middle of its row, in parts of the row. */
    private static final double CLOUD = 0.13;

    private static final double SUMMARY = -0.29;

    private StripsChart() {}

    static JFreeChart of(Figure.Strips figure, Theme theme) {
        var strips = figure.strips();
        var across = scale(figure);
        var rows = Math.max(1, strips.size());
        var frame = Frame.of(theme)
                .rows(
                        figure.axis().label(),
                        across,
                        strips.stream().map(Strip::label).toList());
        var curves = new Curves(frame.plot(), across, Scale.linear(0, rows), theme).fromSecondColour();
        var cloud = new DotCloud(theme.series(0));
        var summaries = new Summaries();
        for (var i = 0; i < strips.size(); i++) {
            var middle = rows - i - 0.5;
            var places = Arrays.stream(across.at(strips.get(i).values()))
                    .filter(place -> across.low() <= place && place <= across.high())
                    .toArray();
            cloud.add(places, Swarm.offsets(places, across), middle + CLOUD);
            summaries.add(strips.get(i), across, middle + SUMMARY);
            if (Arrays.stream(strips.get(i).values()).noneMatch(value -> !Double.isNaN(across.at(value)))) {
                frame.sayEmpty((across.low() + across.high()) / 2, middle);
            }
        }
        curves.ground(cloud);
        for (var reference : figure.references()) {
            curves.uprightOver(reference);
        }
        if (!summaries.isEmpty()) {
            curves.summaries(summaries);
        }
        if (strips.isEmpty()) {
            frame.sayEmpty();
        }
        return summaries.isEmpty() && figure.references().isEmpty()
                ? frame.chart()
                : frame.legend().chart();
    }

    private static Scale scale(Figure.Strips figure) {
        var data = new ArrayList<double[]>();
        for (var strip : figure.strips()) {
            data.add(strip.values());
            if (strip.interval() != null) {
                data.add(new double[] {strip.interval().low(), strip.interval().high()});
            }
        }
        return Charts.reaching(Scale.of(figure.axis(), data), figure.references());
    }
}
