package org.basinlab.localize;

import java.util.ArrayDeque;

/** Regions of touching pixels in the map of correlations. */
final class PixelRegions {
    private final PerPixel pixels;
    private final int columns;
    private final boolean[] seen;
    private int size;
    private boolean sure;

    private PixelRegions(PerPixel pixels, int columns) {
        this.pixels = pixels;
        this.columns = columns;
        seen = new boolean[pixels.map().length];
    }

    /**
     * How many regions there are of inked pixels with a negative correlation that touch along an edge.
     *
     * @param least pixels in a region
     * @param sure  only those with a pixel that is significant
     */
    static int negative(PerPixel pixels, int columns, int least, boolean sure) {
        var regions = new PixelRegions(pixels, columns);
        var count = 0;
        for (var i = 0; i < regions.seen.length; i++) {
            regions.size = 0;
            regions.sure = false;
            regions.walk(i);
            count += regions.size >= least && (!sure || regions.sure) ? 1 : 0;
        }
        return count;
    }

    private void walk(int start) {
        var open = new ArrayDeque<Integer>();
        open.push(start);
        while (!open.isEmpty()) {
            var i = open.pop();
            if (seen[i] || !pixels.isTested(i) || !(pixels.map()[i] < 0)) {
                continue;
            }
            seen[i] = true;
            size++;
            sure |= pixels.adjustedP()[i] <= PerPixel.LEVEL;
            if (i % columns > 0) {
                open.push(i - 1);
            }
            if (i % columns < columns - 1) {
                open.push(i + 1);
            }
            if (i >= columns) {
                open.push(i - columns);
            }
            if (i + columns < seen.length) {
                open.push(i + columns);
            }
        }
    }
}
