package org.basinlab.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Panel;

/** Draws a {@link Figure.HeatMap}: cells with their numbers in them, outlines, and the colour bar below. */
record HeatMapPlot(Figure.HeatMap figure, HeatMapLayout layout, Scale scale, Theme theme) {
    private static final Font CELL = Lettering.FONT.deriveFont(11.5f);
    private static final Color DARK = new Color(0x1c1f24);
    /** On colours lighter than this, letters are dark: both then have a contrast of 3.6 or more. */
    private static final double LIGHT = 0.24;

    void draw(Graphics2D g2) {
        var words = new PlacedWords(g2, theme.ink());
        if (figure.panels().isEmpty()) {
            words.at("no values to draw", Lettering.FONT, Drawing.WIDTH / 2.0, layout.columnsName() / 2, 20, 0.5);
        }
        for (var i = 0; i < figure.panels().size(); i++) {
            panel(g2, figure.panels().get(i), layout.cells(i), i % layout.across() == 0);
        }
        var middle = HeatMapLayout.MARGIN
                + HeatMapLayout.NAMES
                + (Drawing.WIDTH - 2 * HeatMapLayout.MARGIN - HeatMapLayout.NAMES) / 2;
        var name = Lettering.fitted(figure.columnsName(), Drawing.WIDTH - 2 * HeatMapLayout.MARGIN - 80);
        words.at(name.text(), name.font(), middle, layout.columnsName(), HeatMapLayout.LINE, 0.5);
        new HeatMapLegend(figure, layout, scale, theme).draw(g2);
    }

    private void panel(Graphics2D g2, Panel panel, Rectangle2D cells, boolean named) {
        var words = new PlacedWords(g2, theme.ink());
        var heading = Lettering.fitted(panel.label(), cells.getWidth());
        words.at(
                heading.text(),
                heading.font(),
                cells.getCenterX(),
                cells.getY() - HeatMapLayout.HEADING,
                HeatMapLayout.HEADING,
                0.5);
        if (named) {
            var rows = Lettering.fitted(figure.rowsName(), HeatMapLayout.NAMES - 6);
            var top = cells.getY() - HeatMapLayout.HEADING;
            words.at(rows.text(), rows.font(), cells.getX() - 5, top, HeatMapLayout.HEADING, 1);
        }
        var columns = figure.columns().size();
        var width = cells.getWidth() / Math.max(1, columns);
        for (var row = 0; row < figure.rows().size(); row++) {
            var top = cells.getY() + row * HeatMapLayout.ROW;
            if (named) {
                var label = Lettering.fitted(figure.rows().get(row), HeatMapLayout.NAMES - 6);
                words.at(label.text(), label.font(), cells.getX() - 5, top, HeatMapLayout.ROW, 1);
            }
            for (var column = 0; column < columns; column++) {
                var value = panel.values()[row * columns + column];
                cell(g2, value, new Rectangle2D.Double(cells.getX() + column * width, top, width, HeatMapLayout.ROW));
            }
        }
        var outlined = new Area();
        for (var i = 0; i < panel.outlined().length; i++) {
            if (panel.outlined()[i]) {
                var row = i / columns;
                var column = i % columns;
                outlined.add(new Area(new Rectangle2D.Double(
                        cells.getX() + column * width - 0.5,
                        cells.getY() + row * HeatMapLayout.ROW - 0.5,
                        width,
                        HeatMapLayout.ROW)));
            }
        }
        HeatMapLegend.outline(g2, outlined);
        for (var column = 0; column < columns; column++) {
            var label = figure.columns().get(column);
            words.at(
                    label,
                    PlacedWords.SMALL,
                    cells.getX() + (column + 0.5) * width,
                    cells.getMaxY(),
                    HeatMapLayout.LABELS,
                    0.5);
        }
    }

    private void cell(Graphics2D g2, double value, Rectangle2D cell) {
        var place = scale.at(value);
        var colour = Double.isNaN(place) ? theme.noValue() : colour(place);
        g2.setPaint(colour);
        g2.fill(new Rectangle2D.Double(cell.getX(), cell.getY(), cell.getWidth() - 1, cell.getHeight() - 1));
        var text = Double.isNaN(place) ? Numbers.NONE : inCell(value);
        var width = g2.getFontMetrics(CELL).getStringBounds(text, g2).getWidth();
        if (width <= cell.getWidth() - 3) {
            new PlacedWords(g2, luminance(colour) > LIGHT ? DARK : Color.WHITE)
                    .at(text, CELL, cell.getCenterX() - 0.5, cell.getY(), cell.getHeight() - 1, 0.5);
        }
    }

    private Color colour(double place) {
        return theme.counts().at((place - scale.low()) / (scale.high() - scale.low()));
    }

    /** Two decimals, no zero before the point: the scale's own ends say how large it is. */
    private String inCell(double value) {
        var largest = Math.max(Math.abs(scale.low()), Math.abs(scale.high()));
        if (largest >= 100 || largest < 0.02) {
            return "";
        }
        var text = BigDecimal.valueOf(value)
                .setScale(largest >= 10 ? 0 : largest >= 2 ? 1 : 2, RoundingMode.HALF_EVEN)
                .toPlainString();
        return Numbers.minus(text.replaceFirst("^(-?)0\\.", "$1."));
    }

    /** Relative luminance, as WCAG 2 defines it. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        var c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
