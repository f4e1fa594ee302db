package org.basinlab.entropy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The room and its thermostat of P5 and P6: nine joint states, one deterministic map by the posts' rules.
 *
 * <p>The thermostat acts on the room: {@code high} makes it a step warmer, {@code off} a step colder, {@code low}
 * leaves it. It reads the room: hot to off, warm to low, cold to high. The smart one reads a room that is about to
 * change by itself as changed: hot while off, and cold while high, to low.
 *
 * <p>A is the thermostat, B the room.
 */
public enum Thermostat {
    /** P5's first, P6's "thermostat 1". */
    PLAIN,
    /** The one that "turns off just before the temperature changes". */
    SMART;

    /** The thermostat's state, then the room's. */
    public static final StateSpace SPACE = new StateSpace(List.of(
            new Variable("thermostat", List.of("high", "low", "off")),
            new Variable("room", List.of("hot", "warm", "cold"))));

    /** A is the thermostat, B the room. */
    public static final Split SPLIT = new Split(SPACE, List.of("thermostat"), List.of("room"));

    private static final Map<String, List<String>> ACTS = Map.of(
            "high", List.of("hot", "hot", "warm"),
            "low", List.of("hot", "warm", "cold"),
            "off", List.of("warm", "cold", "cold"));

    private static final Map<String, String> READS = Map.of("hot", "off", "warm", "low", "cold", "high");

    /** The system. */
    public FiniteSystem system() {
        return FiniteSystem.map(SPACE, state -> List.of(reads(state.get(0), state.get(1)), acts(state)));
    }

    private static String acts(List<String> state) {
        var room = SPACE.variables().get(1).states().indexOf(state.get(1));
        return ACTS.get(state.get(0)).get(room);
    }

    private String reads(String now, String room) {
        var changing = now.equals("off") && room.equals("hot") || now.equals("high") && room.equals("cold");
        return this == SMART && changing ? "low" : READS.get(room);
    }

    /** P5's distribution: one third each on (high, cold), (low, warm) and (off, hot). */
    public static JointLaw threeStates() {
        return JointLaw.of(
                SPACE,
                Map.of(
                        List.of("high", "cold"),
                        1 / 3.0,
                        List.of("low", "warm"),
                        1 / 3.0,
                        List.of("off", "hot"),
                        1 / 3.0));
    }

    /**
     * P6's family: both variables independent with probabilities (e/2, 1 - e, e/2).
     *
     * @param epsilon e, above 0, at most 1
     */
    public static JointLaw narrow(double epsilon) {
        var marginal = new double[] {epsilon / 2, 1 - epsilon, epsilon / 2};
        return JointLaw.product(SPACE, List.of(marginal, marginal));
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
