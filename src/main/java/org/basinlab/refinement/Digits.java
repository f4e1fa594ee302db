package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import org.basinlab.data.LabelledImages;

/**
 * Grey images with a class each, as numbers from 0 (black) to 1.
 *
 * @param height rows of an image
 * @param width  columns of an image
 * @param pixels image by image, each row by row from the top left; not copied
 * @param labels the class of each; not copied
 */
public record Digits(int height, int width, double[] pixels, int[] labels) {
    public Digits {
        require(
                labels.length > 0 && (long) labels.length * height * width == pixels.length,
                "%s pixels are not %s images of %s x %s",
                pixels.length,
                labels.length,
                height,
                width);
    }

    /** Some images of a set, in the order given. */
    public static Digits of(LabelledImages images, int[] which) {
        var each = images.pixelsPerImage();
        var pixels = new double[which.length * each];
        for (var k = 0; k < pixels.length; k++) {
            pixels[k] = images.pixel(which[k / each], k % each) / 255.0;
        }
        return new Digits(
                images.rows(),
                images.columns(),
                pixels,
                Arrays.stream(which).map(images::label).toArray());
    }

    /** How many images. */
    public int count() {
        return labels.length;
    }

    /** Numbers in an image. */
    public int each() {
        return height * width;
    }

    /** One image. */
    public double[] image(int index) {
        return Arrays.copyOfRange(pixels, index * each(), (index + 1) * each());
    }

    /** Images from one index to before another. */
    Digits part(int from, int to) {
        return new Digits(
                height,
                width,
                Arrays.copyOfRange(pixels, from * each(), to * each()),
                Arrays.copyOfRange(labels, from, to));
    }
}
