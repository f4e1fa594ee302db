package org.basinlab.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basinlab.causal.Question;
import org.basinlab.causal.Tangents;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantTest {
    private static final int UNITS = 4;

    /** Nobody trained it, but it acts. */
    private static DenseNetwork network() {
        var spec =
                NetworkSpec.dense(List.of(2, UNITS, 1), StandardActivation.TANH, StandardActivation.IDENTITY, Loss.MSE);
        return new DenseNetwork(Parameters.initial(spec, Initialization.LECUN, BiasInitialization.HE, 5));
    }

    @ParameterizedTest
    @EnumSource(Plant.class)
    void theActionThatIsTaughtIsTheControllers(Plant plant) {
        // A network of clamps, -clamp(v) with relu: what is taught, exactly, so the taught run and its own are one.
        var k = plant == Plant.THERMOSTAT ? new double[] {0, 1} : new double[] {plant.value("k1"), plant.value("k2")};
        var limit = plant == Plant.THERMOSTAT ? 1 : plant.value("limit");
        var spec = NetworkSpec.dense(List.of(2, 2, 1), StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        var clamp = new DenseNetwork(
                new Parameters(spec, new double[] {k[0], k[1], k[0], k[1], limit, -limit, -1, 1, limit}));
        for (var state : List.of(new double[] {0.3, 24}, new double[] {-3, 2}, new double[] {0.2, -0.1})) {
            // To rounding of numbers up to some hundred.
            assertThat(clamp.at(plant.seen(state))[0]).isCloseTo(plant.action(state), within(1e-12));
            var taught = new OneStep(plant.taught()).from(state);
            var run = new OneStep(plant.run(clamp, false)).from(state);
            assertThat(run).containsExactly(taught, within(1e-12));
        }
    }

    /** One step at a time by hand, a unit held at a value or at what it does in W. */
    private static double end(Plant plant, DenseNetwork network, double[] start, int unit, double[] held) {
        var system = plant.run(network, true).system();
        var state = start;
        for (var s = 0; s < plant.steps(); s++) {
            var stepping = plant.run(network, true);
            if (unit >= 0) {
                var name = NetworkNodes.name(0, unit);
                stepping = new Stepping(
                        system.with(Map.of("keep_" + name, 0.0, "hold_" + name, held[s])),
                        stepping.integrator(),
                        stepping.step());
            }
            state = new OneStep(stepping).from(state);
        }
        return state[plant.taught().system().node(plant.controlled())];
    }

    @Test
    void opOfAUnitIsThatOfThreeWorldsByHand() {
        var plant = Plant.THERMOSTAT;
        var network = network();
        var start = new double[] {0.1, 25.8};
        var unit = 2;
        // What the unit does in W.
        var done = new double[plant.steps()];
        var step = new OneStep(plant.run(network, false));
        var state = start;
        for (var s = 0; s < done.length; s++) {
            done[s] = network.pass(plant.seen(state)).outputs(0)[unit];
            state = step.from(state);
        }
        var delta = 1e-5;
        var slopes = new double[2];
        for (var side : new int[] {1, -1}) {
            var moved = new double[] {start[0], start[1] + side * delta};
            slopes[0] += side * end(plant, network, moved, -1, null) / (2 * delta);
            slopes[1] += side * end(plant, network, moved, unit, done) / (2 * delta);
        }
        var run = plant.run(network, false);
        var question = new Question(
                new Stepping(run.system().from(start), run.integrator(), run.step()),
                Set.of(NetworkNodes.name(0, unit)),
                Window.ALWAYS,
                plant.controlled(),
                List.of(plant.controlled()));
        var tangents = new Tangents(question);
        for (var s = 0; s < plant.steps(); s++) {
            tangents.advance();
        }
        var comp = tangents.comps().get(0);
        // Two-sided differences, delta^2 times third derivatives of 75 steps, and rounding of numbers near 25 over
        // delta.
        assertThat(ClampedNetwork.free(comp)).isCloseTo(slopes[0], within(1e-7));
        assertThat(ClampedNetwork.frozen(comp)).isCloseTo(slopes[1], within(1e-7));
        assertThat(Math.abs(comp.op())).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @EnumSource(Plant.class)
    void lossesOfControlAreThoseOfRunsWithTheUnitHeld(Plant plant) {
        var network = network();
        var lesson = plant.lesson(UNITS, 1, 3);
        var found = ControlledUnits.of(plant, network, lesson, 2);
        var starts = plant.starts(2, ~lesson.seed());
        var intact = deviation(plant, network, starts, Map.of());
        assertThat(found.intact()).isCloseTo(intact, within(1e-9 * intact));
        for (var u = 0; u < UNITS; u++) {
            var name = NetworkNodes.name(0, u);
            var zero = deviation(plant, network, starts, Map.of("keep_" + name, 0.0));
            // The same sums; engines differ by rounding.
            assertThat(found.lostAtZero()[u]).isCloseTo(zero - intact, within(1e-9 * (zero + intact)));
            var h = network.pass(lesson.inputs()).outputs(0);
            var mean = 0.0;
            for (var p = 0; p < lesson.points(); p++) {
                mean += h[p * UNITS + u] / lesson.points();
            }
            var held = deviation(plant, network, starts, Map.of("keep_" + name, 0.0, "hold_" + name, mean));
            assertThat(found.lostAtMean()[u]).isCloseTo(held - intact, within(1e-9 * (held + intact)));
        }
    }

    private static double deviation(
            Plant plant, DenseNetwork network, double[][] starts, Map<String, Double> parameters) {
        var run = plant.run(network, true);
        var step = new OneStep(new Stepping(run.system().with(parameters), run.integrator(), run.step()));
        var node = run.system().node(plant.controlled());
        var sum = 0.0;
        for (var k = 0; k < starts[0].length; k++) {
            var state = new double[] {starts[0][k], starts[1][k]};
            for (var s = 1; s <= plant.steps(); s++) {
                state = step.from(state);
                // Every third state is looked at.
                sum += s % 3 == 0 ? Math.pow(state[node] - plant.setPoint(), 2) : 0;
            }
        }
        return sum / starts[0].length / (plant.steps() / 3);
    }

    @Test
    void aLessonIsWhatTheControllerDoes() {
        for (var plant : Plant.values()) {
            var lesson = plant.lesson(5, 1, 9);
            assertThat(lesson.points()).isEqualTo(300);
            assertThat(Arrays.stream(lesson.targets()).min().orElseThrow()).isNegative();
            assertThat(Arrays.stream(lesson.targets()).max().orElseThrow()).isPositive();
            assertThat(plant.lesson(5, 1, 9).inputs()).isEqualTo(lesson.inputs());
        }
    }
}
