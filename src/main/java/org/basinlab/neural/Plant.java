package org.basinlab.neural;

import java.util.List;
import java.util.Locale;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.random.RandomStream;

/** What a small network is trained to control, by showing it what a known controller does. */
public enum Plant {
    /**
     * P8's room, {@code T' = R - d}, {@code R' = R + dt u}: the network sees R - d and T and imitates
     * {@code u = -clamp(T, -1, 1)}. dt = 0.1; starts up to 3 from d = 25.
     */
    THERMOSTAT(new Stepping(Thermostats.saturating(1, 1), Integrator.EULER, 0.1), "R", new double[] {0, 3}, 0.1) {
        @Override
        double[] seen(double[] state) {
            return new double[] {state[1] - Thermostats.SET_POINT, state[0]};
        }

        @Override
        double action(double[] state) {
            return -Math.max(-1, Math.min(1, state[0]));
        }

        @Override
        DynamicalSystem under(DenseNetwork network, boolean switchable) {
            var building = DynamicalSystem.named("a thermostat's network");
            var thermostat = building.variable("T", 0);
            var room = building.variable("R", Thermostats.SET_POINT);
            var deviation = room.minus(Expression.constant(Thermostats.SET_POINT));
            var u = NetworkNodes.add(building, network, List.of(deviation, thermostat), switchable)
                    .get(0);
            return building.moves(thermostat, deviation)
                    .moves(room, room.plus(building.step().times(u)))
                    .map();
        }
    },
    /**
     * {@link Controlled#pendulum} with a limit of 20 per second squared: the network sees theta and omega and imitates
     * the linear-quadratic regulator. RK4, dt = 0.02 s; starts up to 0.4 from upright and 0.8 per second from rest.
     */
    PENDULUM(new Stepping(Controlled.pendulum(20), Integrator.RK4, 0.02), "theta", new double[] {0.4, 0.8}, 0.02) {
        @Override
        double[] seen(double[] state) {
            return state;
        }

        @Override
        double action(double[] state) {
            var u = -value("k1") * state[0] - value("k2") * state[1];
            return Math.max(-value("limit"), Math.min(value("limit"), u));
        }

        @Override
        DynamicalSystem under(DenseNetwork network, boolean switchable) {
            var building = DynamicalSystem.named("a pendulum's network");
            var theta = building.variable("theta", 0);
            var omega = building.variable("omega", 0);
            var gravity = building.parameter("gravity", value("gravity"));
            var friction = building.parameter("friction", value("friction"));
            var u = NetworkNodes.add(building, network, List.of(theta, omega), switchable)
                    .get(0);
            return building.moves(theta, omega)
                    .moves(
                            omega,
                            gravity.times(theta.apply(Function.SIN))
                                    .minus(friction.times(omega))
                                    .plus(u))
                    .flow();
        }
    };

    /** Of a run under control: 7.5 units of time of the room, 1.5 s of the pendulum. */
    private static final int STEPS = 75;
    /** Of a lesson, and steps between two of its datapoints. */
    private static final int RUNS = 12;

    private static final int EVERY = 3;

    private final Stepping taught;
    private final String controlled;
    private final double[] spread;
    private final double noise;

    Plant(Stepping taught, String controlled, double[] spread, double noise) {
        this.taught = taught;
        this.controlled = controlled;
        this.spread = spread;
        this.noise = noise;
    }

    /** The variable that is to be held at its set point; n of Op at the start, m at the end. */
    public String controlled() {
        return controlled;
    }

    /** Under the controller that is imitated. */
    public Stepping taught() {
        return taught;
    }

    /** Under a network. */
    Stepping run(DenseNetwork network, boolean switchable) {
        return new Stepping(under(network, switchable), taught.integrator(), taught.step());
    }

    /** Where the controlled variable is to be. */
    public double setPoint() {
        return this == THERMOSTAT ? Thermostats.SET_POINT : 0;
    }

    /** Steps of a run. */
    public int steps() {
        return STEPS;
    }

    double value(String parameter) {
        var system = taught.system();
        return system.parameterValues()[system.parameters().indexOf(parameter)];
    }

    /** What the network sees of a state. */
    abstract double[] seen(double[] state);

    /** What the controller that is imitated does then. */
    abstract double action(double[] state);

    /** The system under a network; see {@link NetworkNodes#add}. */
    abstract DynamicalSystem under(DenseNetwork network, boolean switchable);

    /** Starts drawn uniformly about the set point, a row a variable. */
    double[][] starts(int count, long seed) {
        var rows = new double[spread.length][count];
        for (var i = 0; i < rows.length; i++) {
            var random = new RandomStream(seed, RandomStream.STARTS, i);
            var middle = taught.system().variables().get(i).equals(controlled) ? setPoint() : 0;
            for (var k = 0; k < count; k++) {
                rows[i][k] = middle + spread[i] * (2 * random.uniform(k) - 1);
            }
        }
        return rows;
    }

    /**
     * What the controller does on runs of its own, with a little noise in every state: inputs and targets of a
     * {@link Regressor}.
     *
     * @param hidden  units of the network
     * @param trained steps of its training
     */
    Regressor.Task lesson(int hidden, int trained, long seed) {
        var step = new OneStep(taught);
        var starts = starts(RUNS, seed);
        var points = RUNS * (STEPS / EVERY);
        var inputs = new double[2 * points];
        var targets = new double[points];
        var at = 0;
        for (var r = 0; r < RUNS; r++) {
            var random = new RandomStream(seed, RandomStream.NOISE, r);
            var state = new double[] {starts[0][r], starts[1][r]};
            for (var k = 0; k < STEPS; k++) {
                if (k % EVERY == 0) {
                    System.arraycopy(seen(state), 0, inputs, 2 * at, 2);
                    targets[at] = action(state);
                    at++;
                }
                state = step.from(state);
                state[0] += noise * random.normal(2L * k);
                state[1] += noise * random.normal(2L * k + 1);
            }
        }
        return new Regressor.Task(inputs, 2, targets, 1, List.of(hidden), trained, 0.03, seed);
    }

    /** As people call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
