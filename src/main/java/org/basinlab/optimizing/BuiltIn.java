package org.basinlab.optimizing;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.Descents;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.LinearMaps;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Populations;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.landscape.Formulas;

/** The systems that come with Basin. */
public enum BuiltIn {
    /** P7's: a linear map. */
    THERMOSTAT {
        @Override
        Preset preset(Values values) {
            return new Preset(map(Thermostats.linear(values.gain()), 1), List.of("T"), "R", List.of("R"), 1000, true);
        }
    },
    /** P8's: one that saturates. */
    SATURATING {
        @Override
        Preset preset(Values values) {
            require(values.theta() > 0, "--theta must be positive, got %s", values.theta());
            require(values.power() > 0, "--power must be positive, got %s", values.power());
            return new Preset(
                    map(Thermostats.saturating(values.theta(), values.power()), 0.02),
                    List.of("T"),
                    "R",
                    List.of("R"),
                    10,
                    true);
        }
    },
    /** P8's other: chaos at rho = 28. */
    LORENZ {
        @Override
        Preset preset(Values values) {
            return new Preset(flow(Lorenz.of(values.rho()), 0.01), List.of("a"), "b", List.of(), 10, false);
        }
    },
    /** An oscillator under a controller. */
    PID {
        @Override
        Preset preset(Values values) {
            return new Preset(flow(Controlled.pid(2, 0.5, 1), 0.01), List.of("u"), "x", List.of("x", "v"), 20, true);
        }
    },
    /** A pendulum held on its end. */
    PENDULUM {
        @Override
        Preset preset(Values values) {
            return new Preset(
                    flow(Controlled.pendulum(5), 0.01), List.of("u"), "theta", List.of("theta", "omega"), 5, true);
        }
    },
    /** Lotka and Volterra's. */
    PREDATOR_PREY {
        @Override
        Preset preset(Values values) {
            return new Preset(
                    flow(Populations.predatorAndPrey(), 0.01), List.of("predator"), "prey", List.of("prey"), 40, false);
        }
    },
    /** A random linear map. */
    LINEAR {
        @Override
        Preset preset(Values values) {
            var matrix = LinearMaps.random(values.dimension(), values.radius(), values.seed());
            return new Preset(map(LinearMaps.of(matrix), 1), List.of("x1"), "x2", List.of(), 100, false);
        }
    },
    /** Gradient descent. */
    DESCENT {
        @Override
        Preset preset(Values values) {
            require(values.temperature() > 0, "--temperature must be positive, got %s", values.temperature());
            return new Preset(
                    map(
                            Descents.of(
                                    Formulas.parse("--loss", values.loss(), List.of("x", "y")), values.temperature()),
                            1),
                    List.of("gx", "gy"),
                    "x",
                    List.of("x"),
                    100,
                    true);
        }
    };

    /**
     * What the systems are made with.
     *
     * @param gain        of the thermostat
     * @param theta       of the saturating one
     * @param power       of the saturating one
     * @param rho         of Lorenz's system
     * @param loss        that descent goes down, a formula of x and y
     * @param temperature of descent
     * @param dimension   of the linear map
     * @param radius      its spectral radius
     * @param seed        its entries'
     */
    public record Values(
            double gain,
            double theta,
            double power,
            double rho,
            String loss,
            double temperature,
            int dimension,
            double radius,
            long seed) {
        /** P7's and P8's own, and of the rest what the command has for defaults. */
        public static final Values PUBLISHED =
                new Values(0.01, 1, 1, 28, "(x^2-1)^2/4 + y^2/2 + x*y/4", 0.1, 6, 0.95, 1);
    }

    abstract Preset preset(Values values);

    /** The system and its usual question. */
    public Preset with(Values values) {
        return preset(values);
    }

    /** The options that this system alone has, by name with underscores, and their values. */
    public Map<String, Object> own(Values values) {
        var own = new LinkedHashMap<String, Object>();
        switch (this) {
            case THERMOSTAT -> own.put("gain", values.gain());
            case SATURATING -> {
                own.put("theta", values.theta());
                own.put("power", values.power());
            }
            case LORENZ -> own.put("rho", values.rho());
            case LINEAR -> {
                own.put("dimension", values.dimension());
                own.put("radius", values.radius());
            }
            case DESCENT -> {
                own.put("loss", values.loss());
                own.put("temperature", values.temperature());
            }
            default -> {}
        }
        return own;
    }

    /** The names of all, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(BuiltIn::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Stepping map(DynamicalSystem system, double step) {
        return new Stepping(system, Integrator.RK4, step);
    }

    private static Stepping flow(DynamicalSystem system, double step) {
        return new Stepping(system, Integrator.RK4, step);
    }
}
