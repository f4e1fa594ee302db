package org.basinlab.trajectories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.Course;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Populations;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrajectoriesTest {
    private static final double H = 0.01;

    /** Of points about the start that a system has. */
    static Values starts(int trajectories, DynamicalSystem system) {
        var random = new SplittableRandom(trajectories);
        var rows = new double[system.dimension()][trajectories];
        for (var j = 0; j < rows.length; j++) {
            for (var i = 0; i < trajectories; i++) {
                rows[j][i] = system.start()[j] + random.nextDouble(-0.5, 0.5);
            }
        }
        return Values.of(rows);
    }

    private static Ensemble ensemble(DynamicalSystem system, long steps, int trajectories) {
        return Ensemble.of(new Stepping(system, Integrator.RK4, H), steps, trajectories)
                .from(starts(trajectories, system));
    }

    private static Ensemble lorenz(double rho, long steps, int trajectories) {
        return ensemble(Lorenz.of(rho), steps, trajectories).carrying(Tangents.BOTH, "b", Set.of("a"), Window.ALWAYS);
    }

    private static Flown run(String engine, Ensemble ensemble) {
        return run(engine, ensemble, 1);
    }

    private static Flown run(String engine, Ensemble ensemble, int threads) {
        return Trajectories.of(engine, ensemble, threads).run(ensemble, Progress.NONE);
    }

    /** Every number of one is that of the other, up to a part of its column's size. */
    private static void agree(Flown one, Flown other, double part) {
        for (var i = 0; i < one.count(); i++) {
            for (var law : Law.values()) {
                var tangents = one.tangents(law);
                var others = other.tangents(law);
                if (tangents == null) {
                    assertThat(others).isNull();
                    continue;
                }
                var largest = Double.NEGATIVE_INFINITY;
                for (var j = 0; j < one.values().length; j++) {
                    largest = Math.max(largest, tangents.log(j, i));
                }
                for (var j = 0; j < one.values().length; j++) {
                    var difference = tangents.sign(j, i) * Math.exp(tangents.log(j, i) - largest)
                            - others.sign(j, i) * Math.exp(others.log(j, i) - largest);
                    assertThat(difference).as("%s of node %s, %s", law, j, i).isCloseTo(0, within(part));
                }
            }
            for (var j = 0; j < one.values().length; j++) {
                assertThat(one.values()[j][i])
                        .as("node %s, %s", j, i)
                        .isCloseTo(other.values()[j][i], within(part * (1 + Math.abs(other.values()[j][i]))));
            }
        }
    }

    /** To the last bit, tangents with their exponents. */
    private static void same(Flown one, int from, Flown other) {
        for (var i = 0; i < other.count(); i++) {
            for (var j = 0; j < one.values().length; j++) {
                assertThat(one.values()[j][from + i]).isEqualTo(other.values()[j][i]);
                for (var law : Law.values()) {
                    if (one.tangents(law) != null) {
                        assertThat(one.tangents(law).mantissa(j, from + i))
                                .isEqualTo(other.tangents(law).mantissa(j, i));
                        assertThat(one.tangents(law).exponent(from + i))
                                .isEqualTo(other.tangents(law).exponent(i));
                    }
                }
            }
        }
    }

    private static List<Ensemble> systems() {
        var ensembles = new ArrayList<Ensemble>();
        ensembles.add(lorenz(28, 150, 19));
        ensembles.add(ensemble(Controlled.pid(2, 1, 1), 150, 19)
                .carrying(Tangents.BOTH, "x", Set.of("u"), new Window(20, 90)));
        ensembles.add(ensemble(Populations.predatorAndPrey(), 150, 19));
        ensembles.add(ensemble(Thermostats.linear(0.01), 150, 19)
                .carrying(Tangents.FROZEN, "R", Set.of("T"), new Window(0, 100)));
        ensembles.add(
                ensemble(Thermostats.saturating(1, 1), 150, 19).carrying(Tangents.FREE, "R", Set.of(), Window.ALWAYS));
        return ensembles;
    }

    @Test
    void blocksTakeTheScalarStepsOfAnySystem() {
        for (var ensemble : systems()) {
            // The same operations in the same order: no rounding is another.
            agree(run("blocks", ensemble), run("scalar", ensemble), 1e-15);
        }
    }

    @Test
    void functionsInBlocksAreThoseOfTheScalarSteps() {
        var ensemble =
                ensemble(Controlled.pendulum(20), 150, 19).carrying(Tangents.BOTH, "theta", Set.of("u"), Window.ALWAYS);
        // Two libraries' sines, an ulp apart, 600 times each.
        agree(run("blocks", ensemble), run("scalar", ensemble), 1e-12);
    }

    @Test
    void scalarTakesTheStepsOfACourse() {
        for (var ensemble : systems()) {
            if (ensemble.tangents() != Tangents.BOTH) {
                continue;
            }
            var flown = run("scalar", ensemble);
            var stepping = ensemble.stepping();
            for (var i = 0; i < ensemble.trajectories(); i++) {
                var start = new double[stepping.system().dimension()];
                for (var j = 0; j < start.length; j++) {
                    start[j] = ensemble.starts().at(j, i);
                }
                var course = new Course(
                        new Stepping(stepping.system().from(start), stepping.integrator(), stepping.step()),
                        ensemble.frozen(),
                        ensemble.window(),
                        ensemble.changed());
                for (var s = 0; s < ensemble.steps(); s++) {
                    course.advance();
                }
                var seen = course.seen();
                for (var j = 0; j < flown.values().length; j++) {
                    assertThat(flown.values()[j][i]).isEqualTo(seen.values()[j]);
                    assertThat(flown.free().sign(j, i)).isEqualTo(seen.free().sign(j));
                    assertThat(flown.frozen().sign(j, i))
                            .isEqualTo(seen.frozen().sign(j));
                    if (seen.frozen().sign(j) != 0) {
                        // Logarithms of the same numbers, whose exponents may be taken out at other steps.
                        assertThat(flown.free().log(j, i)).isCloseTo(seen.free().log(j), within(1e-12));
                        assertThat(flown.frozen().log(j, i))
                                .isCloseTo(seen.frozen().log(j), within(1e-12));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "a b", "a c", "b c"})
    void vectorAgreesWithTheReferenceWhateverIsFrozen(String names) {
        var frozen = Set.of(names.split(" "));
        var changed = List.of("a", "b", "c").stream()
                .filter(name -> !frozen.contains(name))
                .findFirst()
                .orElseThrow();
        for (var tangents : Tangents.values()) {
            // The last begins where the run ends: A is already frozen in what is read there.
            for (var window : List.of(
                    Window.ALWAYS,
                    new Window(0, 37),
                    new Window(33, 70),
                    new Window(64, 1000),
                    new Window(100, 1000))) {
                var ensemble = ensemble(Lorenz.of(28), 100, 9).carrying(tangents, changed, frozen, window);
                // 100 steps with some ten roundings each, 1e-16 apiece, which grow by less than e^5 in the time of 1.
                agree(run("vector", ensemble), run("scalar", ensemble), 1e-11);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"vector, 1e-4", "blocks, 1e-4"})
    void singlePrecisionIsNearDouble(String engine, double part) {
        var ensemble = lorenz(28, 100, 40);
        // As above with 6e-8 for 1e-16.
        agree(run(engine, ensemble.in(Precision.FLOAT32)), run(engine, ensemble), part);
    }

    @ParameterizedTest
    @CsvSource({
        "vector, FLOAT32, 1",
        "vector, FLOAT32, 7",
        "vector, FLOAT32, 513",
        "vector, FLOAT64, 513",
        "blocks, FLOAT32, 7",
        "blocks, FLOAT32, 513",
        "blocks, FLOAT64, 513",
        "blocks, FLOAT64, 1",
        "scalar, FLOAT64, 7"
    })
    void neitherThreadsNorCompanyMatter(String engine, Precision precision, int trajectories) {
        var ensemble = lorenz(28, 150, trajectories).in(precision);
        var one = run(engine, ensemble, 1);
        for (var threads : new int[] {2, 3}) {
            same(run(engine, ensemble, threads), 0, one);
        }
        for (var lone : new int[] {0, trajectories / 2, trajectories - 1}) {
            var alone = new Ensemble(
                    ensemble.stepping(),
                    ensemble.steps(),
                    1,
                    (which, i) -> ensemble.starts().at(which, lone),
                    ensemble.parameters(),
                    precision,
                    ensemble.tangents(),
                    "b",
                    Set.of("a"),
                    Window.ALWAYS,
                    0);
            same(one, lone, run(engine, alone));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "blocks", "scalar"})
    void eachTrajectoryHasItsParameters(String engine) {
        var rhos = new double[] {0.5, 0.8, 14, 24, 28, 100};
        var ensemble = lorenz(28, 100, rhos.length)
                .with(Values.of(rhos, new double[] {Lorenz.SIGMA}, new double[] {Lorenz.BETA}));
        var all = run(engine, ensemble);
        for (var i = 0; i < rhos.length; i++) {
            var place = i;
            var alone = Ensemble.of(new Stepping(Lorenz.of(0).with(Map.of("rho", rhos[i])), Integrator.RK4, H), 100, 1)
                    .from((which, t) -> ensemble.starts().at(which, place))
                    .carrying(Tangents.BOTH, "b", Set.of("a"), Window.ALWAYS);
            same(all, i, run(engine, alone));
        }
    }

    /** Lorenz's rates of change, and those of b' and c' that the same a drives. */
    private static double[] rates(double... z) {
        return new double[] {
            10 * (z[1] - z[0]),
            z[0] * (28 - z[2]) - z[1],
            z[0] * z[1] - 8.0 / 3 * z[2],
            z[0] * (28 - z[4]) - z[3],
            z[0] * z[3] - 8.0 / 3 * z[4]
        };
    }

    private static double[] flow(double h, int steps, double... start) {
        var z = start.clone();
        for (var s = 0; s < steps; s++) {
            var k1 = rates(z);
            var k2 = rates(moved(z, h / 2, k1));
            var k3 = rates(moved(z, h / 2, k2));
            var k4 = rates(moved(z, h, k3));
            for (var j = 0; j < z.length; j++) {
                z[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
        }
        return z;
    }

    private static double[] moved(double[] z, double h, double... k) {
        var there = z.clone();
        Arrays.setAll(there, j -> z[j] + h * k[j]);
        return there;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "blocks", "scalar"})
    void tangentsAreTheLimitsOfDifferences(String engine) {
        var ensemble = lorenz(28, 60, 1).from(Values.same(1, 2, 20));
        var flown = run(engine, ensemble);
        var errors = new double[2][4];
        for (var e = 0; e < errors.length; e++) {
            var d = 0.1 / (1 << e);
            var up = flow(H, 60, 1, 2 + d, 20, 2, 20);
            var down = flow(H, 60, 1, 2 - d, 20, 2, 20);
            var upFrozen = flow(H, 60, 1, 2, 20, 2 + d, 20);
            var downFrozen = flow(H, 60, 1, 2, 20, 2 - d, 20);
            for (var j = 0; j < 2; j++) {
                errors[e][j] =
                        Math.abs((up[j] - down[j]) / (2 * d) - flown.free().value(j, 0));
                // b' and c' move linearly: the difference is the derivative, up to rounding, 1e-16 of 20 over d.
                assertThat((upFrozen[3 + j] - downFrozen[3 + j]) / (2 * d))
                        .isCloseTo(flown.frozen().value(1 + j, 0), within(1e-11));
            }
        }
        for (var j = 0; j < 2; j++) {
            // A central difference is off by the square of its width: the error falls fourfold, but for the fourth
            // power.
            assertThat(errors[0][j] / errors[1][j]).isBetween(3.8, 4.2);
        }
        assertThat(flown.frozen().value(0, 0)).isZero();
    }

    @Test
    void theStepIsOfFourthOrder() {
        var ends = new double[4];
        for (var k = 0; k < ends.length; k++) {
            var stepping = new Stepping(Lorenz.of(28), Integrator.RK4, 0.02 / (1 << k));
            var ensemble = Ensemble.of(stepping, 25L << k, 1).carrying(Tangents.BOTH, "b", Set.of("a"), Window.ALWAYS);
            ends[k] = run("vector", ensemble).free().value(2, 0);
        }
        // Differences of successive halvings fall by 2^4 up to the next order of h.
        assertThat((ends[0] - ends[1]) / (ends[1] - ends[2])).isBetween(12.0, 20.0);
        assertThat((ends[1] - ends[2]) / (ends[2] - ends[3])).isBetween(14.0, 18.0);
    }

    @ParameterizedTest
    @CsvSource({"vector, FLOAT32", "vector, FLOAT64"})
    void manyStepsGrowAtTheExponentsOfLorenz(String engine, Precision precision) {
        var steps = 100_000;
        var ensemble = lorenz(28, steps, 64).in(precision);
        var flown = run(engine, ensemble, 2);
        var free = 0.0;
        var frozen = 0.0;
        for (var i = 0; i < flown.count(); i++) {
            free += flown.free().log(2, i) / flown.count() / (steps * H);
            frozen += flown.frozen().log(2, i) / flown.count() / (steps * H);
        }
        // Over 64 times of 1000 the mean has an error of 0.003; the largest exponent is 0.9056, that driven by a -1.81.
        assertThat(free).isCloseTo(0.9056, within(0.02));
        assertThat(frozen).isCloseTo(-1.81, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vector", "blocks", "scalar"})
    void looksSeeEveryTrajectoryOnce(String engine) {
        var ensemble = lorenz(28, 95, 700).lookingEvery(30);
        var seen = new AtomicIntegerArray(5 * 700);
        var middle = new double[700];
        var end = new double[700];
        Trajectories.of(engine, ensemble, 2)
                .run(
                        ensemble,
                        part -> {
                            var look = (int) (part.step() + 29) / 30;
                            for (var i = 0; i < part.count(); i++) {
                                seen.incrementAndGet(look * 700 + part.first() + i);
                                if (part.step() == 60) {
                                    middle[part.first() + i] = part.op(2, i);
                                } else if (part.step() == 95) {
                                    end[part.first() + i] = part.op(2, i);
                                }
                            }
                        },
                        Progress.NONE);
        for (var i = 0; i < 5 * 700; i++) {
            assertThat(seen.get(i)).isEqualTo(i < 700 ? 0 : 1);
        }
        var sixty = run(engine, lorenz(28, 60, 700));
        var whole = run(engine, lorenz(28, 95, 700));
        for (var i = 0; i < 700; i++) {
            assertThat(middle[i]).isEqualTo(sixty.op(2, i));
            assertThat(end[i]).isEqualTo(whole.op(2, i));
        }
    }

    @Test
    void autoTakesWhatCan() {
        var lorenz = lorenz(28, 10, 3);
        var euler = Ensemble.of(new Stepping(Lorenz.of(28), Integrator.EULER, H), 10, 3);
        var sigmas = lorenz.with(Values.of(new double[] {28}, new double[] {9, 10, 11}, new double[] {Lorenz.BETA}));
        assertThat(Trajectories.of("auto", lorenz, 1).engine()).isEqualTo("vector");
        assertThat(Trajectories.of("auto", euler, 1).engine()).isEqualTo("blocks");
        assertThat(Trajectories.of("auto", sigmas, 1).engine()).isEqualTo("blocks");
        assertThatThrownBy(() -> Trajectories.of("vector", euler, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("the engine vector runs Lorenz's system by rk4 and nothing else: use blocks, or auto");
        assertThatThrownBy(() -> Trajectories.of("vector", sigmas, 1)).hasMessageContaining("one sigma and one beta");
        assertThatThrownBy(() -> Trajectories.of("scalar", lorenz.in(Precision.FLOAT32), 1))
                .hasMessageContaining("float64 alone: use blocks");
        assertThatThrownBy(() -> Trajectories.of("fast", lorenz, 1))
                .hasMessage("engine must be auto, vector, blocks or scalar, got fast");
    }

    @Test
    void whatIsAskedIsLookedAt() {
        var lorenz = lorenz(28, 10, 3);
        assertThatThrownBy(() -> lorenz.carrying(Tangents.BOTH, "a", Set.of("a"), Window.ALWAYS))
                .isInstanceOf(InputException.class)
                .hasMessage("a is changed at the start and frozen: leave it out of the frozen ones");
        assertThatThrownBy(() -> lorenz.carrying(Tangents.FREE, "d", Set.of(), Window.ALWAYS))
                .hasMessageContaining("no variable d");
        assertThatThrownBy(() -> lorenz.carrying(Tangents.FROZEN, "b", Set.of(), Window.ALWAYS))
                .hasMessageContaining("at least one node");
        assertThatThrownBy(() -> lorenz.lookingEvery(-1)).hasMessageContaining("got -1");
        assertThatThrownBy(() -> lorenz.in(Precision.TF32)).hasMessageContaining("tf32");
        assertThatThrownBy(() -> lorenz(28, 0, 3)).hasMessageContaining("at least one step");
        assertThatThrownBy(() -> lorenz(28, 10, 0)).hasMessageContaining("at least one trajectory");
    }
}
