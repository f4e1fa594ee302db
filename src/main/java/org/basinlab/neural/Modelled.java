package org.basinlab.neural;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.random.RandomStream;

/**
 * A simple system that a small network is trained to model: x' = x + net(x), one step of it at a time.
 *
 * <p>Both systems move by maps whose only nodes are the variables after each step, so that "A frozen" is the same in
 * the system and in its model. An integrator with stages between would freeze A there too, where a model has no nodes.
 */
public enum Modelled {
    /** P8's thermostat with theta = 1 and p = 1, dt = 0.1: A = T, n and m the room, starts up to 4 from 25. */
    THERMOSTAT(new Stepping(Thermostats.saturating(1, 1), Integrator.EULER, 0.1), Set.of("T"), "R", 80) {
        @Override
        double[] start(int k, long seed) {
            var random = new RandomStream(seed, RandomStream.STARTS, k);
            return new double[] {0, Thermostats.SET_POINT + 4 * (2 * random.uniform(0) - 1)};
        }

        @Override
        double[] elsewhere(double[] state, RandomStream random, long number) {
            return new double[] {
                5 * (2 * random.uniform(2 * number) - 1),
                Thermostats.SET_POINT + 5 * (2 * random.uniform(2 * number + 1) - 1)
            };
        }
    },
    /** Lorenz's system at rho = 28 by Euler's rule, dt = 0.01: A = a, n and m = b, starts on the attractor. */
    LORENZ(new Stepping(Lorenz.of(28), Integrator.EULER, 0.01), Set.of("a"), "b", 200) {
        @Override
        double[] start(int k, long seed) {
            var random = new RandomStream(seed, RandomStream.STARTS, k);
            var state = new double[] {1 + random.uniform(0), 1 + random.uniform(1), 20 + random.uniform(2)};
            var step = new OneStep(system());
            for (var s = 0; s < SETTLING; s++) {
                state = step.from(state);
            }
            return state;
        }

        @Override
        double[] elsewhere(double[] state, RandomStream random, long number) {
            var moved = state.clone();
            for (var i = 0; i < moved.length; i++) {
                moved[i] += random.normal(3 * number + i);
            }
            return moved;
        }
    };

    private static final int SETTLING = 1000;
    private static final int RUNS = 10;
    /** Of a lesson, along runs; as many are drawn about them. */
    private static final int POINTS = 200;

    private final Stepping stepping;
    private final Set<String> frozen;
    private final String changed;
    private final int steps;

    Modelled(Stepping stepping, Set<String> frozen, String changed, int steps) {
        this.stepping = stepping;
        this.frozen = frozen;
        this.changed = changed;
        this.steps = steps;
    }

    /** The system itself. */
    public Stepping system() {
        return stepping;
    }

    /** A. */
    public Set<String> frozen() {
        return frozen;
    }

    /** n at the start, and m later. */
    public String changed() {
        return changed;
    }

    /** Over how many steps Op is followed. */
    public int steps() {
        return steps;
    }

    /** Where run k of a seed starts. */
    abstract double[] start(int k, long seed);

    /** A state of a lesson, drawn about one of a run. */
    abstract double[] elsewhere(double[] state, RandomStream random, long number);

    /** Starts of test runs, a row a variable. */
    double[][] starts(int count, long seed) {
        var rows = new double[stepping.system().dimension()][count];
        for (var k = 0; k < count; k++) {
            var start = start(k, seed);
            for (var i = 0; i < rows.length; i++) {
                rows[i][k] = start[i];
            }
        }
        return rows;
    }

    /**
     * States and what a step adds to them: along runs, and drawn about these.
     *
     * @param hidden  units of the network
     * @param trained steps of its training
     */
    Regressor.Task lesson(int hidden, int trained, long seed) {
        var d = stepping.system().dimension();
        var inputs = new double[2 * POINTS * d];
        var targets = new double[2 * POINTS * d];
        var step = new OneStep(stepping);
        var random = new RandomStream(seed, RandomStream.NOISE, 0);
        var every = Math.max(1, RUNS * steps / POINTS);
        var at = 0;
        for (var r = 0; at < POINTS; r++) {
            var state = start(r, seed);
            for (var k = 0; k < steps && at < POINTS; k++) {
                if (k % every == 0) {
                    put(state, step, at, inputs, targets);
                    put(elsewhere(state, random, at), step, POINTS + at, inputs, targets);
                    at++;
                }
                state = step.from(state);
            }
        }
        return new Regressor.Task(inputs, d, targets, d, List.of(hidden), trained, 0.03, seed);
    }

    private static void put(double[] state, OneStep step, int at, double[] inputs, double[] targets) {
        var next = step.from(state);
        for (var i = 0; i < state.length; i++) {
            inputs[at * state.length + i] = state[i];
            targets[at * state.length + i] = next[i] - state[i];
        }
    }

    /** A network in the system's place. */
    Stepping model(DenseNetwork network) {
        var system = stepping.system();
        var building = DynamicalSystem.named("a model of " + system.name());
        var state =
                system.variables().stream().map(v -> building.variable(v, 0)).toList();
        var moves = NetworkNodes.add(building, network, state, false);
        for (var i = 0; i < moves.size(); i++) {
            building.moves(state.get(i), state.get(i).plus(moves.get(i)));
        }
        return new Stepping(building.map(), stepping.integrator(), stepping.step());
    }

    /** As people call it. */
    public String label() {
        return this == THERMOSTAT ? "the saturating thermostat" : "Lorenz's system";
    }

    /** Its name in file names. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
