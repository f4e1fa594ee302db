package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContoursTest {
    @Test
    void aCellInTheMiddleHasFourCorners() {
        var inside = new boolean[9];
        inside[4] = true;
        var path = path(3, 3, inside);
        assertThat(path.getBounds2D()).isEqualTo(new Rectangle2D.Double(1, 1, 1, 1));
        assertThat(parts(path, PathIterator.SEG_MOVETO)).isEqualTo(1);
        assertThat(parts(path, PathIterator.SEG_CLOSE)).isEqualTo(1);
        assertThat(path.contains(1.5, 1.5)).isTrue();
    }

    @Test
    void theMapsOwnEdgeIsNoContour() {
        var all = new boolean[] {true, true, true, true};
        assertThat(path(2, 2, all).getCurrentPoint()).isNull();
        assertThat(path(2, 2, new boolean[4]).getCurrentPoint()).isNull();
        var left = path(2, 2, new boolean[] {true, false, true, false});
        assertThat(left.getBounds2D()).isEqualTo(new Rectangle2D.Double(1, 0, 0, 2));
        assertThat(parts(left, PathIterator.SEG_LINETO)).isEqualTo(1);
        assertThat(parts(left, PathIterator.SEG_CLOSE)).isZero();
    }

    @Test
    void cellsThatTouchAtACornerStayApart() {
        var inside = new boolean[16];
        inside[5] = true;
        inside[10] = true;
        assertThat(parts(path(4, 4, inside), PathIterator.SEG_CLOSE)).isEqualTo(2);
    }

    /** The borders of random cells, each once: their length is what a count of unlike neighbours says. */
    @Test
    void everyBorderIsWalkedOnce() {
        var random = new Random(3);
        for (var density : new double[] {0.2, 0.5, 0.9}) {
            var inside = new boolean[20 * 15];
            IntStream.range(0, inside.length).forEach(i -> inside[i] = random.nextDouble() < density);
            var unlike = 0;
            for (var i = 0; i < inside.length; i++) {
                unlike += i % 20 < 19 && inside[i] != inside[i + 1] ? 1 : 0;
                unlike += i < 14 * 20 && inside[i] != inside[i + 20] ? 1 : 0;
            }
            // Sums of whole numbers are exact.
            assertThat(length(path(20, 15, inside))).isEqualTo(unlike);
        }
    }

    @Test
    void cellsFinerThanAnEyeCanTellMakeASmoothLine() {
        var side = 2000;
        var inside = new boolean[side * side];
        for (var i = 0; i < inside.length; i++) {
            inside[i] = Math.hypot(i % side - 999.5, i / side - 999.5) < 700;
        }
        var path = path(side, side, inside);
        // The staircase around a disc is 4 / pi times as long as its circle.
        assertThat(length(path)).isCloseTo(2 * Math.PI * 700, within(0.02 * 2 * Math.PI * 700));
        assertThat(parts(path, PathIterator.SEG_LINETO)).isLessThan(100);
    }

    @Test
    void dustDoesNotMakeAPictureOfMegabytes() {
        var random = new Random(4);
        var inside = new boolean[600 * 600];
        IntStream.range(0, inside.length).forEach(i -> inside[i] = random.nextBoolean());
        assertThat(parts(path(600, 600, inside), PathIterator.SEG_LINETO)).isBetween(100, 20_000);
    }

    private static Path2D path(int columns, int rows, boolean[] inside) {
        return new Contours(columns, rows, inside, borders(columns), borders(rows)).path();
    }

    private static double[] borders(int cells) {
        return IntStream.rangeClosed(0, cells).asDoubleStream().toArray();
    }

    private static int parts(Path2D path, int kind) {
        var parts = 0;
        for (var i = path.getPathIterator(null); !i.isDone(); i.next()) {
            parts += i.currentSegment(new double[6]) == kind ? 1 : 0;
        }
        return parts;
    }

    private static double length(Path2D path) {
        var length = 0.0;
        var from = new double[6];
        for (var i = path.getPathIterator(null); !i.isDone(); i.next()) {
            var to = new double[6];
            var kind = i.currentSegment(to);
            if (kind == PathIterator.SEG_LINETO) {
                length += Math.hypot(to[0] - from[0], to[1] - from[1]);
            }
            if (kind != PathIterator.SEG_CLOSE) {
                from = to;
            }
        }
        return length;
    }
}
