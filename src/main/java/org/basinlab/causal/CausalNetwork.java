package org.basinlab.causal;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Unrolling;
import org.basinlab.landscape.Expression;

/**
 * Real-valued nodes, each a function of its parents, in an order in which parents come first. There is no clock. P7.
 *
 * <p>Worlds: W, as it is; X, where node n is shifted by delta and everything downstream follows; Y, where node n is shifted and
 * every node of A keeps its value from W.
 */
public final class CausalNetwork {
    private record Node(String name, int[] parents, NodeFunction function) {}

    private final List<Node> nodes;
    private final Map<String, Integer> places;

    private CausalNetwork(List<Node> nodes, Map<String, Integer> places) {
        this.nodes = List.copyOf(nodes);
        this.places = Map.copyOf(places);
    }

    /** Begins a network. */
    public static Building building() {
        return new Building();
    }

    /** A dynamical system written out over so many steps; its nodes have the names of {@link Unrolling}. */
    public static CausalNetwork of(Stepping stepping, int steps) {
        var building = building();
        var names = new ArrayList<String>();
        for (var node : Unrolling.of(stepping, steps)) {
            building.formula(node.name(), node.formula(), names);
            names.add(node.name());
        }
        return building.build();
    }

    /** The nodes' names, parents first. */
    public List<String> names() {
        return nodes.stream().map(Node::name).toList();
    }

    /** The names that satisfy a condition: a set A, such as all copies of a variable. */
    public Set<String> all(Predicate<String> condition) {
        return Set.copyOf(names().stream().filter(condition).toList());
    }

    /** The values of all nodes in W. */
    public Map<String, Double> w() {
        return named(run(Set.of(), null, 0, null));
    }

    /** The values of all nodes in X: n shifted, everything downstream follows. */
    public Map<String, Double> x(String n, double delta) {
        place(n);
        return named(run(Set.of(), n, delta, null));
    }

    /** The values of all nodes in Y: n shifted, A as in W. */
    public Map<String, Double> y(Set<String> a, String n, double delta) {
        check(a, n);
        return named(run(a, n, delta, run(Set.of(), null, 0, null)));
    }

    /** Comp by exact derivatives: two forward passes of tangents, one with A's at 0. */
    public Comp comp(Set<String> a, String n, String m) {
        checkAll(a, n, m);
        var w = run(Set.of(), null, 0, null);
        return Comp.of(tangent(w, Set.of(), n, m), tangent(w, a, n, m));
    }

    /** Comp as the posts compute it, by differences of worlds. */
    public Comp comp(Set<String> a, String n, String m, double delta) {
        checkAll(a, n, m);
        var w = run(Set.of(), null, 0, null);
        var x = run(Set.of(), n, delta, null);
        var y = run(a, n, delta, w);
        var at = place(m);
        return Comp.of(x[at] - w[at], y[at] - w[at]);
    }

    private double[] run(Set<String> held, String n, double delta, double[] w) {
        var values = new double[nodes.size()];
        for (var i = 0; i < values.length; i++) {
            var node = nodes.get(i);
            values[i] = held.contains(node.name) ? w[i] : node.function.value(parents(node, values));
            if (node.name.equals(n)) {
                values[i] += delta;
            }
        }
        return values;
    }

    private double tangent(double[] w, Set<String> held, String n, String m) {
        var tangents = new double[nodes.size()];
        for (var i = 0; i < tangents.length; i++) {
            var node = nodes.get(i);
            if (node.name.equals(n)) {
                tangents[i] = 1;
            } else if (!held.contains(node.name)) {
                tangents[i] = node.function.derivative(parents(node, w), parents(node, tangents));
            }
        }
        return tangents[place(m)];
    }

    private static double[] parents(Node node, double[] values) {
        var of = new double[node.parents.length];
        for (var p = 0; p < of.length; p++) {
            of[p] = values[node.parents[p]];
        }
        return of;
    }

    private void checkAll(Set<String> a, String n, String m) {
        check(a, n);
        place(m);
        require(!a.contains(m), "node %s is in A, where worlds W and Y are the same: Comp is x/0", m);
        var reached = new boolean[nodes.size()];
        for (var i = 0; i < reached.length; i++) {
            reached[i] = nodes.get(i).name.equals(n);
            for (var parent : nodes.get(i).parents) {
                reached[i] |= reached[parent];
            }
        }
        require(reached[place(m)], "node %s is not downstream of %s: Comp is 0/0", m, n);
    }

    private void check(Set<String> a, String n) {
        place(n);
        a.forEach(this::place);
        require(!a.contains(n), "node %s is in A: what is shifted cannot be frozen too", n);
    }

    private int place(String name) {
        require(places.containsKey(name), "there is no node %s", name);
        return places.get(name);
    }

    private Map<String, Double> named(double[] values) {
        var named = new HashMap<String, Double>();
        for (var i = 0; i < values.length; i++) {
            named.put(nodes.get(i).name, values[i]);
        }
        return named;
    }

    /** A network in the making. */
    public static final class Building {
        private final List<Node> nodes = new ArrayList<>();
        private final Map<String, Integer> places = new HashMap<>();

        private Building() {}

        /** A node without parents. */
        public Building input(String name, double value) {
            return node(name, List.of(), new NodeFunction() {
                @Override
                public double value(double[] parents) {
                    return value;
                }

                @Override
                public double derivative(double[] parents, double[] directions) {
                    return 0;
                }
            });
        }

        /** A node that is any function of nodes before it. */
        public Building node(String name, List<String> parents, NodeFunction function) {
            require(!places.containsKey(name), "node %s is there twice", name);
            for (var parent : parents) {
                require(places.containsKey(parent), "node %s needs %s, which is not there yet", name, parent);
            }
            nodes.add(new Node(name, parents.stream().mapToInt(places::get).toArray(), function));
            places.put(name, nodes.size() - 1);
            return this;
        }

        /**
         * A node that is a formula of nodes before it.
         *
         * @param formula of parameters 0, 1, ...
         * @param of      the node each of these is; those that the formula is not of are no parents
         */
        public Building formula(String name, Expression formula, List<String> of) {
            var used = List.copyOf(formula.parameters());
            var parents = used.stream().map(of::get).toList();
            return node(
                    name,
                    parents,
                    new FormulaFunction(formula.of(i -> Expression.parameter(used.indexOf(i))), used.size()));
        }

        /** The network. */
        public CausalNetwork build() {
            return new CausalNetwork(nodes, places);
        }
    }
}
