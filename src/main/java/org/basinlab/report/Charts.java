package org.basinlab.report;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.Reference;
import org.jfree.chart.JFreeChart;

/** What is drawn for each kind of figure, those of dots and lines first. */
final class Charts {
    /** More lines than this are drawn thinner. */
    private static final int CROWD = 4;

    /** More dots than this are drawn as one image. */
    private static final int SHAPES = 400;

    private static final double[] NOTHING = {};

    private Charts() {}

    static JFreeChart of(Figure figure, Theme theme) {
        if (figure instanceof Figure.Density density) {
            return DensityChart.of(density, theme);
        } else if (figure instanceof Figure.Scatter scatter) {
            return scatter(scatter, theme);
        } else if (figure instanceof Figure.Lines lines) {
            return lines(lines, theme);
        } else if (figure instanceof Figure.Strips strips) {
            return StripsChart.of(strips, theme);
        } else if (figure instanceof Figure.HeatMap heatMap) {
            return HeatMapChart.of(heatMap, theme);
        } else if (figure instanceof Figure.Field field) {
            return FieldChart.of(field, theme);
        } else if (figure instanceof Figure.Pictures pictures) {
            return PicturesChart.of(pictures, theme);
        } else if (figure instanceof Figure.Wiring wiring) {
            return WiringChart.of(wiring, theme);
        }
        return MapChart.of((Figure.SignedMap) figure, theme);
    }

    private static JFreeChart scatter(Figure.Scatter figure, Theme theme) {
        var marks = figure.marks();
        var across = Scale.of(figure.xAxis(), xs(figure.x(), figure.lines()))
                .reaching(marks.stream().mapToDouble(Mark::x).toArray());
        var up = Scale.of(figure.yAxis(), ys(figure.y(), figure.lines()))
                .reaching(marks.stream().mapToDouble(Mark::y).toArray());
        var frame = Frame.of(theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up)
                .gridlines();
        var curves = new Curves(frame.plot(), across, up, theme);
        if (dots(figure, curves, across, up, theme) == 0 && marks.isEmpty()) {
            frame.sayEmpty();
        }
        figure.lines().forEach(curves::lineOver);
        marks.forEach(curves::mark);
        return figure.lines().isEmpty() && marks.isEmpty()
                ? frame.chart()
                : frame.legend().chart();
    }

    /** Draws the dots; returns how many have a place. */
    private static int dots(Figure.Scatter figure, Curves curves, Scale across, Scale up, Theme theme) {
        if (figure.x().length <= SHAPES) {
            return curves.dots(figure.x(), figure.y());
        }
        var cloud = new DotCloud(theme.series(0));
        curves.fromSecondColour().ground(cloud);
        return cloud.add(across.at(figure.x()), up.at(figure.y()));
    }

    private static JFreeChart lines(Figure.Lines figure, Theme theme) {
        var across = reaching(Scale.of(figure.xAxis(), xs(NOTHING, figure.lines())), figure.references());
        var up = Scale.of(figure.yAxis(), ys(NOTHING, figure.lines()));
        var frame = Frame.of(theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up)
                .gridlines();
        var curves = new Curves(frame.plot(), across, up, theme);
        if (figure.lines().size() > CROWD) {
            curves.thin();
        }
        if (figure.lines().stream().mapToInt(curves::line).sum() == 0) {
            frame.sayEmpty();
        }
        figure.references().forEach(curves::upright);
        return figure.lines().size() + figure.references().size() > 1
                ? frame.legend().chart()
                : frame.chart();
    }

    static Scale reaching(Scale scale, List<Reference> references) {
        return scale.reaching(references.stream().mapToDouble(Reference::value).toArray());
    }

    static List<double[]> xs(double[] points, List<Line> lines) {
        var all = new ArrayList<double[]>();
        all.add(points);
        lines.forEach(line -> all.add(line.x()));
        return all;
    }

    static List<double[]> ys(double[] points, List<Line> lines) {
        var all = new ArrayList<double[]>();
        all.add(points);
        lines.forEach(line -> all.add(line.y()));
        return all;
    }
}
