package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import org.apache.commons.math3.special.Erf;

/**
 * A law of W that is uniform in each cell of a grid. Its mass need not be 1: what has escaped is missing.
 *
 * @param grid cells
 * @param mass one a cell, none negative
 */
public record Density(Grid grid, double[] mass) {
    public Density {
        mass = mass.clone();
        require(mass.length == grid.cells(), "a density needs %s masses, got %s", grid.cells(), mass.length);
        for (var m : mass) {
            require(m >= 0 && m < Double.POSITIVE_INFINITY, "a mass must be finite and not negative, got %s", m);
        }
    }

    /** The normal law, cut off below {@code low} and at the grid's ends, scaled to mass 1. */
    public static Density normal(Grid grid, double mean, double sd, double low) {
        require(sd > 0, "a normal law's standard deviation must be positive, got %s", sd);
        var mass = new double[grid.cells()];
        var sum = 0.0;
        for (var i = 0; i < mass.length; i++) {
            var from = Math.max(low, grid.edge(i));
            var to = grid.edge(i + 1);
            var scale = sd * Math.sqrt(2);
            mass[i] = from < to ? 0.5 * Erf.erf((from - mean) / scale, (to - mean) / scale) : 0;
            sum += mass[i];
        }
        require(sum > 0, "the normal law around %s has no mass between %s and %s", mean, grid.low(), grid.high());
        for (var i = 0; i < mass.length; i++) {
            mass[i] /= sum;
        }
        return new Density(grid, mass);
    }

    /** All of it. */
    public double total() {
        var sum = 0.0;
        for (var m : mass) {
            sum += m;
        }
        return sum;
    }

    /** Of W; NaN without mass. */
    public double mean() {
        var sum = 0.0;
        for (var i = 0; i < mass.length; i++) {
            sum += mass[i] * grid.centre(i);
        }
        return sum / total();
    }

    /** Of W; NaN without mass. */
    public double sd() {
        var mean = mean();
        var sum = 0.0;
        for (var i = 0; i < mass.length; i++) {
            var deviation = grid.centre(i) - mean;
            sum += mass[i] * (deviation * deviation + grid.width(i) * grid.width(i) / 12);
        }
        return Math.sqrt(sum / total());
    }

    /** The mass at W > w. */
    public double beyond(double w) {
        var sum = 0.0;
        for (var i = 0; i < mass.length; i++) {
            var part = (grid.edge(i + 1) - w) / grid.width(i);
            sum += part <= 0 ? 0 : mass[i] * Math.min(1, part);
        }
        return sum;
    }
}
