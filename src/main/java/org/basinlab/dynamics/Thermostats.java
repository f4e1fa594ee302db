package org.basinlab.dynamics;

/**
 * Thermostats T that act on rooms R, as maps: of P7 ("Defining Optimization in a Deeper Way Part 3") and of P8 ("Part 4"),
 * 2022. Temperatures have no unit there.
 */
public final class Thermostats {
    /** The temperature wanted. */
    public static final double SET_POINT = 25;

    private Thermostats() {}

    /**
     * P7's: {@code T' = R - d}, {@code R' = R - k T}, from T = 10 and R = 35.
     *
     * @param gain k, a step
     */
    public static DynamicalSystem linear(double gain) {
        var building = DynamicalSystem.named("thermostat");
        var thermostat = building.variable("T", 10);
        var room = building.variable("R", 35);
        var k = building.parameter("gain", gain);
        var d = building.parameter("set_point", SET_POINT);
        return building.moves(thermostat, room.minus(d))
                .moves(room, room.minus(k.times(thermostat)))
                .map();
    }

    /**
     * P8's, which cannot heat or cool by more than its power: {@code T' = R - d}, {@code R' = R - dt Therm(T)} with
     * {@code Therm(T) = clamp(p T / theta, -p, p)}, from T = 0. At its kinks, |T| = theta, a derivative is the mean of those
     * of both sides.
     *
     * @param theta beyond which it saturates; positive
     * @param power p, a unit of time; positive
     */
    public static DynamicalSystem saturating(double theta, double power) {
        var building = DynamicalSystem.named("saturating");
        var thermostat = building.variable("T", 0);
        var room = building.variable("R", 35);
        var width = building.parameter("theta", theta);
        var p = building.parameter("power", power);
        var d = building.parameter("set_point", SET_POINT);
        var action = thermostat.over(width).clamp(-1, 1).times(p);
        return building.moves(thermostat, room.minus(d))
                .moves(room, room.minus(building.step().times(action)))
                .map();
    }
}
