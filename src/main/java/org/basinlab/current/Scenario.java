package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.Locale;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.landscape.Scenarios;

/**
 * The systems that P2 validates its equation on, and the one that defeated its solver; each with what is taken where
 * nothing is given. P2 states T for {@link #DRIFT} and {@link #LINEAR} and the start for {@link #DRIFT} alone.
 */
public enum Scenario {
    /** The pit's G without noise: every step goes down L. From a normal law cut at 0, as in the post. */
    DRIFT(0.02, 200, 0.5, 0.175),
    /** g = -1 and 1: noise without drift. */
    SPREADING(0.1, 100, 0, 0.1),
    /** g = (1 +- spread) W - 2. */
    LINEAR(0.5, 20, 0.5, 0.1),
    /** P1's pit, from a narrow law in it. */
    PIT(0.015, 1000, Double.NaN, 0.001);

    private final double temperature;
    private final int time;
    private final double mean;
    private final double sd;

    Scenario(double temperature, int time, double mean, double sd) {
        this.temperature = temperature;
        this.time = time;
        this.mean = mean;
        this.sd = sd;
    }

    /**
     * Makes sure that losses of one's own are not given beside it.
     *
     * @throws org.basinlab.experiment.InputException if they are
     */
    public void requireAlone(LandscapeChoice landscape) {
        require(landscape.isPit(), "--scenario %s and --datapoint are two landscapes: leave one of them out", this);
    }

    /** T, where none is given. */
    public double temperature() {
        return temperature;
    }

    /** The number of steps, where none is given. */
    public int time() {
        return time;
    }

    /** The start, where none is given, as {@code --initial} takes it; that of the pit is its l1's minimum. */
    public String initial(LandscapeChoice landscape) {
        return "normal:" + (this == PIT ? landscape.pocket().pit() : mean) + ":" + sd;
    }

    /** Where the start is cut, where nothing is said. */
    public String truncate() {
        return this == DRIFT ? "0" : "none";
    }

    /** The barrier, where none is given. */
    public String barrier() {
        return this == PIT ? "saddle" : "none";
    }

    /** Whether P1's pit lies under it, with its depth and sharpness. */
    public boolean hasPit() {
        return this == DRIFT || this == PIT;
    }

    /** Its landscape. */
    Landscape landscape(LandscapeChoice pit, double spread) {
        return switch (this) {
            case DRIFT, PIT -> pit.landscape();
            case SPREADING -> Scenarios.constantGradients();
            case LINEAR -> Scenarios.linearGradients(spread);
        };
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
