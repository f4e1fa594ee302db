package org.basinlab.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;

/** Numbers as an image in greys, black at 0 and white at 1, one byte a pixel. */
final class GreyImage {
    /** Grey i is i parts of {@code WHITE}; the byte after it is for no value. */
    private static final int WHITE = 254;

    private static final int NO_VALUE = WHITE + 1;

    private GreyImage() {}

    /**
     * Draws it: every pixel is a block of equal ones, so that a viewer's smoothing blurs no more than its borders.
     *
     * @param values  row by row from the top left
     * @param columns in a row of them
     * @param shrink  so many by so many of them become one pixel, their mean; fewer at the right and at the bottom
     * @param block   width and height of a pixel in the image
     */
    static BufferedImage of(double[] values, int columns, int shrink, int block, Color noValue) {
        var rows = values.length / columns;
        var width = pixels(columns, shrink);
        var height = pixels(rows, shrink);
        var image = new BufferedImage(width * block, height * block, BufferedImage.TYPE_BYTE_INDEXED, palette(noValue));
        var line = new int[width * block];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var mean = mean(values, columns, x * shrink, y * shrink, shrink);
                Arrays.fill(line, x * block, (x + 1) * block, index(mean));
            }
            for (var i = 0; i < block; i++) {
                image.getRaster().setPixels(0, y * block + i, line.length, 1, line);
            }
        }
        return image;
    }

    /** How many pixels so many values make. */
    static int pixels(int values, int shrink) {
        return (values + shrink - 1) / shrink;
    }

    /** Of clipped values: what cannot be seen alone shall not be seen in company. NaN where one of them is. */
    private static double mean(double[] values, int columns, int left, int top, int shrink) {
        var right = Math.min(columns, left + shrink);
        var bottom = Math.min(values.length / columns, top + shrink);
        var sum = 0.0;
        for (var y = top; y < bottom; y++) {
            for (var x = left; x < right; x++) {
                // Math.min and Math.max keep NaN.
                sum += Math.max(0, Math.min(1, values[y * columns + x]));
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    private static int index(double brightness) {
        return Double.isNaN(brightness) ? NO_VALUE : (int) Math.rint(brightness * WHITE);
    }

    private static IndexColorModel palette(Color noValue) {
        var palette = new int[NO_VALUE + 1];
        palette[NO_VALUE] = noValue.getRGB();
        for (var i = 0; i <= WHITE; i++) {
            palette[i] = 0x010101 * Math.round(i * 255f / WHITE);
        }
        return new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    }
}
