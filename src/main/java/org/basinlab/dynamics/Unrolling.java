package org.basinlab.dynamics;

import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.basinlab.landscape.Expression;

/**
 * A system's steps written out as nodes, each a formula of nodes before it: variable b after 3 steps is {@code b@3}, and what an
 * integrator computes of it on the way to the next {@code b@3.1}, {@code b@3.2} and so on.
 */
public final class Unrolling {
    /**
     * A node.
     *
     * @param name    with its time
     * @param base    its name in the system
     * @param step    it belongs to
     * @param formula of the nodes before it, by their places in the list
     */
    public record Node(String name, String base, long step, Expression formula) {}

    private final Stepping stepping;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    private Unrolling(Stepping stepping) {
        this.stepping = stepping;
    }

    /** The nodes of so many steps, in an order in which each is after those it is computed from. */
    public static List<Node> of(Stepping stepping, int steps) {
        var unrolling = new Unrolling(stepping);
        var system = stepping.system();
        var state = new ArrayList<Expression>();
        for (var v : system.givenVariables()) {
            state.add(unrolling.node(v.name(), 0, 0, constant(v.value())));
        }
        var parameters =
                system.givenParameters().stream().map(p -> constant(p.value())).toArray(Expression[]::new);
        var now = state.toArray(Expression[]::new);
        for (var k = 0; k < steps; k++) {
            now = unrolling.step(now, k, parameters);
        }
        return List.copyOf(unrolling.nodes);
    }

    private Expression[] step(Expression[] state, int k, Expression[] parameters) {
        var system = stepping.system();
        var stages = system.isFlow() ? stepping.integrator().stages() : 1;
        var none = new boolean[system.nodes().size()];
        var w = new World(system, null, none, none);
        var step = new Step(
                stepping,
                List.of(w),
                (name, stage, formula) -> stage == stages
                        ? node(name, k + 1L, 0, disturbed(name, k, formula))
                        : node(name, k, stage, formula));
        return step.taken(Collections.singletonList(state), constant(stepping.time(k)), parameters)
                .get(0);
    }

    /** With the noise of a step, which is a constant here. */
    private Expression disturbed(String name, int k, Expression formula) {
        var noise = stepping.noise();
        return stepping.system().variables().indexOf(name) == noise.variable()
                ? formula.plus(constant(noise.at(k, stepping.step())))
                : formula;
    }

    private Expression node(String base, long step, int stage, Expression formula) {
        var name = base + "@" + step + (stage == 0 ? "" : "." + stage);
        var place = places.computeIfAbsent(name, unused -> {
            nodes.add(new Node(name, base, step, formula));
            return nodes.size() - 1;
        });
        return parameter(place);
    }
}
