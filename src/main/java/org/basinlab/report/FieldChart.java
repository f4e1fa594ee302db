package org.basinlab.report;

import java.awt.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.FieldOutline;
import org.basinlab.experiment.Figure.Mark;
import org.jfree.chart.JFreeChart;

/** A field: an image between two axes, the borders of regions over it, then lines, then marks. */
final class FieldChart {
    /** Height of a line of the legend in CSS pixels. */
    private static final int LINE = 22;
    /** Colours that show on viridis: vermilion, pink, that of the text. */
    private static final int[] ON_SEQUENTIAL = {1, 3, Theme.INK_SERIES};
    /** Colours that show on blue, white and red: green, pink, orange or yellow. */
    private static final int[] ON_DIVERGING = {2, 3, 5};

    private FieldChart() {}

    static JFreeChart of(Figure.Field figure, Theme theme) {
        var x = CellEdges.around(figure.x(), figure.xAxis());
        var y = CellEdges.around(figure.y(), figure.yAxis());
        var across = x.scale(figure.xAxis())
                .reaching(figure.marks().stream().mapToDouble(Mark::x).toArray());
        var up = y.scale(figure.yAxis())
                .reaching(figure.marks().stream().mapToDouble(Mark::y).toArray());
        var range = FieldRange.of(figure);
        var colours = figure.diverging() ? ColourScale.SIGNED : theme.counts();
        var places = Arrays.stream(figure.values()).map(range::place).toArray();
        var image = FieldImage.of(places, x, y, across, up, colours, theme.noValue());
        var frame = Frame.around(new CellPlot(image, Double.NaN), theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up);
        if (Arrays.stream(places).allMatch(Double::isNaN)) {
            frame.sayEmpty();
        }
        var outlines = outlines(figure, x, y, across, up);
        var curves = new Curves(frame.plot(), across, up, theme).in(figure.diverging() ? ON_DIVERGING : ON_SEQUENTIAL);
        outlines.annotations().forEach(curves::ground);
        figure.lines().forEach(curves::lineOver);
        figure.marks().forEach(curves::mark);
        var legend = outlines.legend();
        legend.addAll(frame.plot().getLegendItems());
        if (Arrays.stream(places).anyMatch(Double::isNaN)) {
            legend.add(Frame.swatch("no value", theme.noValue()));
        }
        if (legend.getItemCount() > 0) {
            frame.legend(legend);
        }
        return frame.colourBar(figure.valueAxis().label(), range.scale(), range.ticks(), colours)
                .chart();
    }

    /** In CSS pixels: a long legend shall not take from the map. */
    static int height(Figure.Field figure) {
        return Drawing.HEIGHT
                + LINE
                        * (figure.outlines().size()
                                + figure.lines().size()
                                + figure.marks().size());
    }

    private static Outlines outlines(Figure.Field figure, CellEdges x, CellEdges y, Scale across, Scale up) {
        return new Outlines(
                figure.outlines().stream().map(FieldOutline::label).toList(),
                IntStream.range(0, figure.outlines().size())
                        .mapToObj(i -> (Shape) new Contours(
                                        x.cells(),
                                        y.cells(),
                                        figure.outlines().get(i).inside(),
                                        x.near(across),
                                        y.near(up))
                                .path())
                        .toList());
    }
}
