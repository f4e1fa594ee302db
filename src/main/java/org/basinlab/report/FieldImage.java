package org.basinlab.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import org.basinlab.report.CellEdges.Share;

/**
 * A field as an image of one size, however many cells it has, with one byte a pixel.
 *
 * <p>A pixel shows the mean place on the scale of the cells in it, each weighed by its area; where most of it has no
 * value, it has none.
 */
final class FieldImage {
    /** About three pixels for each CSS pixel of the plot: a large map keeps its detail on a sharp screen. */
    static final int COLUMNS = 900;

    static final int ROWS = 690;

    private static final int OUTSIDE = 0;
    private static final int NO_VALUE = 1;
    private static final int FIRST = 2;
    /** Odd, so that the middle of the scale has a colour of its own. */
    private static final int COLOURS = 253;

    private FieldImage() {}

    /**
     * Draws it.
     *
     * @param places of the cells on the scale of colours, from 0 to 1, row by row from the lowest; NaN for no value
     */
    static BufferedImage of(
            double[] places, CellEdges x, CellEdges y, Scale across, Scale up, ColourScale colours, Color noValue) {
        var image = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_INDEXED, palette(colours, noValue));
        var raster = image.getRaster();
        var columns = x.shares(across, COLUMNS);
        var rows = y.shares(up, ROWS);
        var line = new int[COLUMNS];
        for (var row = 0; row < ROWS; row++) {
            for (var column = 0; column < COLUMNS; column++) {
                line[column] = index(places, x.cells(), columns[column], rows[row]);
            }
            raster.setPixels(0, ROWS - 1 - row, COLUMNS, 1, line);
        }
        return image;
    }

    private static int index(double[] places, int width, Share across, Share up) {
        var sum = 0.0;
        var known = 0.0;
        var all = 0.0;
        for (var i = 0; i < up.weights().length; i++) {
            var start = (up.first() + i) * width + across.first();
            for (var j = 0; j < across.weights().length; j++) {
                var weight = up.weights()[i] * across.weights()[j];
                var place = places[start + j];
                all += weight;
                if (!Double.isNaN(place)) {
                    known += weight;
                    sum += weight * place;
                }
            }
        }
        if (all > 0) {
            return 2 * known < all ? NO_VALUE : FIRST + (int) Math.rint(sum / known * (COLOURS - 1));
        }
        return OUTSIDE;
    }

    private static IndexColorModel palette(ColourScale colours, Color noValue) {
        var palette = new int[FIRST + COLOURS];
        palette[NO_VALUE] = noValue.getRGB();
        Arrays.setAll(
                palette,
                i -> i < FIRST
                        ? palette[i]
                        : colours.at((i - FIRST) / (COLOURS - 1.0)).getRGB());
        return new IndexColorModel(8, palette.length, palette, 0, true, OUTSIDE, DataBuffer.TYPE_BYTE);
    }
}
