package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Path;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Expression.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotalTest {
    private static Question saturating(double theta, double power, double dt) {
        return new Question(
                new Stepping(Thermostats.saturating(theta, power), Integrator.RK4, dt),
                Set.of("T"),
                Window.ALWAYS,
                "R",
                List.of("R"));
    }

    /** As both ends saturate all the way, what is lost between them is what each was moved by, whatever theta is. */
    @Test
    void betweenKinksItIsTwicePowerTimesTime() {
        var random = new Random(3);
        for (var trial = 0; trial < 6; trial++) {
            var dt = 0.05 * (1 + random.nextInt(3));
            var steps = 20 + random.nextInt(40);
            var power = 0.2 + random.nextDouble();
            var theta = power * dt * (2 + 10 * random.nextDouble());
            // Far enough that neither end comes to the kink: |start - 25| > theta + p t.
            var reach = theta + power * steps * dt + 1;
            var total = Total.betweenKinks(
                    saturating(theta, power, dt), steps, 25 - reach, 25 + 1.3 * reach, 60, 2, Progress.NONE);
            assertThat(total).isCloseTo(2 * power * (steps - 1) * dt, within(1e-9));
        }
    }

    @Test
    void theGridConvergesToIt() {
        var question = saturating(1, 1, 0.05);
        var exact = 2 * 0.05 * 59;
        var coarse = Math.abs(Total.onGrid(question, 60, 15, 36, 101, 1e-6, 1, Progress.NONE) - exact);
        var fine = Math.abs(Total.onGrid(question, 60, 15, 36, 3201, 1e-6, 3, Progress.NONE) - exact);
        // Comp jumps at kinks, so the trapezoid rule is of order one: by 32, if unlucky by less.
        assertThat(fine).isLessThan(0.004).isLessThan(coarse);
    }

    @Test
    void threadsDoNotMatter() {
        var question = saturating(0.7, 1, 0.1);
        assertThat(Total.betweenKinks(question, 30, 5, 45, 201, 3, Progress.NONE))
                .isEqualTo(Total.betweenKinks(question, 30, 5, 45, 201, 1, Progress.NONE));
        assertThat(Total.onGrid(question, 30, 5, 45, 201, 1e-6, 3, Progress.NONE))
                .isEqualTo(Total.onGrid(question, 30, 5, 45, 201, 1e-6, 1, Progress.NONE));
    }

    /** Frozen, the room keeps its change whole: then the integral of Comp is the difference of where the ends arrive. */
    @Test
    void theFundamentalTheorem() {
        var building = DynamicalSystem.named("smooth");
        var t = building.variable("T", 0);
        var r = building.variable("R", 25);
        var step = Expression.constant(0.2);
        var system = building.moves(t, r.minus(Expression.constant(25)))
                .moves(r, r.minus(step.times(t.apply(Function.TANH))))
                .map();
        var stepping = new Stepping(system, Integrator.RK4, 1);
        var question = new Question(stepping, Set.of("T"), Window.ALWAYS, "R", List.of("R"));
        var low = new Path(stepping, 0, 20);
        var high = new Path(stepping, 0, 33);
        for (var k = 0; k < 25; k++) {
            low.advance();
            high.advance();
        }
        var total = Total.betweenKinks(question, 25, 20, 33, 200, 2, Progress.NONE);
        // Gauss' rule of 5 points on 200 intervals of a smooth function.
        assertThat(total).isCloseTo(13 - (high.state()[1] - low.state()[1]), within(1e-9));
    }

    /** Lorenz: from b(0) to b at 2, the frozen derivative passes 0 for starts in between, and there is no integral. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void noIntegralThroughAPole(boolean exact) {
        var stepping = new Stepping(Lorenz.of(28), Integrator.RK4, 0.01);
        var question = new Question(stepping, Set.of("a"), Window.ALWAYS, "b", List.of("b"));
        var total = exact
                ? Total.betweenKinks(question, 150, -20, 20, 201, 2, Progress.NONE)
                : Total.onGrid(question, 150, -20, 20, 201, 1e-7, 2, Progress.NONE);
        assertThat(total).isNaN();
    }
}
