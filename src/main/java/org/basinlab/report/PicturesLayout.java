package org.basinlab.report;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.experiment.Figure;

/**
 * Where everything of {@link Figure.Pictures} stands, in CSS pixels. Images are as large as the width allows with a
 * whole number of pixels of the PNG for each of theirs; what is over goes to the labels of the rows.
 *
 * @param size       of the images
 * @param labels     width of the labels of the rows
 * @param rowFont    of the labels of the rows
 * @param columnFont of the labels of the columns
 */
record PicturesLayout(Figure.Pictures figure, Size size, double labels, Font rowFont, Font columnFont) {
    /** Height of a line below the images. */
    static final double LINE = 22;
    /** Between the labels of the rows and the images. */
    static final double BESIDE = 6;
    /** Between the labels of the columns and the images. */
    static final double ABOVE = 3;

    private static final double MARGIN = 6;
    /** Between images. */
    private static final double GAP = 3;
    /** Names of columns may be wider than their images by so much. */
    private static final double BETWEEN = 1;
    /** An image is not larger in any direction. */
    private static final double LARGEST = 240;
    /** All images of a column together are not higher. */
    private static final double TALLEST = 620;
    /** The labels of the rows are not wider. */
    private static final double WIDEST = 130;
    /** The labels of the rows have no less, if they need it, though they may have to be cut. */
    private static final double NARROWEST = 60;
    /** A label of a column may have so many lines. */
    private static final int HEADING_LINES = 3;

    private static final Font SMALLEST = Lettering.FONT.deriveFont(Lettering.SMALLEST);

    /**
     * Of an image.
     *
     * @param shrink so many by so many values of the image make a pixel
     * @param factor width of it in pixels of the PNG
     */
    private record Size(int shrink, int factor, double width, double height) {
        static Size of(Figure.Pictures figure, int shrink, int factor) {
            return new Size(
                    shrink,
                    factor,
                    GreyImage.pixels(figure.width(), shrink) * factor / (double) Drawing.PNG_SCALE,
                    GreyImage.pixels(figure.height(), shrink) * factor / (double) Drawing.PNG_SCALE);
        }
    }

    static PicturesLayout of(Figure.Pictures figure) {
        var size = size(figure);
        var labels = Math.min(needed(figure), labelRoom(figure, size));
        return new PicturesLayout(
                figure,
                size,
                labels,
                rowFont(figure, size, labels),
                Lettering.largest(figure.columns(), size.width() + BETWEEN, HEADING_LINES));
    }

    /** The largest at which the labels of the rows can be read, or at least have a little room. */
    private static Size size(Figure.Pictures figure) {
        var sizes = sizes(figure)
                .filter(size -> Math.max(size.width(), size.height()) <= LARGEST)
                .filter(size -> across(size.height(), figure.rows().size()) <= TALLEST)
                .toList();
        return Stream.<Predicate<Size>>of(
                        size -> labelsFit(figure, size),
                        size -> labelRoom(figure, size) >= Math.min(needed(figure), NARROWEST))
                .flatMap(enough -> sizes.stream().filter(enough).limit(1))
                .findFirst()
                .orElse(sizes.get(sizes.size() - 1));
    }

    /** From the largest to one pixel an image. */
    private static Stream<Size> sizes(Figure.Pictures figure) {
        var largest = Drawing.PNG_SCALE * Drawing.WIDTH / figure.width();
        var shrinks = Math.max(figure.width(), figure.height());
        return Stream.concat(
                IntStream.iterate(largest, factor -> factor > 0, factor -> factor - 1)
                        .mapToObj(factor -> Size.of(figure, 1, factor)),
                IntStream.rangeClosed(2, shrinks).mapToObj(shrink -> Size.of(figure, shrink, 1)));
    }

    /** Width of the labels of the rows, were each to stand in a line. */
    private static double needed(Figure.Pictures figure) {
        return figure.rows().stream()
                .mapToDouble(row -> Lettering.width(row, Lettering.FONT))
                .max()
                .orElse(0);
    }

    private static boolean labelsFit(Figure.Pictures figure, Size size) {
        return labelsFit(figure, size, labelRoom(figure, size), SMALLEST);
    }

    private static boolean labelsFit(Figure.Pictures figure, Size size, double length, Font font) {
        return figure.rows().stream().allMatch(row -> Lettering.fits(row, font, length, lines(size, font)));
    }

    private static Font rowFont(Figure.Pictures figure, Size size, double length) {
        return Lettering.fonts()
                .filter(font -> labelsFit(figure, size, length, font))
                .findFirst()
                .orElse(SMALLEST);
    }

    private static double labelRoom(Figure.Pictures figure, Size size) {
        var images = across(size.width(), figure.columns().size());
        return Math.min(WIDEST, Drawing.WIDTH - 2 * MARGIN - BESIDE - images);
    }

    private static double across(double image, int images) {
        return Math.max(0, images * (image + GAP) - GAP);
    }

    /** Lines of a label that have room beside an image. */
    private static int lines(Size size, Font font) {
        return Math.max(1, (int) ((size.height() + GAP) / PlacedWords.height(1, font)));
    }

    /** So many values by so many make a pixel. */
    int shrink() {
        return size.shrink();
    }

    /** Pixels of the PNG for one of an image, in each direction. */
    int factor() {
        return size.factor();
    }

    /** Of the topmost images. */
    double top() {
        var lines = IntStream.range(0, figure.columns().size())
                .filter(column -> !figure.columns().get(column).isBlank())
                .map(column -> columnLabel(column).size())
                .max()
                .orElse(0);
        return whole(MARGIN + PlacedWords.height(lines, columnFont) + ABOVE);
    }

    /** Of an image. */
    Rectangle2D place(int row, int column) {
        var images = across(size.width(), figure.columns().size());
        var left = labels + BESIDE + (Drawing.WIDTH - labels - BESIDE - images) / 2;
        return new Rectangle2D.Double(
                whole(left) + column * (size.width() + GAP),
                top() + row * (size.height() + GAP),
                size.width(),
                size.height());
    }

    /** On whole pixels of the PNG, or pixels would not all be of one size there. */
    private static double whole(double length) {
        return Math.ceil(length);
    }

    List<String> rowLabel(int row) {
        return Lettering.wrapped(figure.rows().get(row), rowFont, labels, lines(size, rowFont));
    }

    List<String> columnLabel(int column) {
        return Lettering.wrapped(figure.columns().get(column), columnFont, size.width() + BETWEEN, HEADING_LINES);
    }

    /** Top of what is said below the images. */
    double below() {
        return top() + across(size.height(), Math.max(1, figure.rows().size())) + 4;
    }

    /** @param missing whether there is a line about values that are none */
    int height(boolean missing) {
        return (int) Math.ceil(below() + (missing ? 2 : 1) * LINE + 4);
    }
}
