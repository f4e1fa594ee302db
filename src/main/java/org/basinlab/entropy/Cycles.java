package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a deterministic finite system ends: every state falls into one of these cycles. */
public final class Cycles {
    private Cycles() {}

    /**
     * A cycle.
     *
     * @param states in the order in which they follow each other, from that with the lowest number; one is a fixed
     *     point
     * @param basin  how many states end in it, its own among them
     */
    public record Cycle(List<Integer> states, int basin) {
        public Cycle {
            states = List.copyOf(states);
        }
    }

    /**
     * All cycles, by their lowest state.
     *
     * @throws IllegalStateException if the system is stochastic
     */
    public static List<Cycle> of(FiniteSystem system) {
        var n = system.space().size();
        // 0 for not seen; else 1 + the number of the cycle that it ends in, or -1 while on the present path.
        var ends = new int[n];
        var cycles = new ArrayList<List<Integer>>();
        for (var s = 0; s < n; s++) {
            var path = new ArrayList<Integer>();
            var x = s;
            while (ends[x] == 0) {
                ends[x] = -1;
                path.add(x);
                x = system.follower(x);
            }
            if (ends[x] == -1) {
                cycles.add(path.subList(path.indexOf(x), path.size()));
                ends[x] = cycles.size();
            }
            for (var on : path) {
                ends[on] = ends[x];
            }
        }
        var basins = new int[cycles.size()];
        for (var end : ends) {
            basins[end - 1]++;
        }
        var found = new ArrayList<Cycle>();
        for (var c = 0; c < basins.length; c++) {
            found.add(new Cycle(fromLowest(cycles.get(c)), basins[c]));
        }
        found.sort(Comparator.comparing(cycle -> cycle.states().get(0)));
        return found;
    }

    private static List<Integer> fromLowest(List<Integer> states) {
        var at = states.indexOf(states.stream().min(Comparator.naturalOrder()).orElseThrow());
        var turned = new ArrayList<>(states.subList(at, states.size()));
        turned.addAll(states.subList(0, at));
        return turned;
    }
}
