package org.basinlab.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.function.IntFunction;

/** A grid of coloured cells as an image. */
final class Cells {
    /** Pixels along the longer side: enough that scaling never smears one cell over the next. */
    private static final int SIDE = 900;

    private Cells() {}

    /**
     * Every cell a block of equal pixels, since viewers smooth a picture of one pixel a cell.
     *
     * @param colour of cell i, counted row by row from the top left; null leaves it open
     */
    static BufferedImage image(int columns, int rows, IntFunction<Color> colour) {
        var block = Math.max(1, SIDE / Math.max(1, Math.max(columns, rows)));
        var image =
                new BufferedImage(Math.max(1, columns * block), Math.max(1, rows * block), BufferedImage.TYPE_INT_ARGB);
        var line = new int[columns * block];
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var paint = colour.apply(row * columns + column);
                Arrays.fill(line, column * block, (column + 1) * block, paint == null ? 0 : paint.getRGB());
            }
            image.setRGB(0, row * block, line.length, block, line, 0, 0);
        }
        return image;
    }
}
