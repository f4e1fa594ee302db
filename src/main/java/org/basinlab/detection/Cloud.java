package org.basinlab.detection;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * Inputs of a network that stand for its domain: every angle and share of {@link Detector} is an average over them.
 *
 * @param columns the values of each input, all of one length; not copied
 */
public record Cloud(List<double[]> columns) {
    public Cloud {
        columns = List.copyOf(columns);
        require(!columns.isEmpty(), "a cloud of points needs at least one input");
        var points = columns.get(0).length;
        require(
                points >= 2 && columns.stream().allMatch(c -> c.length == points),
                "every input of a cloud needs a value at each of at least two points");
    }

    /** Independent and uniform on (-1, 1), as P9's toy inputs are here. */
    static Cloud uniform(int inputs, int points, long seed, int part) {
        var draws = new Draws(seed, part);
        var columns = new double[inputs][points];
        for (var p = 0; p < points; p++) {
            for (var i = 0; i < inputs; i++) {
                columns[i][p] = 2 * draws.uniform() - 1;
            }
        }
        return new Cloud(List.of(columns));
    }

    /** How many inputs a point has. */
    public int inputs() {
        return columns.size();
    }

    /** How many points. */
    public int points() {
        return columns.get(0).length;
    }

    /** One point. */
    public double[] point(int p) {
        return columns.stream().mapToDouble(c -> c[p]).toArray();
    }

    /** Point by point, as trainers take them. */
    double[] byPoint() {
        var all = new double[inputs() * points()];
        for (var p = 0; p < points(); p++) {
            for (var i = 0; i < inputs(); i++) {
                all[p * inputs() + i] = columns.get(i)[p];
            }
        }
        return all;
    }
}
