package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;

/**
 * What P6 says of the two finite thermostats, judged by rules fixed here; none needs chance. P at t is what one step
 * makes of the uniform product at t - 1. Tables have rows high, low, off and columns hot, warm, cold.
 */
final class P6Claims {
    private static final double[] PLAIN_START = Fractions.of(9, 0, 1, 2, 1, 1, 1, 2, 1, 0);
    private static final double[] PLAIN_NEXT = Fractions.of(9, 0, 2, 1, 1, 1, 1, 1, 2, 0);
    private static final double[] SMART_START = Fractions.of(9, 0, 0, 2, 1, 3, 1, 2, 0, 0);
    private static final double[] SMART_NEXT = Fractions.of(9, 0, 0, 1, 0, 7, 0, 1, 0, 0);
    private static final double[] SMART_DECORRELATED = Fractions.of(27, 2, 2, 2, 5, 5, 5, 2, 2, 2);
    private static final double[] SMART_DECORRELATED_NEXT = Fractions.of(27, 0, 0, 7, 2, 9, 2, 7, 0, 0);

    /** The cycle as printed, room and thermostat, and the fixed point. */
    private static final List<String> PRINTED_CYCLE =
            List.of("hot low", "hot off", "warm off", "cold low", "cold high", "warm high");

    private static final String PRINTED_FIXED_POINT = "warm low";

    private P6Claims() {}

    static List<Claim> all() {
        var uniform = JointLaw.uniform(Thermostat.SPACE);
        var claims = new ArrayList<Claim>();
        claims.add(Printed.bits("P6", "P at t - 1, uniform, has 3.2 bits", 3.2, uniform.entropy()));
        claims.addAll(plain(course(Thermostat.PLAIN, uniform), uniform));
        claims.addAll(smart(course(Thermostat.SMART, uniform)));
        claims.addAll(EpsilonClaims.all());
        return claims;
    }

    private static Course course(Thermostat thermostat, JointLaw before) {
        var system = thermostat.system();
        return Course.of(system, Thermostat.SPLIT, system.next(before), 1);
    }

    private static List<Claim> plain(Course course, JointLaw uniform) {
        var bits = course.bits();
        return List.of(
                P5Claims.map(PrintedMap.P6_PLAIN),
                cells("The plain thermostat's P at t is the printed table", PLAIN_START, course.start()),
                cells("Its P at t + 1 is the printed table", PLAIN_NEXT, course.next()),
                cells(
                        "Decorrelated, P at t is the uniform distribution again",
                        uniform.probabilities(),
                        course.decorrelated()),
                cells("So P' at t + 1 is P at t", PLAIN_START, course.decorrelatedNext()),
                Judged.holds(
                        "P6",
                        "The plain thermostat does not optimize there",
                        0.0,
                        bits.strength(),
                        Math.abs(bits.strength()) <= 1e-12,
                        "Reproduced if the strength is 0 to rounding; it is %.1e. The adjusted strength is %.5f",
                        bits.strength(),
                        bits.adjustedStrength()),
                cycle(),
                compression(course, uniform));
    }

    private static Claim cycle() {
        var cycles = Cycles.of(Thermostat.PLAIN.system());
        var fixed = cycles.stream()
                .filter(cycle -> cycle.states().size() == 1)
                .flatMap(cycle -> cycle.states().stream())
                .map(P6Claims::roomFirst)
                .toList();
        var long6 = cycles.stream().filter(cycle -> cycle.states().size() > 1).toList();
        var same = fixed.equals(List.of(PRINTED_FIXED_POINT))
                && long6.size() == 1
                && isTurned(
                        PRINTED_CYCLE,
                        long6.get(0).states().stream().map(P6Claims::roomFirst).toList());
        return Judged.holds(
                "P6",
                "It stays at (warm, low) or falls into the printed cycle of six",
                6.0,
                (double) (long6.isEmpty() ? 0 : long6.get(0).states().size()),
                same,
                "Reproduced if the map has this fixed point and this cycle, in this order, and no other; it has %s",
                cycles.stream()
                        .map(cycle -> cycle.states().stream()
                                        .map(P6Claims::roomFirst)
                                        .collect(Collectors.joining(" -> ", "(", ")"))
                                + ", in which " + cycle.basin() + (cycle.basin() == 1 ? " state ends" : " states end"))
                        .collect(Collectors.joining("; ")));
    }

    private static String roomFirst(int state) {
        var names = Thermostat.SPACE.state(state);
        return names.get(1) + " " + names.get(0);
    }

    private static boolean isTurned(List<String> cycle, List<String> other) {
        var n = cycle.size();
        return other.size() == n
                && IntStream.range(0, n)
                        .anyMatch(by -> IntStream.range(0, n)
                                .allMatch(i -> cycle.get((i + by) % n).equals(other.get(i))));
    }

    /** Nine states end on seven. */
    private static Claim compression(Course course, JointLaw uniform) {
        var system = Thermostat.PLAIN.system();
        var before = uniform.entropy();
        var now = course.start().entropy();
        var on = Cycles.of(system).stream().mapToInt(c -> c.states().size()).sum();
        var compresses = !system.isReversible() && before - now > 1e-12;
        return Judged.holds(
                "P6",
                "There is no compression of futures into a smaller number of trajectories",
                0.0,
                before - now,
                !compresses,
                "Reproduced if no two states have one follower, and so no bit of the uniform distribution is lost. But of %d states"
                        + " %d are on a cycle, and the entropy falls from %.5f to %.5f bits; ours is the difference",
                Thermostat.SPACE.size(),
                on,
                before,
                now);
    }

    private static List<Claim> smart(Course course) {
        var bits = course.bits();
        return List.of(
                P5Claims.map(PrintedMap.P6_SMART),
                cells("The smart thermostat's P at t is the printed table", SMART_START, course.start()),
                cells("Its P at t + 1 is the printed table", SMART_NEXT, course.next()),
                cells("Its P' at t is the printed table", SMART_DECORRELATED, course.decorrelated()),
                cells("Its P' at t + 1 is the printed table", SMART_DECORRELATED_NEXT, course.decorrelatedNext()),
                printed("P at t + 1 has 1.0 bits", 1.0, bits.next()),
                printed("P' at t + 1 has 2.1 bits", 2.1, bits.decorrelatedNext()),
                printed("The difference, the optimizing strength, is 1.1 bits", 1.1, bits.strength()),
                printed("P at t has 2.2 bits", 2.2, bits.start()),
                printed("P' at t has 3.0 bits", 3.0, bits.decorrelated()),
                printed("The entropy difference started off at 0.8 bits", 0.8, bits.mutualInformation()),
                printed("The adjusted strength is 0.3 bits", 0.3, bits.adjustedStrength()));
    }

    private static Claim cells(String statement, double[] published, JointLaw ours) {
        return Printed.cells("P6", statement, published, ours, "");
    }

    private static Claim printed(String statement, double published, double ours) {
        return Printed.bits("P6", statement, published, ours);
    }
}
