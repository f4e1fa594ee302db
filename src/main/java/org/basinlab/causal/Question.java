package org.basinlab.causal;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.basinlab.dynamics.Reach;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;

/**
 * Op(A; n, m) of a dynamical system: how much does A optimize m, at all times, with respect to n at the start?
 *
 * @param stepping the system, from its start
 * @param frozen   A: variables and nodes, at all times or in a window; n and m not among them
 * @param window   when A is frozen
 * @param from     n: the variable that is changed at the start
 * @param to       m: variables or nodes
 */
public record Question(Stepping stepping, Set<String> frozen, Window window, String from, List<String> to) {
    public Question {
        frozen = Set.copyOf(frozen);
        to = List.copyOf(to);
        var system = stepping.system();
        require(!frozen.isEmpty(), "--frozen needs at least one node of %s: %s", system.name(), names(system.nodes()));
        frozen.forEach(system::node);
        system.node(from);
        require(
                system.variables().contains(from),
                "--from %s is computed anew at every step, so there is nothing to change at the start; give one of %s",
                from,
                names(system.variables()));
        require(
                !frozen.contains(from),
                "--from %s is in A (--frozen %s): what is changed cannot be frozen too",
                from,
                names(new TreeSet<>(frozen)));
        require(!to.isEmpty(), "--to needs at least one node");
        var reached = Reach.of(system, from, Set.of());
        for (var m : to) {
            system.node(m);
            require(
                    !frozen.contains(m) || !window.equals(Window.ALWAYS),
                    "--to %s is in A (--frozen %s), where nothing differs in world Y: Comp is x/0",
                    m,
                    names(new TreeSet<>(frozen)));
            require(
                    reached.contains(m),
                    "--to %s is not reachable from %s: nothing of the change gets there, and Comp is 0/0",
                    m,
                    from);
        }
    }

    /** The question about every node outside A that n reaches. */
    public static Question ofAll(Stepping stepping, Set<String> frozen, Window window, String from) {
        var system = stepping.system();
        system.node(from);
        var reached = Reach.of(system, from, Set.of());
        var to = new ArrayList<>(system.nodes());
        to.removeIf(m -> frozen.contains(m) || !reached.contains(m));
        require(
                !to.isEmpty(),
                "nothing outside A (--frozen %s) is reachable from %s",
                names(new TreeSet<>(frozen)),
                from);
        return new Question(stepping, frozen, window, from, to);
    }

    /** The nodes m that nothing of the change reaches when A is frozen: there Comp is infinite. */
    public List<String> cutOff() {
        var reached = Reach.of(stepping.system(), from, window.equals(Window.ALWAYS) ? frozen : Set.of());
        return to.stream().filter(m -> !reached.contains(m)).toList();
    }

    private static String names(Iterable<String> names) {
        return String.join(",", names);
    }
}
