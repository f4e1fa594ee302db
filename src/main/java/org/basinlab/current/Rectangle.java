package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

/**
 * A rectangle of two parameters in equal cells, numbered along x first.
 *
 * @param columns cells along x, at least 3
 * @param rows    cells along y, at least 3
 */
public record Rectangle(double lowX, double highX, double lowY, double highY, int columns, int rows) {
    public Rectangle {
        require(highX > lowX && highY > lowY, "a rectangle must not be empty");
        require(columns >= 3 && rows >= 3, "a rectangle needs at least 3 by 3 cells, got %s by %s", columns, rows);
    }

    /** How many there are. */
    public int cells() {
        return columns * rows;
    }

    /** The width of one. */
    public double width() {
        return (highX - lowX) / columns;
    }

    /** The height of one. */
    public double height() {
        return (highY - lowY) / rows;
    }

    /** The middle of a cell along x. */
    public double x(int cell) {
        return lowX + (cell % columns + 0.5) * width();
    }

    /** The middle of a cell along y. */
    public double y(int cell) {
        var row = cell / columns;
        return lowY + (row + 0.5) * height();
    }

    /** Whether a cell is at least this many cells from every edge. */
    boolean inside(int cell, int distance) {
        var column = cell % columns;
        var row = cell / columns;
        return Math.min(column, columns - 1 - column) >= distance && Math.min(row, rows - 1 - row) >= distance;
    }

    /** The cell some columns and rows on, or -1 outside. */
    int beside(int cell, int right, int up) {
        var column = cell % columns + right;
        var row = cell / columns + up;
        return column < 0 || column >= columns || row < 0 || row >= rows ? -1 : row * columns + column;
    }
}
