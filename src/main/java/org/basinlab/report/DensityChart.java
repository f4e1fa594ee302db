package org.basinlab.report;

import java.awt.image.BufferedImage;
import org.basinlab.experiment.Figure;
import org.jfree.chart.JFreeChart;

/**
 * A density: cells coloured by how many points they hold, or by whose points those are.
 *
 * <p>The more of a cell is its group's, the purer the group's hue in it; a mixed cell is grey. Were
 * every cell painted in one hue, points without any groups would look like those of many.
 */
final class DensityChart {
    /** Cells along each side: a cell is then about four pixels. */
    private static final int CELLS = 80;
    /** Below 1, so that a group shows where it has a part of a cell only. */
    private static final double TINT = 0.7;

    private DensityChart() {}

    static JFreeChart of(Figure.Density figure, Theme theme) {
        var across = Scale.of(figure.xAxis(), Charts.xs(figure.x(), figure.lines()));
        var up = Scale.of(figure.yAxis(), Charts.ys(figure.y(), figure.lines()));
        var grid = CountGrid.of(figure.x(), figure.y(), across, up, CELLS, CELLS);
        var counts = new Scale(0, Math.log10(Math.max(grid.most(), 2)), true);
        var grouped = figure.groups() != null;
        var cells = grouped ? byGroup(figure, across, up, grid, counts, theme) : byCount(grid, counts, theme);
        var frame = Frame.around(new CellPlot(cells, Double.NaN), theme)
                .axes(figure.xAxis().label(), across, figure.yAxis().label(), up);
        if (grid.points() == 0) {
            frame.sayEmpty();
        }
        if (grouped) {
            frame.note("colour: " + figure.groups().label() + " with most points; grey: mixed");
        }
        var curves = new Curves(frame.plot(), across, up, theme);
        figure.lines().forEach((grouped ? curves.fromInk() : curves.fromSecondColour())::lineOver);
        if (!figure.lines().isEmpty()) {
            frame.legend();
        }
        return frame.colourBar("points in a cell", counts, grouped ? theme.counts(theme.quiet()) : theme.counts())
                .chart();
    }

    private static BufferedImage byCount(CountGrid grid, Scale counts, Theme theme) {
        var colours = theme.counts();
        return Cells.image(CELLS, CELLS, i -> {
            var count = grid.counts()[i];
            return count == 0 ? null : colours.at(counts.at(count) / counts.high());
        });
    }

    private static BufferedImage byGroup(
            Figure.Density figure, Scale across, Scale up, CountGrid grid, Scale counts, Theme theme) {
        var groups = figure.groups().of();
        var most = GroupGrid.of(figure.x(), figure.y(), groups, across, up, CELLS, CELLS);
        var hues = theme.groups();
        var hueOf = GroupHues.of(figure.x(), figure.y(), groups, across, up, hues.size());
        var shades = hues.stream().map(theme::counts).toList();
        var neutral = theme.counts(theme.quiet());
        return Cells.image(CELLS, CELLS, i -> {
            var count = grid.counts()[i];
            if (count == 0) {
                return null;
            }
            var place = counts.at(count) / counts.high();
            var group = most.most()[i];
            var mixed = neutral.at(place);
            return group < 0
                    ? mixed
                    : ColourScale.between(mixed, shades.get(hueOf[group]).at(place))
                            .at(Math.pow(most.share(i, count), TINT));
        });
    }
}
