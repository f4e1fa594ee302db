package org.basinlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Line;
import org.jfree.chart.JFreeChart;

/** What is drawn for each kind of figure. */
final class Charts {
    /** Cells along each side of a density: a cell is then about four pixels. */
    private static final int CELLS = 80;

    private static final double[] NOTHING = {};

    private Charts() {}

    static JFreeChart of(Figure figure, Theme theme) {
        if (figure instanceof Figure.Density density) {
            return density(density, theme);
        } else if (figure instanceof Figure.Scatter scatter) {
            return scatter(scatter, theme);
        } else if (figure instanceof Figure.Lines lines) {
            return lines(lines, theme);
        }
        return signedMap((Figure.SignedMap) figure, theme);
    }

    private static JFreeChart density(Figure.Density figure, Theme theme) {
        var across = Scale.of(figure.xAxis(), xs(figure.x(), figure.lines()));
        var up = Scale.of(figure.yAxis(), ys(figure.y(), figure.lines()));
        var grid = CountGrid.of(figure.x(), figure.y(), across, up, CELLS, CELLS);
        var counts = new Scale(0, Math.log10(Math.max(grid.most(), 2)), true);
        var colours = theme.counts();
        var cells = Cells.image(CELLS, CELLS, i -> {
            var count = grid.counts()[i];
            return count == 0 ? null : colours.at(counts.at(count) / counts.high());
        });
        var frame = Frame.around(new CellPlot(cells, Double.NaN), theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up);
        if (grid.points() == 0) {
            frame.sayEmpty();
        }
        over(frame, new Curves(frame.plot(), across, up, theme).withoutFirstColour(), figure.lines());
        return frame.colourBar("points in a cell", counts, colours).chart();
    }

    private static JFreeChart scatter(Figure.Scatter figure, Theme theme) {
        var across = Scale.of(figure.xAxis(), xs(figure.x(), figure.lines()));
        var up = Scale.of(figure.yAxis(), ys(figure.y(), figure.lines()));
        var frame = Frame.of(theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up)
                .gridlines();
        var curves = new Curves(frame.plot(), across, up, theme);
        if (curves.dots(figure.x(), figure.y()) == 0) {
            frame.sayEmpty();
        }
        over(frame, curves, figure.lines());
        return frame.chart();
    }

    private static void over(Frame frame, Curves curves, List<Line> lines) {
        if (!lines.isEmpty()) {
            lines.forEach(curves::lineOver);
            frame.legend();
        }
    }

    private static JFreeChart lines(Figure.Lines figure, Theme theme) {
        var across = Scale.of(figure.xAxis(), xs(NOTHING, figure.lines()));
        var up = Scale.of(figure.yAxis(), ys(NOTHING, figure.lines()));
        var frame = Frame.of(theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up)
                .gridlines();
        var curves = new Curves(frame.plot(), across, up, theme);
        if (figure.lines().stream().mapToInt(curves::line).sum() == 0) {
            frame.sayEmpty();
        }
        return figure.lines().size() > 1 ? frame.legend().chart() : frame.chart();
    }

    private static JFreeChart signedMap(Figure.SignedMap figure, Theme theme) {
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
        if (known.length < values.length) {
            frame.legend("no value", theme.noValue());
        }
        return frame.colourBar(figure.valueName(), scale, ColourScale.SIGNED).chart();
    }

    private static List<double[]> xs(double[] points, List<Line> lines) {
        var all = new ArrayList<double[]>();
        all.add(points);
        lines.forEach(line -> all.add(line.x()));
        return all;
    }

    private static List<double[]> ys(double[] points, List<Line> lines) {
        var all = new ArrayList<double[]>();
        all.add(points);
        lines.forEach(line -> all.add(line.y()));
        return all;
    }
}
