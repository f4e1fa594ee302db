package org.basinlab.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Whether text can be drawn here.
 *
 * <p>Java draws text with the system's fonts. A server without any, or without fontconfig or
 * freetype, throws all kinds of errors from within at the first letter, and others at the second;
 * so a run asks here before it draws, and leaves its figures out rather than lose its results.
 */
public final class Fonts {
    private static final String CURE = "install fontconfig and a font (Debian, Ubuntu: apt-get install fontconfig"
            + " fonts-dejavu-core; Fedora, RHEL: dnf install fontconfig dejavu-sans-fonts; Alpine: apk add fontconfig"
            + " ttf-dejavu)";

    private Fonts() {}

    /** Why no text can be drawn, with the cure, in a line; empty where it can. Never throws. */
    public static Optional<String> problem() {
        return problem(Fonts::letterShows);
    }

    static Optional<String> problem(BooleanSupplier letterShows) {
        try {
            return letterShows.getAsBoolean()
                    ? Optional.empty()
                    : Optional.of("Java found no font to draw with: " + CURE);
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            // Seen: InternalError, NullPointerException, LinkageError, and plain Error where no font is found.
            return Optional.of("Java cannot draw text here (" + reason(e) + "): " + CURE);
        }
    }

    /** Drawing needs no display: asked for none, Java does not look for one. What the user set stays. */
    static void headless() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static boolean letterShows() {
        headless();
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        var g2 = image.createGraphics();
        g2.setColor(Color.WHITE);
        g2.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        g2.drawString("8", 5, 35);
        g2.dispose();
        for (var i = 0; i < 40 * 40; i++) {
            if ((image.getRGB(i % 40, i / 40) & 0xffffff) != 0) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage();
        return root.getClass().getSimpleName()
                + (message == null || message.isBlank()
                        ? ""
                        : ": " + message.lines().findFirst().orElse("").strip());
    }
}
