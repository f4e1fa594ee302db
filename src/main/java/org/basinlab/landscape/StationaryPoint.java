package org.basinlab.landscape;

/**
 * Where a loss has no slope.
 *
 * @param w    where
 * @param kind of point
 * @param loss its value there
 */
public record StationaryPoint(double w, Kind kind, double loss) {
    /** What a stationary point is; flat where the slope touches 0 and keeps its sign. */
    public enum Kind {
        MINIMUM,
        MAXIMUM,
        FLAT
    }
}
