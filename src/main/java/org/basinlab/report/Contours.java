package org.basinlab.report;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The lines between the cells of a region and those outside of it, as few paths as can be. The map's own edge is no
 * such line.
 *
 * <p>Each border of two cells is walked once, with the inside on the left; where four cells meet and two opposite ones
 * are inside, the path turns left, so that they stay apart. Corners and islands finer than an eye can tell are left out
 * (Douglas and Peucker, 1973); of a region whose border is dust, so are as many coarser ones as make it a picture of
 * bearable size.
 *
 * @param columns of the grid
 * @param rows    of the grid
 * @param inside  row by row from the lowest
 * @param x       coordinates of the columns' borders, one more than there are columns
 * @param y       coordinates of the rows' borders, one more than there are rows
 */
record Contours(int columns, int rows, boolean[] inside, double[] x, double[] y) {
    /** More corners make a picture of megabytes. */
    private static final int MOST = 20_000;
    /**
     * How far a line may run beside its corners, in parts of the map's width and height: less than half a CSS pixel.
     */
    private static final double FINE = 0.0012;

    /** East, north, west, south; one more is a turn to the left. */
    private static final int[] EAST = {1, 0, -1, 0};

    private static final int[] NORTH = {0, 1, 0, -1};

    Path2D path() {
        var walks = walks();
        var drawn = simplified(walks, FINE);
        for (var fine = 2 * FINE; drawn.stream().mapToInt(walk -> walk.length).sum() > MOST; fine *= 2) {
            drawn = simplified(walks, fine);
        }
        var path = new Path2D.Double();
        for (var walk : drawn) {
            path.moveTo(xOf(walk[0]), yOf(walk[0]));
            for (var i = 1; i < walk.length; i++) {
                path.lineTo(xOf(walk[i]), yOf(walk[i]));
            }
            if (walk[0] == walk[walk.length - 1]) {
                path.closePath();
            }
        }
        return path;
    }

    private double xOf(int corner) {
        return x[corner % (columns + 1)];
    }

    private double yOf(int corner) {
        return y[corner / (columns + 1)];
    }

    /**
     * The corners at which each turns, by their index in the grid of corners: those that begin at the map's edge first,
     * so that they are walked whole; then closed ones.
     */
    private List<int[]> walks() {
        var walks = new ArrayList<int[]>();
        var walked = new BitSet();
        for (var edge : new boolean[] {true, false}) {
            for (var row = 0; row <= rows; row++) {
                for (var column = 0; column <= columns; column++) {
                    var onEdge = row == 0 || row == rows || column == 0 || column == columns;
                    for (var to = 0; to < 4 && onEdge == edge; to++) {
                        if (isBorder(column, row, to) && !walked.get(4 * corner(column, row) + to)) {
                            walks.add(walk(column, row, to, walked));
                        }
                    }
                }
            }
        }
        return walks;
    }

    private int corner(int column, int row) {
        return row * (columns + 1) + column;
    }

    private int[] walk(int startColumn, int startRow, int start, BitSet walked) {
        var corners = new ArrayList<Integer>();
        var column = startColumn;
        var row = startRow;
        var to = start;
        corners.add(corner(column, row));
        while (to >= 0) {
            walked.set(4 * corner(column, row) + to);
            column += EAST[to];
            row += NORTH[to];
            var next = next(column, row, to, walked);
            if (next != to) {
                corners.add(corner(column, row));
            }
            to = next;
        }
        return corners.stream().mapToInt(Integer::intValue).toArray();
    }

    /** To the left if that can be, else straight on, else to the right; -1 at the end. */
    private int next(int column, int row, int to, BitSet walked) {
        for (var turn : new int[] {1, 0, 3}) {
            var next = (to + turn) % 4;
            if (isBorder(column, row, next) && !walked.get(4 * corner(column, row) + next)) {
                return next;
            }
        }
        return -1;
    }

    /** Whether from a corner in a direction inside lies on the left and outside on the right. */
    private boolean isBorder(int column, int row, int to) {
        return switch (to) {
            case 0 -> between(column, row, column, row - 1);
            case 1 -> between(column - 1, row, column, row);
            case 2 -> between(column - 1, row - 1, column - 1, row);
            default -> between(column, row - 1, column - 1, row - 1);
        };
    }

    private boolean between(int column, int row, int otherColumn, int otherRow) {
        return isCell(column, row)
                && isCell(otherColumn, otherRow)
                && inside[row * columns + column]
                && !inside[otherRow * columns + otherColumn];
    }

    private boolean isCell(int column, int row) {
        return column >= 0 && column < columns && row >= 0 && row < rows;
    }

    /** Without those that stay this close to where they begin. */
    private List<int[]> simplified(List<int[]> walks, double fine) {
        return walks.stream()
                .filter(walk -> Arrays.stream(walk).anyMatch(corner -> distance(corner, walk[0], walk[0]) > fine))
                .map(walk -> simplified(walk, fine))
                .toList();
    }

    private int[] simplified(int[] corners, double fine) {
        var kept = new BitSet();
        var last = corners.length - 1;
        kept.set(0);
        kept.set(last);
        var pieces = new ArrayDeque<int[]>();
        pieces.push(new int[] {0, last});
        while (!pieces.isEmpty()) {
            var piece = pieces.pop();
            var furthest = -1;
            var distance = fine;
            for (var i = piece[0] + 1; i < piece[1]; i++) {
                var d = distance(corners[i], corners[piece[0]], corners[piece[1]]);
                if (d > distance) {
                    furthest = i;
                    distance = d;
                }
            }
            if (furthest >= 0) {
                kept.set(furthest);
                pieces.push(new int[] {piece[0], furthest});
                pieces.push(new int[] {furthest, piece[1]});
            }
        }
        return kept.stream().map(i -> corners[i]).toArray();
    }

    /** From a straight piece, in parts of the map. */
    private double distance(int corner, int from, int to) {
        var width = x[columns] - x[0];
        var height = y[rows] - y[0];
        var dx = (xOf(to) - xOf(from)) / width;
        var dy = (yOf(to) - yOf(from)) / height;
        var px = (xOf(corner) - xOf(from)) / width;
        var py = (yOf(corner) - yOf(from)) / height;
        var length = dx * dx + dy * dy;
        var along = length > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
        return Math.hypot(px - along * dx, py - along * dy);
    }
}
