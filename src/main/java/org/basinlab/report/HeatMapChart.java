package org.basinlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import org.basinlab.experiment.Figure;
import org.jfree.chart.JFreeChart;

/** A heat map: tables of coloured cells on one scale, which begins nearest to the surface. */
final class HeatMapChart {
    private HeatMapChart() {}

    static JFreeChart of(Figure.HeatMap figure, Theme theme) {
        var map = new HeatMapPlot(figure, new HeatMapLayout(figure), scale(figure), theme);
        return FreePlot.chart("heat map", map::draw, theme);
    }

    /** In CSS pixels: every row has the same, however many there are. */
    static int height(Figure.HeatMap figure) {
        return new HeatMapLayout(figure).height();
    }

    private static Scale scale(Figure.HeatMap figure) {
        var values = new ArrayList<double[]>();
        figure.panels().forEach(panel -> values.add(panel.values()));
        if (figure.reference() != null) {
            values.add(new double[] {figure.reference().value()});
        }
        var scale = Scale.of(figure.values(), values);
        // No margin here: the ends of the scale are the colours of the least and the greatest value.
        var known = values.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Scale::drawable)
                .toArray();
        if (known.length == 0) {
            return scale;
        }
        return Scale.linear(
                Double.isNaN(figure.values().low()) ? Arrays.stream(known).min().orElseThrow() : scale.low(),
                Double.isNaN(figure.values().high())
                        ? Arrays.stream(known).max().orElseThrow()
                        : scale.high());
    }
}
