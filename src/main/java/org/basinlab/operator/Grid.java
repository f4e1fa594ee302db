package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;

/**
 * Cells of an interval of W, of whatever widths.
 *
 * @param edges ascending, one more than there are cells
 */
public record Grid(double[] edges) {
    public Grid {
        edges = edges.clone();
        require(edges.length > 1, "a grid needs at least one cell");
        for (var i = 0; i < edges.length; i++) {
            require(Double.isFinite(edges[i]), "a grid's edges must be finite numbers, got %s", edges[i]);
            require(i == 0 || edges[i - 1] < edges[i], "a grid's edges must ascend, got %s twice", edges[i]);
        }
    }

    /** Equal cells. */
    public static Grid uniform(double low, double high, int cells) {
        require(cells > 0, "a grid needs at least one cell, got %s", cells);
        var edges = new double[cells + 1];
        for (var i = 0; i < cells; i++) {
            edges[i] = low + (high - low) * i / cells;
        }
        edges[cells] = high;
        return new Grid(edges);
    }

    @Override
    public double[] edges() {
        return edges.clone();
    }

    /** Of the same edges. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.equals(edges, grid.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    /** How many cells. */
    public int cells() {
        return edges.length - 1;
    }

    /** Edge i, from 0 to the number of cells. */
    public double edge(int i) {
        return edges[i];
    }

    /** Its lower end. */
    public double low() {
        return edges[0];
    }

    /** Its upper end. */
    public double high() {
        return edges[cells()];
    }

    /** Of cell i. */
    public double width(int i) {
        return edges[i + 1] - edges[i];
    }

    /** Of cell i. */
    public double centre(int i) {
        return 0.5 * (edges[i] + edges[i + 1]);
    }

    /** The centres of all cells. */
    public double[] centres() {
        var centres = new double[cells()];
        for (var i = 0; i < centres.length; i++) {
            centres[i] = centre(i);
        }
        return centres;
    }

    /** The same cells, but the inner edge nearest to w moved onto it; w must lie inside, and there must be one. */
    public Grid through(double w) {
        require(cells() > 1 && low() < w && w < high(), "an edge at %s must lie inside the grid", w);
        var nearest = 1;
        for (var i = 2; i < cells(); i++) {
            if (Math.abs(edges[i] - w) < Math.abs(edges[nearest] - w)) {
                nearest = i;
            }
        }
        var moved = edges.clone();
        moved[nearest] = w;
        return new Grid(moved);
    }

    /** Every cell cut in two. */
    public Grid halved() {
        var halves = new double[2 * cells() + 1];
        for (var i = 0; i < cells(); i++) {
            halves[2 * i] = edges[i];
            halves[2 * i + 1] = centre(i);
        }
        halves[2 * cells()] = high();
        return new Grid(halves);
    }

    /** The same interval in {@code cells} cells that hold equal parts of a positive weight given for the cells here. */
    public Grid balanced(double[] weight, int cells) {
        var sums = new double[cells() + 1];
        for (var i = 0; i < cells(); i++) {
            sums[i + 1] = sums[i] + weight[i];
        }
        var balanced = new double[cells + 1];
        var i = 0;
        for (var j = 0; j < cells; j++) {
            var part = sums[cells()] * j / cells;
            while (sums[i + 1] <= part) {
                i++;
            }
            balanced[j] = edges[i] + width(i) * (part - sums[i]) / weight[i];
        }
        balanced[cells] = high();
        return new Grid(balanced);
    }
}
