package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;

/**
 * What P5 says, judged by rules fixed here; none needs chance. Tables have rows high, low, off and columns hot, warm,
 * cold.
 */
final class P5Claims {
    private static final double[] PLAIN_NEXT = ninths(0, 3, 0, 0, 3, 0, 0, 3, 0);
    private static final double[] PLAIN_DECORRELATED_NEXT = ninths(0, 1, 2, 1, 1, 1, 2, 1, 0);
    private static final double[] SMART_NEXT = ninths(0, 0, 0, 0, 9, 0, 0, 0, 0);
    private static final double[] SMART_DECORRELATED_NEXT = ninths(0, 0, 2, 1, 3, 1, 2, 0, 0);

    private P5Claims() {}

    static List<Claim> all() {
        var plain = Course.of(Thermostat.PLAIN.system(), Thermostat.SPLIT, Thermostat.threeStates(), 1);
        var smart = Course.of(Thermostat.SMART.system(), Thermostat.SPLIT, Thermostat.threeStates(), 1);
        var claims = new ArrayList<Claim>();
        claims.add(map(PrintedMap.P5_PLAIN));
        claims.add(cells(
                "The plain thermostat takes P to the table printed as P_1",
                PLAIN_NEXT,
                plain.next(),
                "The post computed it by its rules: by its table of the map (low, warm) would have 2/3."));
        claims.add(printed("P_1 has 1.6 bits", 1.6, plain.bits().next()));
        claims.add(cells(
                "and the decorrelated P' to the table printed as P'_1",
                PLAIN_DECORRELATED_NEXT,
                plain.decorrelatedNext(),
                ""));
        claims.add(printed("P'_1 has 2.7 bits", 2.7, plain.bits().decorrelatedNext()));
        claims.add(printed(
                "The optimizing strength of the plain thermostat is 1.1 bits",
                1.1,
                plain.bits().strength()));
        claims.add(map(PrintedMap.P5_SMART));
        claims.add(cells("The smart thermostat takes P to the table printed as P_1", SMART_NEXT, smart.next(), ""));
        claims.add(printed("That P_1 has 0 bits", 0, smart.bits().next()));
        claims.add(cells(
                "and the decorrelated P' to the table printed as P'_1",
                SMART_DECORRELATED_NEXT,
                smart.decorrelatedNext(),
                ""));
        claims.add(printed("That P'_1 has 2.2 bits", 2.2, smart.bits().decorrelatedNext()));
        claims.add(printed(
                "The optimizing strength of the smart thermostat is 2.2 bits",
                2.2,
                smart.bits().strength()));
        var ratio = smart.bits().strength() / plain.bits().strength();
        claims.add(Judged.holds(
                "P5",
                "That is approximately twice as much",
                2.0,
                ratio,
                Math.abs(ratio - 2) <= 0.2,
                "Reproduced if the ratio is within 10%% of 2; it is %.4f",
                ratio));
        return claims;
    }

    /** A table of the map, held against the rules of its post. */
    static Claim map(PrintedMap table) {
        var wrong = table.wrong();
        var right = 9 - wrong.size();
        return Judged.of(
                table.source(),
                "The table of the " + table.thermostat() + " thermostat's map is what its rules give",
                9.0,
                (double) right,
                wrong.isEmpty() ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if all nine printed cells are what the rules of the text give; %d are.%s",
                right,
                wrong.stream().map(cell -> remark(table, cell)).collect(Collectors.joining()));
    }

    private static String remark(PrintedMap table, PrintedMap.Wrong wrong) {
        var swapped = table.other().cell(wrong.state()).equals(wrong.byTheRules());
        return String.format(
                " (%s) is printed with (%s) after it, the rules give (%s)%s.",
                words(wrong.state()),
                words(wrong.printed()),
                words(wrong.byTheRules()),
                swapped ? ", which the post prints for the other thermostat: the two cells are exchanged" : "");
    }

    /** Thermostat, room. */
    private static String words(List<String> state) {
        return String.join(", ", state);
    }

    private static Claim printed(String statement, double published, double ours) {
        return Printed.bits("P5", statement, published, ours);
    }

    private static Claim cells(String statement, double[] published, JointLaw ours, String remark) {
        return Printed.cells("P5", statement, published, ours, remark);
    }

    private static double[] ninths(double... counts) {
        return Fractions.of(9, counts);
    }
}
