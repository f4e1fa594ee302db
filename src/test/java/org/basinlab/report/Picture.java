package org.basinlab.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.basinlab.experiment.Figure;

/** A drawn figure, to be asked where its colours are; in pixels of the PNG. */
record Picture(BufferedImage image) {
    /** How far a colour's channels may be off: pictures are smoothed. */
    private static final int LIKE = 12;

    static Picture of(Figure figure, Theme theme) throws IOException {
        return new Picture(ImageIO.read(new ByteArrayInputStream(Drawing.png(figure, theme))));
    }

    boolean is(int x, int y, Color colour) {
        return like(colour).test(image.getRGB(x, y));
    }

    /** The smallest rectangle around all of a colour, left of and above a point; empty where there is none. */
    Rectangle place(Color colour, int right, int bottom) {
        var like = like(colour);
        var found = new Rectangle(-1, -1);
        for (var i = 0; i < right * bottom; i++) {
            if (like.test(image.getRGB(i % right, i / right))) {
                found.add(new Rectangle(i % right, i / right, 1, 1));
            }
        }
        return found;
    }

    private static IntPredicate like(Color colour) {
        return rgb -> {
            var other = new Color(rgb);
            return Math.abs(other.getRed() - colour.getRed()) <= LIKE
                    && Math.abs(other.getGreen() - colour.getGreen()) <= LIKE
                    && Math.abs(other.getBlue() - colour.getBlue()) <= LIKE;
        };
    }
}
