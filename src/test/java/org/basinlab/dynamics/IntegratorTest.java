package org.basinlab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders of convergence, of states and of tangents. */
class IntegratorTest {
    private static final double TIME = 0.4;

    @ParameterizedTest
    @CsvSource({
        "euler,1,lorenz",
        "midpoint,2,lorenz",
        "rk4,4,lorenz",
        "euler,1,pid",
        "midpoint,2,pid",
        "rk4,4,pid",
        "midpoint,2,predator-prey",
        "rk4,4,predator-prey",
        "midpoint,2,pendulum",
        "rk4,4,pendulum"
    })
    void orderOfStatesAndTangents(String name, int order, String system) {
        var integrator = Integrator.valueOf(name.toUpperCase(java.util.Locale.ROOT));
        var reference = end(Integrator.RK4, system, 6400);
        var steps = order == 1 ? 1600 : order == 2 ? 800 : system.equals("lorenz") ? 200 : 50;
        var coarse = end(integrator, system, steps);
        var fine = end(integrator, system, 2 * steps);
        for (var row = 0; row < 3; row++) {
            var ratio = distance(coarse[row], reference[row]) / distance(fine[row], reference[row]);
            // The next order's share of the error is a tenth at these steps.
            assertThat(Math.log(ratio) / Math.log(2))
                    .as("%s of %s", new String[] {"states", "free tangents", "frozen tangents"}[row], system)
                    .isBetween(order - 0.25, order + 0.35);
        }
    }

    private static double[][] end(Integrator integrator, String name, int steps) {
        var system = switch (name) {
            case "lorenz" -> Lorenz.of(28);
            case "pid" -> Controlled.pid(2, 0.5, 1);
            case "pendulum" -> Controlled.pendulum(1000);
            default -> Populations.predatorAndPrey();
        };
        var last = system.nodes().get(system.nodes().size() - 1);
        var course = new Course(
                new Stepping(system, integrator, TIME / steps),
                Set.of(last),
                Window.ALWAYS,
                system.variables().get(0));
        for (var k = 0; k < steps; k++) {
            course.advance();
        }
        return new double[][] {
            course.state(), course.free().mantissas(), course.frozen().mantissas()
        };
    }

    private static double distance(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
