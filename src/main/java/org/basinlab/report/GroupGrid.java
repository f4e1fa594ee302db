package org.basinlab.report;

import java.util.Arrays;

/**
 * Which group has the most points in each cell of a rectangle; of equals, the lowest.
 *
 * <p>Points without a group compete like one group more, and lose to their equals.
 *
 * @param most   the group of each cell, row by row from the top left; -1 where it is none
 * @param points how many that group has in it
 */
record GroupGrid(int[] most, int[] points) {
    private static final int NONE = Integer.MAX_VALUE;

    /** Cells as {@link CountGrid} counts them. */
    static GroupGrid of(double[] x, double[] y, int[] groups, Scale across, Scale up, int columns, int rows) {
        var placed = new long[x.length];
        var inside = 0;
        for (var i = 0; i < x.length; i++) {
            var cell = CountGrid.cell(x[i], y[i], across, up, columns, rows);
            if (cell >= 0) {
                placed[inside++] = (long) cell << Integer.SIZE | (groups[i] < 0 ? NONE : groups[i]);
            }
        }
        Arrays.sort(placed, 0, inside);
        var most = new int[columns * rows];
        Arrays.fill(most, -1);
        var points = new int[most.length];
        for (var start = 0; start < inside; ) {
            var end = start + 1;
            while (end < inside && placed[end] == placed[start]) {
                end++;
            }
            var cell = (int) (placed[start] >> Integer.SIZE);
            var group = (int) placed[start];
            if (end - start > points[cell]) {
                points[cell] = end - start;
                most[cell] = group == NONE ? -1 : group;
            }
            start = end;
        }
        return new GroupGrid(most, points);
    }

    /**
     * How much a cell belongs to its group, from 0 for one among many to 1 for all alone. The group's
     * first point does not count, since some group has it in any case.
     *
     * @param all points in the cell
     */
    double share(int cell, int all) {
        return (points[cell] - 1.0) / all;
    }
}
