package org.basinlab.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text in a font that fits a length: set smaller where it must, and cut where even that is not
 * enough, since the charts' own labels neither wrap nor stay inside.
 */
record Lettering(String text, Font font) {
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    /** Smaller letters cannot be read at the width of a phone. */
    static final float SMALLEST = 11;

    private static final FontRenderContext SCREEN = new FontRenderContext(new AffineTransform(), true, true);

    /** @param length in CSS pixels */
    static Lettering fitted(String text, double length) {
        var width = width(text, FONT);
        if (width <= length) {
            return new Lettering(text, FONT);
        }
        var font = FONT.deriveFont(Math.max(SMALLEST, (float) (FONT.getSize2D() * length / width)));
        return new Lettering(cut(text, font, length), font);
    }

    /** Cut, at the size of all other text. */
    static String cut(String text, double length) {
        return cut(text, FONT, length);
    }

    /** The largest font in which each of the texts fits into so many lines of a length; else the smallest. */
    static Font largest(List<String> texts, double length, int lines) {
        return fonts().filter(font -> texts.stream().allMatch(text -> fits(text, font, length, lines)))
                .findFirst()
                .orElse(FONT.deriveFont(SMALLEST));
    }

    /** From that of all other text to the smallest. */
    static Stream<Font> fonts() {
        return IntStream.iterate(FONT.getSize(), size -> size >= SMALLEST, size -> size - 1)
                .mapToObj(size -> FONT.deriveFont((float) size));
    }

    /** Whether a text, broken between words, is no wider than a length and has no more lines than that. */
    static boolean fits(String text, Font font, double length, int lines) {
        var broken = broken(text, font, length);
        return broken.size() <= lines && broken.stream().allMatch(line -> width(line, font) <= length);
    }

    /** Broken between words into so many lines at most, and cut where they are not enough. */
    static List<String> wrapped(String text, Font font, double length, int lines) {
        var broken = broken(text, font, length);
        var kept = new ArrayList<>(broken.subList(0, Math.min(broken.size(), lines) - 1));
        kept.add(String.join(" ", broken.subList(kept.size(), broken.size())));
        kept.replaceAll(line -> cut(line, font, length));
        return kept;
    }

    /** As many lines as it takes; a word alone may be too long. */
    private static List<String> broken(String text, Font font, double length) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > length) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static String cut(String text, Font font, double length) {
        var kept = text;
        for (var end = text.length() - 1; end > 0 && width(kept, font) > length; end--) {
            kept = text.substring(0, end).strip() + "…";
        }
        return kept;
    }

    /** In CSS pixels. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, SCREEN).getWidth();
    }
}
