package org.basinlab.report;

import java.util.Arrays;
import org.basinlab.experiment.Figure;
import org.jfree.chart.JFreeChart;

/** A signed map: cells from blue over white to red, with outlines of regions over them. */
final class MapChart {
    private MapChart() {}

    static JFreeChart of(Figure.SignedMap figure, Theme theme) {
        var values = figure.values();
        var known = Arrays.stream(values).filter(Scale::drawable).toArray();
        var most = Arrays.stream(known).map(Math::abs).max().orElse(0);
        var scale = Scale.linear(-most, most);
        var cells = Cells.image(figure.columns(), figure.rows(), i -> {
            var coordinate = scale.at(values[i]);
            return Double.isNaN(coordinate)
                    ? theme.noValue()
                    : ColourScale.SIGNED.at(0.5 + coordinate / (2 * scale.high()));
        });
        var aspect = values.length == 0 ? Double.NaN : (double) figure.columns() / figure.rows();
        var frame = Frame.around(new CellPlot(cells, aspect), theme);
        if (values.length == 0) {
            frame.sayEmpty();
        }
        var outlines = Outlines.of(figure);
        outlines.drawOn(frame.plot());
        var legend = outlines.legend();
        if (known.length < values.length) {
            legend.add(Frame.swatch("no value", theme.noValue()));
        }
        if (legend.getItemCount() > 0) {
            frame.legend(legend);
        }
        return frame.colourBar(figure.valueName(), scale, ColourScale.SIGNED).chart();
    }
}
