package org.basinlab.registration;

/** Digits drawn by rule, for tests. */
final class Digits {
    private Digits() {}

    /** A nought with one thick side. */
    static double[] ring() {
        var pixels = new double[28 * 28];
        for (var i = 0; i < pixels.length; i++) {
            var r = Math.hypot((i % 28 - 13.5) / 5, (i / 28 - 13.0) / 8);
            pixels[i] = Math.max(0, 1 - 3 * Math.abs(r - 1)) * (i % 28 > 14 ? 1 : 0.7);
        }
        return pixels;
    }

    /** A stroke with a hook. */
    static double[] seven() {
        var pixels = new double[28 * 28];
        for (var i = 0; i < pixels.length; i++) {
            var x = i % 28;
            var y = i / 28;
            var bar = y >= 6 && y <= 8 && x >= 7 && x <= 20;
            var stroke = y > 8 && y <= 23 && Math.abs(x - (20 - 0.6 * (y - 8))) < 1.5;
            pixels[i] = bar || stroke ? 1 : 0;
        }
        return pixels;
    }
}
