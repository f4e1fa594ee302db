package org.basinlab.dynamics;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.basinlab.landscape.Expression;

/**
 * A system with a state that moves in steps: a map, {@code x' = f(x, t)}, or a flow, {@code dx/dt = f(x, t)}.
 *
 * <p>It has variables, which are its state; nodes, which are computed from the variables, and from nodes before them,
 * whenever the variables are, such as the output of a controller; and parameters, which stay. Every quantity has a slot, by
 * which the formulas know it. Immutable.
 *
 * <pre>{@code
 * var lorenz = DynamicalSystem.named("lorenz");
 * var a = lorenz.variable("a", 1);
 * var b = lorenz.variable("b", 1);
 * var c = lorenz.variable("c", 1);
 * var rho = lorenz.parameter("rho", 28);
 * lorenz.moves(a, b.minus(a).times(constant(10)));
 * lorenz.moves(b, a.times(rho.minus(c)).minus(b));
 * lorenz.moves(c, a.times(b).minus(c.times(constant(8.0 / 3))));
 * var system = lorenz.flow();
 * }</pre>
 */
public final class DynamicalSystem {
    /** A quantity that is given: a variable with its start, or a parameter with its value. */
    record Given(String name, int slot, double value) {}

    /** A quantity that is computed from others. */
    record Computed(String name, int slot, Expression formula) {}

    private final String name;
    private final boolean flow;
    private final List<Given> variables;
    private final List<Computed> nodes;
    private final List<Given> parameters;
    private final List<Expression> moves;
    private final int time;
    private final int step;
    private final int slots;

    private DynamicalSystem(
            String name,
            boolean flow,
            List<Given> variables,
            List<Computed> nodes,
            List<Given> parameters,
            List<Expression> moves,
            int[] clock,
            int slots) {
        this.name = name;
        this.flow = flow;
        this.variables = List.copyOf(variables);
        this.nodes = List.copyOf(nodes);
        this.parameters = List.copyOf(parameters);
        this.moves = List.copyOf(moves);
        time = clock[0];
        step = clock[1];
        this.slots = slots;
    }

    /** Begins a system. */
    public static Building named(String name) {
        return new Building(name);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Whether it is a flow, which an integrator moves, and not a map. */
    public boolean isFlow() {
        return flow;
    }

    /** The names of the state's variables, in their order. */
    public List<String> variables() {
        return variables.stream().map(Given::name).toList();
    }

    /** The names of all that moves: the variables, then the computed nodes. */
    public List<String> nodes() {
        var names = new ArrayList<>(variables());
        nodes.forEach(n -> names.add(n.name));
        return names;
    }

    /** The names of the parameters. */
    public List<String> parameters() {
        return parameters.stream().map(Given::name).toList();
    }

    /** Where the variables start unless told otherwise. */
    public double[] start() {
        return variables.stream().mapToDouble(Given::value).toArray();
    }

    /** What the parameters are. */
    public double[] parameterValues() {
        return parameters.stream().mapToDouble(Given::value).toArray();
    }

    /** How many variables there are. */
    public int dimension() {
        return variables.size();
    }

    /**
     * The place of a node among {@link #nodes}.
     *
     * @throws org.basinlab.experiment.InputException if there is none of that name
     */
    public int node(String wanted) {
        var place = nodes().indexOf(wanted);
        require(place >= 0, "%s has no node %s: it has %s", name, wanted, String.join(", ", nodes()));
        return place;
    }

    /** The same system with other values of parameters, by name. */
    public DynamicalSystem with(Map<String, Double> values) {
        values.keySet()
                .forEach(p -> require(
                        parameters().contains(p),
                        "%s has no parameter %s: it has %s",
                        name,
                        p,
                        String.join(", ", parameters())));
        values.forEach((p, value) -> require(Double.isFinite(value), "%s: %s must be finite, got %s", name, p, value));
        var changed = parameters.stream()
                .map(p -> new Given(p.name, p.slot, values.getOrDefault(p.name, p.value)))
                .toList();
        return new DynamicalSystem(name, flow, variables, nodes, changed, moves, new int[] {time, step}, slots);
    }

    /** The same system from another start. */
    public DynamicalSystem from(double... start) {
        require(
                start.length == dimension(),
                "%s starts at %s values, %s, got %s of them",
                name,
                dimension(),
                String.join(", ", variables()),
                start.length);
        require(
                Arrays.stream(start).allMatch(Double::isFinite),
                "a start must be finite, got %s",
                Arrays.toString(start));
        var changed = new ArrayList<Given>();
        for (var i = 0; i < start.length; i++) {
            changed.add(new Given(variables.get(i).name, variables.get(i).slot, start[i]));
        }
        return new DynamicalSystem(name, flow, changed, nodes, parameters, moves, new int[] {time, step}, slots);
    }

    /**
     * The same system with a sine added to what moves a variable: {@code amplitude sin(2 pi t / period)}, of a map times dt.
     *
     * @param period positive
     */
    public DynamicalSystem disturbed(String variable, double amplitude, double period) {
        require(period > 0 && Double.isFinite(period), "a disturbance's period must be positive, got %s", period);
        require(Double.isFinite(amplitude), "a disturbance's amplitude must be finite, got %s", amplitude);
        var place = variables().indexOf(variable);
        require(
                place >= 0,
                "%s has no variable %s to disturb: it has %s",
                name,
                variable,
                String.join(", ", variables()));
        var sine = Expression.parameter(time)
                .times(Expression.constant(2 * Math.PI / period))
                .apply(Expression.Function.SIN)
                .times(Expression.constant(amplitude));
        var changed = new ArrayList<>(moves);
        changed.set(place, moves.get(place).plus(flow ? sine : sine.times(Expression.parameter(step))));
        return new DynamicalSystem(name, flow, variables, nodes, parameters, changed, new int[] {time, step}, slots);
    }

    List<Given> givenVariables() {
        return variables;
    }

    List<Computed> computedNodes() {
        return nodes;
    }

    List<Given> givenParameters() {
        return parameters;
    }

    /** What moves each variable: its rate of change, or what it becomes. */
    List<Expression> moves() {
        return moves;
    }

    int timeSlot() {
        return time;
    }

    /** Of the length of a step. */
    int stepSlot() {
        return step;
    }

    int slots() {
        return slots;
    }

    /** A system in the making. */
    public static final class Building {
        private final String name;
        private final List<Given> variables = new ArrayList<>();
        private final List<Computed> nodes = new ArrayList<>();
        private final List<Given> parameters = new ArrayList<>();
        private final List<Expression> moves = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final Expression time = slot("t");
        private final Expression step = slot("dt");

        private Building(String name) {
            this.name = name;
        }

        /** A variable of the state. */
        public Expression variable(String variable, double start) {
            require(Double.isFinite(start), "%s: %s must start at a finite value, got %s", name, variable, start);
            var slot = slot(variable);
            variables.add(new Given(variable, names.size() - 1, start));
            moves.add(null);
            return slot;
        }

        /** A parameter. */
        public Expression parameter(String parameter, double value) {
            require(Double.isFinite(value), "%s: %s must be finite, got %s", name, parameter, value);
            var slot = slot(parameter);
            parameters.add(new Given(parameter, names.size() - 1, value));
            return slot;
        }

        /** A node computed from variables, parameters, time and nodes before it. */
        public Expression node(String node, Expression formula) {
            var slot = slot(node);
            nodes.add(new Computed(node, names.size() - 1, formula));
            return slot;
        }

        /** Time, t. */
        public Expression time() {
            return time;
        }

        /** The length of a step, dt. */
        public Expression step() {
            return step;
        }

        /** What moves a variable: of a flow its rate of change, of a map what it becomes. */
        public Building moves(Expression variable, Expression formula) {
            for (var i = 0; i < variables.size(); i++) {
                if (variable instanceof Expression.Parameter p && p.index() == variables.get(i).slot) {
                    moves.set(i, formula);
                    return this;
                }
            }
            throw new IllegalArgumentException(variable + " is no variable of " + name);
        }

        /** Done: the variables' formulas are their rates of change. */
        public DynamicalSystem flow() {
            return built(true);
        }

        /** Done: the variables' formulas are what they become in a step. */
        public DynamicalSystem map() {
            return built(false);
        }

        private DynamicalSystem built(boolean flow) {
            for (var i = 0; i < variables.size(); i++) {
                require(moves.get(i) != null, "%s: nothing moves %s", name, variables.get(i).name);
            }
            require(!variables.isEmpty(), "%s has no variables", name);
            return new DynamicalSystem(name, flow, variables, nodes, parameters, moves, new int[] {0, 1}, names.size());
        }

        private Expression slot(String added) {
            require(!names.contains(added), "%s: %s is there twice", name, added);
            names.add(added);
            return Expression.parameter(names.size() - 1);
        }
    }
}
