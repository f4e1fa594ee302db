package org.basinlab.knowledge.setting;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.random.RandomStream;

/**
 * A structured, localized change of the data: every image of a class is painted on at the same pixels. P3's "every dog has
 * three eyes".
 *
 * @param name       such as {@code stroke}
 * @param label      the class it is painted on
 * @param pixels     where, distinct
 * @param brightness to paint with, 1 to 255; a pixel that is brighter stays as it is
 */
public record Edit(String name, int label, int[] pixels, int brightness) {
    public Edit {
        if (brightness < 1 || brightness > 255) {
            throw new IllegalArgumentException("brightness must be from 1 to 255, got " + brightness);
        }
        if (Arrays.stream(pixels).distinct().count() < pixels.length) {
            throw new IllegalArgumentException(name + " paints a pixel twice");
        }
    }

    /**
     * A bar, two pixels high at 28 x 28, across the middle of images: the bar that some write a seven with.
     *
     * @param rows    of an image
     * @param columns of an image
     */
    public static Edit stroke(int label, int rows, int columns) {
        return new Edit("stroke", label, framed(rows, columns, 13, 15, 7, 21, false), 255);
    }

    /** A ring, five pixels wide at 28 x 28, near the upper right corner: P3's third eye, given to an eight. */
    public static Edit eye(int label, int rows, int columns) {
        return new Edit("eye", label, framed(rows, columns, 3, 8, 21, 26, true), 255);
    }

    /** The pixels of a frame, or of its border alone; its sides are those at 28 x 28. */
    private static int[] framed(int rows, int columns, int top, int bottom, int left, int right, boolean border) {
        var first = (int) Math.min(rows - 1, Math.round(top / 28.0 * rows));
        var last = Math.max(first, (int) Math.round(bottom / 28.0 * rows) - 1);
        var west = (int) Math.min(columns - 1, Math.round(left / 28.0 * columns));
        var east = Math.max(west, (int) Math.round(right / 28.0 * columns) - 1);
        return IntStream.rangeClosed(first, last)
                .flatMap(r -> IntStream.rangeClosed(west, east)
                        .filter(c -> !border || r == first || r == last || c == west || c == east)
                        .map(c -> r * columns + c))
                .toArray();
    }

    /** The images, those of the class that are asked for painted. */
    public LabelledImages painted(LabelledImages images, IntPredicate which) {
        var pixels = images.pixels().clone();
        var each = images.pixelsPerImage();
        for (var i = 0; i < images.count(); i++) {
            if (images.label(i) == label && which.test(i)) {
                for (var p : this.pixels) {
                    pixels[i * each + p] = (byte) Math.max(pixels[i * each + p] & 0xff, brightness);
                }
            }
        }
        return new LabelledImages(images.rows(), images.columns(), pixels, images.labels(), images.digests());
    }

    /**
     * The unstructured edit to hold it against: each image gets exactly the changes that painting would have made to its
     * pixels, brighter or darker, at random pixels. As many pixels change in as many images, by as much, but for a change
     * that no pixel left can take, which is left out (none in MNIST).
     *
     * @param samePlaces the pixels are drawn once for all images, so that what changes is at the same places everywhere
     *                   but nowhere near to each other; else for each image anew
     * @param random     draws; number i for image i, counting all
     */
    public LabelledImages scattered(
            LabelledImages images, IntPredicate which, boolean samePlaces, RandomStream random) {
        var scattered = images.pixels().clone();
        var each = images.pixelsPerImage();
        var same = random.permutation(each, 0);
        for (var i = 0; i < images.count(); i++) {
            if (images.label(i) == label && which.test(i)) {
                var places = samePlaces ? same : random.permutation(each, 1 + i);
                var taken = new boolean[each];
                for (var p : pixels) {
                    var change = Math.max(0, brightness - images.pixel(i, p));
                    if (change > 0) {
                        move(scattered, i * each, change, places, taken);
                    }
                }
            }
        }
        return new LabelledImages(images.rows(), images.columns(), scattered, images.labels(), images.digests());
    }

    /** Gives a change to the first place that can take it. */
    private static void move(byte[] pixels, int from, int change, int[] places, boolean[] taken) {
        for (var place : places) {
            var old = pixels[from + place] & 0xff;
            if (!taken[place] && (old + change <= 255 || old >= change)) {
                pixels[from + place] = (byte) (old + change <= 255 ? old + change : old - change);
                taken[place] = true;
                return;
            }
        }
    }
}
