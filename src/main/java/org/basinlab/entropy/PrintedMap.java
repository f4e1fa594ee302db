package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A table of the posts: for each of the nine joint states of room and thermostat the one that follows, as printed.
 * Facts about the posts, right or wrong.
 */
enum PrintedMap {
    P5_PLAIN(
            "P5",
            Thermostat.PLAIN,
            "hot off, hot low, warm high",
            "hot off, warm low, cold high",
            "warm low, cold low, cold high"),
    P5_SMART(
            "P5",
            Thermostat.SMART,
            "hot off, hot low, warm low",
            "hot off, warm low, cold high",
            "warm off, cold low, cold high"),
    P6_PLAIN(
            "P6",
            Thermostat.PLAIN,
            "hot off, hot low, warm high",
            "hot off, warm low, cold high",
            "warm off, cold low, cold high"),
    P6_SMART(
            "P6",
            Thermostat.SMART,
            "hot off, hot low, warm low",
            "hot off, warm low, cold high",
            "warm low, cold low, cold high");

    private final String source;
    private final Thermostat thermostat;
    private final List<List<String>> cells;

    /**
     * Rows by the thermostat's state, columns by the room's; a cell holds the room's next state, then the thermostat's.
     */
    PrintedMap(String source, Thermostat thermostat, String... rows) {
        this.source = source;
        this.thermostat = thermostat;
        cells = Arrays.stream(rows)
                .flatMap(row -> Arrays.stream(row.split(", ")))
                .map(cell -> List.of(cell.split(" ")[1], cell.split(" ")[0]))
                .toList();
    }

    String source() {
        return source;
    }

    Thermostat thermostat() {
        return thermostat;
    }

    /** A cell that the rules do not give. */
    record Wrong(List<String> state, List<String> printed, List<String> byTheRules) {}

    /** Those cells of the table. */
    List<Wrong> wrong() {
        var system = thermostat.system();
        var wrong = new ArrayList<Wrong>();
        for (var s = 0; s < cells.size(); s++) {
            var follower = Thermostat.SPACE.state(system.follower(s));
            if (!cells.get(s).equals(follower)) {
                wrong.add(new Wrong(Thermostat.SPACE.state(s), cells.get(s), follower));
            }
        }
        return wrong;
    }

    /** The table of the same post for the other thermostat. */
    PrintedMap other() {
        return Map.of(P5_PLAIN, P5_SMART, P5_SMART, P5_PLAIN, P6_PLAIN, P6_SMART, P6_SMART, P6_PLAIN)
                .get(this);
    }

    /** What it prints for a state: the thermostat's next, then the room's. */
    List<String> cell(List<String> state) {
        return cells.get(Thermostat.SPACE.index(state));
    }
}
