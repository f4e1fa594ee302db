package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import java.util.Map;

/**
 * Which landscape a run is on: the pit, with its depth and sharpness, or datapoint losses given as text.
 *
 * @param depth      of the pit
 * @param sharpness  of the pit
 * @param datapoints formulas of W, one a datapoint; empty for the pit
 */
public record LandscapeChoice(double depth, double sharpness, List<String> datapoints) {
    /** P1's depth. */
    public static final double DEPTH = 1;

    /** P1's sharpness. */
    public static final double SHARPNESS = 100;

    /** P1's. */
    public static final LandscapeChoice PIT = new LandscapeChoice(DEPTH, SHARPNESS, List.of());

    private static final double FURTHEST = 10;

    public LandscapeChoice {
        datapoints = List.copyOf(datapoints);
        new Pit(depth, sharpness);
        datapoints.forEach(Formulas::parse);
        require(
                datapoints.isEmpty() || depth == DEPTH && sharpness == SHARPNESS,
                "--depth and --sharpness are the pit's: leave them out beside --datapoint");
    }

    /** The landscape. */
    public Landscape landscape() {
        return isPit()
                ? new Pit(depth, sharpness)
                : Landscape.of(datapoints.stream().map(Formulas::parse).toList());
    }

    /** Whether it is the pit, of whatever depth. */
    public boolean isPit() {
        return datapoints.isEmpty();
    }

    /** Whether it is the pit as published. */
    public boolean isPublished() {
        return isPit() && depth == DEPTH && sharpness == SHARPNESS;
    }

    /** Its options, as a configuration file has them. */
    public void into(Map<String, Object> options) {
        if (isPit()) {
            options.put("depth", depth);
            options.put("sharpness", sharpness);
        } else {
            options.put("datapoint", String.join(";", datapoints));
        }
    }

    /**
     * A pit and the barrier to its right. On P1's landscape they are stationary points of l1, not of L; of a landscape of
     * one's own, the first minimum of L from the left, between -10 and 10, that has a maximum to its right, and that.
     *
     * @throws org.basinlab.experiment.InputException if there is none
     */
    public Pocket pocket() {
        var points = isPit()
                ? StationaryPoints.of(new Pit(depth, sharpness).losses().get(1), 0, 2)
                : StationaryPoints.of(landscape(), -FURTHEST, FURTHEST);
        for (var i = 0; i + 1 < points.size(); i++) {
            if (points.get(i).kind() == StationaryPoint.Kind.MINIMUM
                    && points.get(i + 1).kind() == StationaryPoint.Kind.MAXIMUM) {
                return new Pocket(points.get(i).w(), points.get(i + 1).w());
            }
        }
        require(
                false,
                isPit()
                        ? "l1 has no pit near 1 with this depth and sharpness: give --start and --barrier as numbers"
                        : "L has no minimum with a maximum to its right between -10 and 10: give --start and --barrier as"
                                + " numbers");
        throw new AssertionError();
    }

    /**
     * A pit and the way out of it.
     *
     * @param pit     where a minimum is
     * @param barrier where the maximum to its right is
     */
    public record Pocket(double pit, double barrier) {}
}
