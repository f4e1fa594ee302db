package org.basinlab.report;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a picture on a light or a dark page.
 *
 * <p>Series take the palette of Okabe and Ito (2008), which stays apart under every common form of
 * colour blindness, ordered so that the first ones contrast most with the surface.
 */
public enum Theme {
    LIGHT(
            "#ffffff",
            "#1c1f24",
            "#565b63",
            "#e3e5e8",
            "#9a9a9a",
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#1c1f24", "#e69f00", "#56b4e9"),
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#ddb000")),
    DARK(
            "#1b1e23",
            "#eceef0",
            "#a9afb8",
            "#343941",
            "#6b7078",
            List.of("#56b4e9", "#d55e00", "#009e73", "#cc79a7", "#eceef0", "#f0e442", "#e69f00"),
            List.of("#56b4e9", "#d55e00", "#009e73", "#cc79a7", "#f0e442"));

    /** The one of the series that has the colour of the text. */
    static final int INK_SERIES = 4;
    /** The orange of the palette. */
    private static final Color HIGHLIGHT = Color.decode("#e69f00");
    /** The palest shade of a hue, in parts from the surface to it: a single point must show. */
    private static final double PALEST = 0.38;

    private final String surface;
    private final Color ink;
    private final Color quiet;
    private final Color grid;
    private final Color noValue;
    private final List<Color> series;
    private final List<Color> groups;

    Theme(
            String surface,
            String ink,
            String quiet,
            String grid,
            String noValue,
            List<String> series,
            List<String> groups) {
        this.surface = surface;
        this.ink = Color.decode(ink);
        this.quiet = Color.decode(quiet);
        this.grid = Color.decode(grid);
        this.noValue = Color.decode(noValue);
        this.series = series.stream().map(Color::decode).toList();
        this.groups = groups.stream().map(Color::decode).toList();
    }

    /** What the picture lies on, as CSS writes it; the page takes the same, so that no edge shows. */
    String surfaceCss() {
        return surface;
    }

    Color surface() {
        return Color.decode(surface);
    }

    Color ink() {
        return ink;
    }

    /** For axes and what else should stand back. */
    Color quiet() {
        return quiet;
    }

    Color grid() {
        return grid;
    }

    /** A cell that has no value: a grey, where zero is white. */
    Color noValue() {
        return noValue;
    }

    /** The colour of series {@code i}; they repeat after seven, when the dashes differ. */
    Color series(int i) {
        return series.get(i % series.size());
    }

    /** Of what is above zero, as a line: the red of {@link ColourScale#SIGNED} that contrasts with the surface. */
    Color positive() {
        return ColourScale.SIGNED.at(this == LIGHT ? 0.9 : 0.8);
    }

    /** Of what is below zero, as a line: the blue of {@link ColourScale#SIGNED} that contrasts with the surface. */
    Color negative() {
        return ColourScale.SIGNED.at(this == LIGHT ? 0.1 : 0.2);
    }

    /** The ground of what the picture is about: a light hue under dark letters, on both pages. */
    Color highlight() {
        return HIGHLIGHT;
    }

    /** Hues for groups: so few that even their palest shades stay apart. */
    List<Color> groups() {
        return groups;
    }

    /** From a pale or dim shade of a hue to the hue itself. */
    ColourScale counts(Color hue) {
        return ColourScale.between(ColourScale.between(surface(), hue).at(PALEST), hue);
    }

    /** The sequential scale, turned so that more is further from the surface. */
    ColourScale counts() {
        return this == LIGHT ? ColourScale.VIRIDIS.reversed() : ColourScale.VIRIDIS;
    }
}
