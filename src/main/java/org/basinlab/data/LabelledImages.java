package org.basinlab.data;

import java.util.Map;

/**
 * Grey images with a class each, in memory, in file order.
 *
 * @param rows    height of an image
 * @param columns width of an image
 * @param pixels  count x rows x columns bytes, unsigned, row by row; not copied
 * @param labels  one class an image, unsigned bytes; not copied
 * @param digests SHA-256 (hexadecimal) of the uncompressed content of each file they came from, by
 *                file name without {@code .gz}
 */
public record LabelledImages(int rows, int columns, byte[] pixels, byte[] labels, Map<String, String> digests) {
    public LabelledImages {
        digests = Map.copyOf(digests);
        if ((long) labels.length * rows * columns != pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels for " + labels.length + " images of " + rows + " x " + columns);
        }
    }

    /** How many images. */
    public int count() {
        return labels.length;
    }

    /** Pixels an image: rows x columns. */
    public int pixelsPerImage() {
        return rows * columns;
    }

    /** The class of an image, 0 to 255. */
    public int label(int image) {
        return labels[image] & 0xff;
    }

    /** A pixel of an image as the files hold it, 0 to 255. */
    public int pixel(int image, int pixel) {
        return pixels[image * pixelsPerImage() + pixel] & 0xff;
    }
}
