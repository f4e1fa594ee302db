package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.basinlab.experiment.Figure;
import org.jfree.chart.JFreeChart;

/** Draws {@link Figure.Pictures}: images in a table with thin frames, labels around it, what grey means below. */
record PicturesChart(Figure.Pictures figure, PicturesLayout layout, Theme theme) {
    /** Of the frame of an image. */
    private static final float HAIRLINE = 0.5f;

    static JFreeChart of(Figure.Pictures figure, Theme theme) {
        var picture = new PicturesChart(figure, PicturesLayout.of(figure), theme);
        return FreePlot.chart("pictures", picture::draw, theme);
    }

    /** In CSS pixels. */
    static int height(Figure.Pictures figure) {
        return PicturesLayout.of(figure).height(missing(figure));
    }

    private void draw(Graphics2D g2) {
        var words = new PlacedWords(g2, theme.ink());
        if (figure.pictures().stream().allMatch(Objects::isNull)) {
            var middle = layout.below() / 2 - PicturesLayout.LINE / 2;
            words.at("no values to draw", Lettering.FONT, Drawing.WIDTH / 2.0, middle, PicturesLayout.LINE, 0.5);
            return;
        }
        labels(words);
        for (var i = 0; i < figure.pictures().size(); i++) {
            var values = figure.pictures().get(i);
            if (values != null) {
                image(g2, values, layout.place(i / columns(), i % columns()));
            }
        }
        legend(g2, words);
    }

    private int columns() {
        return figure.columns().size();
    }

    private void labels(PlacedWords words) {
        for (var row = 0; row < figure.rows().size(); row++) {
            var place = layout.place(row, 0);
            words.lines(
                    layout.rowLabel(row),
                    layout.rowFont(),
                    place.getX() - PicturesLayout.BESIDE,
                    place.getCenterY() - PlacedWords.height(layout.rowLabel(row).size(), layout.rowFont()) / 2,
                    1);
        }
        for (var column = 0; column < columns(); column++) {
            var place = layout.place(0, column);
            var lines = layout.columnLabel(column);
            var top = layout.top() - PicturesLayout.ABOVE - PlacedWords.height(lines.size(), layout.columnFont());
            words.lines(lines, layout.columnFont(), place.getCenterX(), top, 0.5);
        }
    }

    private void image(Graphics2D g2, double[] values, Rectangle2D place) {
        // Twice as large as in a PNG: a sharper screen shall not smear pixels either.
        var image = GreyImage.of(values, figure.width(), layout.shrink(), 2 * layout.factor(), noValue());
        var onPlace = AffineTransform.getTranslateInstance(place.getX(), place.getY());
        onPlace.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g2.drawImage(image, onPlace, null);
        g2.setPaint(theme.quiet());
        g2.setStroke(new BasicStroke(HAIRLINE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        // Around the image, not over its outermost pixels.
        g2.draw(new Rectangle2D.Double(
                place.getX() - HAIRLINE / 2,
                place.getY() - HAIRLINE / 2,
                place.getWidth() + HAIRLINE,
                place.getHeight() + HAIRLINE));
    }

    /** A hue, which no grey can be taken for. */
    private Color noValue() {
        return theme.series(1);
    }

    private void legend(Graphics2D g2, PlacedWords words) {
        var line = layout.below();
        words.at(ends(), PlacedWords.SMALL, Drawing.WIDTH / 2.0, line, PicturesLayout.LINE, 0.5);
        if (missing(figure)) {
            line += PicturesLayout.LINE;
            var swatch = new Rectangle2D.Double(Drawing.WIDTH / 2.0 - 40, line + 5, 12, PicturesLayout.LINE - 10);
            g2.setPaint(noValue());
            g2.fill(swatch);
            words.at("no value", PlacedWords.SMALL, swatch.getMaxX() + 6, line, PicturesLayout.LINE, 0);
        }
    }

    /** What black and white are, and whether they are more than that. */
    String ends() {
        var known = values(figure).filter(value -> !Double.isNaN(value)).summaryStatistics();
        return (known.getMin() < 0 ? "black 0 or less" : "black 0")
                + ", "
                + (known.getMax() > 1 ? "white 1 or more" : "white 1");
    }

    private static boolean missing(Figure.Pictures figure) {
        return values(figure).anyMatch(Double::isNaN);
    }

    private static DoubleStream values(Figure.Pictures figure) {
        return figure.pictures().stream().filter(Objects::nonNull).flatMapToDouble(Arrays::stream);
    }
}
