package org.basinlab.knowledge.edit;

import org.basinlab.data.LabelledImages;

/**
 * How much of a set of images an edit changed.
 *
 * @param images of which a pixel changed at least
 * @param pixels that changed, over all images
 * @param energy the sum of squared changes, in units of white^2
 */
record Amount(int images, long pixels, double energy) {
    /** Between two sets of the same images. */
    static Amount between(LabelledImages clean, LabelledImages edited) {
        var images = 0;
        var pixels = 0L;
        var squares = 0L;
        for (var i = 0; i < clean.count(); i++) {
            var before = pixels;
            for (var p = 0; p < clean.pixelsPerImage(); p++) {
                var change = edited.pixel(i, p) - clean.pixel(i, p);
                if (change != 0) {
                    pixels++;
                    squares += (long) change * change;
                }
            }
            if (pixels > before) {
                images++;
            }
        }
        return new Amount(images, pixels, squares / (255.0 * 255.0));
    }
}
