package org.basinlab.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A continuous scale of colours over [0, 1]: straight lines in sRGB between evenly spaced stops.
 *
 * @param stops at least two
 */
record ColourScale(List<Color> stops) {
    /** Viridis (van der Walt and Smith, 2015): perceptually uniform, legible in grey. */
    static final ColourScale VIRIDIS = of(
            "#440154", "#482878", "#3e4a89", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6ece58", "#b5de2b",
            "#fde725");

    /** Blue, white, red (RdBu of ColorBrewer, 2002, turned round): safe for the colour-blind. */
    static final ColourScale SIGNED = of(
            "#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#ffffff", "#fddbc7", "#f4a582", "#d6604d",
            "#b2182b", "#67001f");

    ColourScale {
        stops = List.copyOf(stops);
    }

    private static ColourScale of(String... stops) {
        return new ColourScale(Arrays.stream(stops).map(Color::decode).toList());
    }

    /** From one colour to another. */
    static ColourScale between(Color from, Color to) {
        return new ColourScale(List.of(from, to));
    }

    ColourScale reversed() {
        var turned = new ArrayList<>(stops);
        Collections.reverse(turned);
        return new ColourScale(turned);
    }

    /** The colour at {@code t}; what lies outside [0, 1] takes the colour of the nearer end. */
    Color at(double t) {
        var place = Math.max(0, Math.min(1, t)) * (stops.size() - 1);
        var i = Math.min((int) place, stops.size() - 2);
        var from = stops.get(i);
        var to = stops.get(i + 1);
        var part = place - i;
        return new Color(
                between(from.getRed(), to.getRed(), part),
                between(from.getGreen(), to.getGreen(), part),
                between(from.getBlue(), to.getBlue(), part));
    }

    private static int between(int from, int to, double part) {
        return (int) Math.round(from + (to - from) * part);
    }
}
