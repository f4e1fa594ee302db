package org.basinlab.trajectories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.LinearMaps;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Noise;
import org.basinlab.dynamics.Populations;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Told;
import org.basinlab.landscape.Expression;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine cuda must give on whatever device: the CPU engines' bits. */
abstract class CudaTrajectoriesContract {
    private static final double H = 0.01;

    /** Beyond two rescalings in double precision, and not a multiple of one. */
    private static final int STEPS = 261;

    /** In the middle of a leg between rescalings, at the end of one, and where a run ends: A is frozen in what is read there. */
    private static final List<Window> WINDOWS = List.of(
            Window.ALWAYS,
            new Window(0, 37),
            new Window(33, 150),
            new Window(128, 129),
            new Window(64, 1000),
            new Window(STEPS, 1000));

    /** The engine under test. */
    abstract CudaTrajectories engine();

    static Ensemble ensemble(DynamicalSystem system, long steps, int trajectories) {
        return Ensemble.of(new Stepping(system, Integrator.RK4, H), steps, trajectories)
                .from(TrajectoriesTest.starts(trajectories, system));
    }

    static Ensemble lorenz(long steps, int trajectories) {
        return ensemble(Lorenz.of(28), steps, trajectories).carrying(Tangents.BOTH, "b", Set.of("a"), Window.ALWAYS);
    }

    /** Where all are, by step of the look. */
    static Map<Long, Flown> looks(Trajectories engine, Ensemble ensemble) {
        var looks = new TreeMap<Long, Flown>();
        engine.run(
                ensemble,
                part -> {
                    synchronized (looks) {
                        looks.computeIfAbsent(part.step(), step -> Flown.of(ensemble, step, 0, ensemble.trajectories()))
                                .take(part);
                    }
                },
                Progress.NONE);
        return looks;
    }

    private void agrees(String engine, Ensemble ensemble) {
        same(looks(engine(), ensemble), looks(Trajectories.of(engine, ensemble, 1), ensemble), ensemble);
    }

    /** Every number of both, to the last bit. */
    static void same(Map<Long, Flown> ours, Map<Long, Flown> theirs, Ensemble ensemble) {
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        ours.forEach((step, one) -> {
            var other = theirs.get(step);
            for (var j = 0; j < one.values().length; j++) {
                var what = String.format("node %d after %d, %s %s", j, step, ensemble.window(), ensemble.tangents());
                assertThat(Arrays.mismatch(one.values()[j], other.values()[j]))
                        .as("the first trajectory that differs in %s", what)
                        .isEqualTo(-1);
                for (var law : ensemble.tangents().laws()) {
                    assertThat(Arrays.mismatch(mantissas(one, law, j), mantissas(other, law, j)))
                            .as("the first trajectory whose %s tangent differs in %s", law, what)
                            .isEqualTo(-1);
                }
            }
            for (var law : ensemble.tangents().laws()) {
                assertThat(exponents(one, law)).isEqualTo(exponents(other, law));
            }
        });
    }

    private static double[] mantissas(Flown flown, Law law, int node) {
        return IntStream.range(0, flown.count())
                .mapToDouble(i -> flown.tangents(law).mantissa(node, i))
                .toArray();
    }

    private static long[] exponents(Flown flown, Law law) {
        return IntStream.range(0, flown.count())
                .mapToLong(i -> flown.tangents(law).exponent(i))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"a, FLOAT32", "b, FLOAT32", "a b, FLOAT32", "b c, FLOAT32", "a, FLOAT64", "c, FLOAT64", "a c, FLOAT64"})
    void lorenzIsThatOfVectorWhateverIsFrozen(String names, Precision precision) {
        var frozen = Set.of(names.split(" "));
        var changed = List.of("b", "a", "c").stream()
                .filter(name -> !frozen.contains(name))
                .findFirst()
                .orElseThrow();
        for (var tangents : Tangents.values()) {
            for (var window : WINDOWS) {
                agrees(
                        "vector",
                        ensemble(Lorenz.of(28), STEPS, 3)
                                .in(precision)
                                .carrying(tangents, changed, frozen, window)
                                .lookingEvery(tangents == Tangents.FREE ? 50 : 64));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, FLOAT32", "31, FLOAT32", "32, FLOAT64", "257, FLOAT32", "257, FLOAT64"})
    void everyNumberOfTrajectoriesIsRun(int trajectories, Precision precision) {
        var rhos = IntStream.range(0, trajectories).mapToDouble(i -> 0.5 + i).toArray();
        var sigma = new double[] {Lorenz.SIGMA};
        var beta = new double[] {Lorenz.BETA};
        var lorenz = lorenz(40, trajectories).in(precision);
        agrees("vector", lorenz);
        agrees("vector", lorenz.with(Values.of(rhos, sigma, beta)));
        // Euler's steps are no steps of vector's.
        var euler = Ensemble.of(new Stepping(Lorenz.of(28), Integrator.EULER, H), 40, trajectories)
                .from(TrajectoriesTest.starts(trajectories, Lorenz.of(28)))
                .in(precision)
                .carrying(Tangents.BOTH, "b", Set.of("c"), new Window(16, 32));
        agrees("blocks", euler);
        var sigmas = Arrays.stream(rhos).map(rho -> 10 / rho).toArray();
        agrees("blocks", euler.with(Values.of(rhos, sigmas, beta)));
    }

    private static List<Ensemble> systems(int trajectories) {
        var ensembles = new ArrayList<Ensemble>();
        for (var integrator : Integrator.values()) {
            var pid = Ensemble.of(new Stepping(Controlled.pid(2, 1, 1), integrator, 0.03), STEPS, trajectories)
                    .from(TrajectoriesTest.starts(trajectories, Controlled.pid(2, 1, 1)));
            ensembles.add(pid.carrying(Tangents.BOTH, "x", Set.of("u"), new Window(20, 90))
                    .lookingEvery(70));
        }
        ensembles.add(ensemble(Controlled.pid(2, 1, 1), STEPS, trajectories)
                .carrying(Tangents.FROZEN, "x", Set.of("u", "v"), new Window(128, 200)));
        ensembles.add(ensemble(Populations.predatorAndPrey(), STEPS, trajectories));
        ensembles.add(ensemble(Populations.predatorAndPrey(), STEPS, trajectories)
                .carrying(Tangents.BOTH, "prey", Set.of("predator"), new Window(STEPS, 1000)));
        ensembles.add(ensemble(Thermostats.linear(0.01), STEPS, trajectories)
                .carrying(Tangents.FROZEN, "R", Set.of("T"), new Window(0, 100)));
        ensembles.add(ensemble(Thermostats.saturating(1, 1), STEPS, trajectories)
                .carrying(Tangents.FREE, "R", Set.of(), Window.ALWAYS));
        // What is frozen is by far the largest when it is, where tangents are rescaled and looked at.
        var driven = new double[][] {{1.1, 0}, {3, 2}};
        ensembles.add(Ensemble.of(
                        new Stepping(LinearMaps.of(new Array2DRowRealMatrix(driven)), Integrator.EULER, 1),
                        STEPS,
                        trajectories)
                .carrying(Tangents.BOTH, "x1", Set.of("x2"), new Window(128, 200))
                .lookingEvery(64));
        var sigmas = new double[trajectories];
        Arrays.setAll(sigmas, i -> 9 + i);
        ensembles.add(ensemble(Lorenz.of(28), STEPS, trajectories)
                .with(Values.of(new double[] {28}, sigmas, new double[] {Lorenz.BETA}))
                .carrying(Tangents.BOTH, "b", Set.of("a"), new Window(64, 128)));
        return ensembles;
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void otherSystemsAreThoseOfBlocks(Precision precision) {
        systems(5).forEach(ensemble -> agrees("blocks", ensemble.in(precision)));
    }

    /** More than are read at a time. */
    @Test
    void allPartsAreRead() {
        var trajectories = (1 << 16) + 257;
        agrees("vector", lorenz(1, trajectories).in(Precision.FLOAT32));
        agrees(
                "blocks",
                ensemble(Thermostats.linear(0.01), 1, trajectories)
                        .carrying(Tangents.FROZEN, "R", Set.of("T"), Window.ALWAYS));
    }

    /** A node that is the time, one that is an exponential of it, and a variable that such a node moves. */
    private static DynamicalSystem timed() {
        var building = DynamicalSystem.named("timed");
        var x = building.variable("x", 1);
        var t = building.node("clock", building.time());
        var decay = building.node("decay", building.time().negate().apply(Expression.Function.EXP));
        return building.moves(x, decay.minus(x.times(t))).flow();
    }

    /** Steps of which a whole number is 1, and others. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.001, 0.07, 1, 0.3, 3})
    void timeIsTheCpusBitForBit(double h) {
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            var ensemble = Ensemble.of(new Stepping(timed(), Integrator.MIDPOINT, h), 140, 2)
                    .in(precision)
                    .carrying(Tangents.BOTH, "x", Set.of("decay"), new Window(10, 30))
                    .lookingEvery(7);
            agrees("blocks", ensemble);
        }
    }

    /** Two libraries' sines, 2 ulp apart, some 4 times a step; about an upright pendulum that is held nothing grows. */
    @ParameterizedTest
    @CsvSource({"FLOAT32, 1e-4", "FLOAT64, 1e-13"})
    void functionsAreTheCpusToTheLastPlaces(Precision precision, double part) {
        var pendulum = Controlled.pendulum(20);
        var disturbed = Lorenz.of(0.5).disturbed("b", 2, 0.7);
        for (var ensemble : List.of(
                ensemble(pendulum, 100, 9).carrying(Tangents.BOTH, "theta", Set.of("u"), new Window(0, 60)),
                ensemble(disturbed, 100, 9).carrying(Tangents.BOTH, "b", Set.of("a"), Window.ALWAYS))) {
            var run = ensemble.in(precision);
            var ours = engine().run(run, Progress.NONE);
            var theirs = Trajectories.of("blocks", run, 1).run(run, Progress.NONE);
            for (var i = 0; i < ours.count(); i++) {
                for (var j = 0; j < ours.values().length; j++) {
                    assertThat(ours.values()[j][i]).isCloseTo(theirs.values()[j][i], within(part));
                    for (var law : Law.values()) {
                        assertThat(ours.tangents(law).value(j, i))
                                .isCloseTo(
                                        theirs.tangents(law).value(j, i),
                                        within(part
                                                * (1
                                                        + Math.abs(theirs.tangents(law)
                                                                .value(j, i)))));
                    }
                }
            }
        }
    }

    /** Tangents that double or halve with every step leave the range of numbers, states that triple do so too. */
    @ParameterizedTest
    @CsvSource({"FLOAT32, 400", "FLOAT64, 2300"})
    void tangentsGrowAndShrinkWithoutEnd(Precision precision, int steps) {
        var matrix = new double[][] {{2, 0, 0}, {0, 0.5, 0}, {0, 0, 3}};
        for (var changed : List.of("x1", "x2", "x3")) {
            var ensemble = Ensemble.of(
                            new Stepping(LinearMaps.of(new Array2DRowRealMatrix(matrix)), Integrator.EULER, 1),
                            steps,
                            2)
                    .in(precision)
                    .carrying(Tangents.FREE, changed, Set.of(), Window.ALWAYS);
            var flown = engine().run(ensemble, Progress.NONE);
            var wanted = Map.of("x1", Math.log(2), "x2", -Math.log(2), "x3", Math.log(3))
                            .get(changed)
                    * steps;
            var row = List.of("x1", "x2", "x3").indexOf(changed);
            // A product of steps rounded numbers, half an ulp each at most; those of 2 and 0.5 are exact.
            assertThat(flown.free().log(row, 1))
                    .isCloseTo(wanted, within(steps * (precision.isSingle() ? 6e-8 : 2e-13)));
            agrees("blocks", ensemble);
        }
    }

    /** Where nothing attracts, states grow to infinity, and from there are no numbers: on both. */
    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void whatIsNoNumberIsNone(Precision precision) {
        var stepping = new Stepping(Lorenz.of(28), Integrator.RK4, 0.5);
        var lorenz = Ensemble.of(stepping, 40, 3)
                .in(precision)
                .carrying(Tangents.BOTH, "b", Set.of("a"), new Window(20, 30));
        assertThat(engine().run(lorenz, Progress.NONE).values()[0][0]).isNaN();
        agrees("vector", lorenz);
        agrees("vector", lorenz.carrying(Tangents.BOTH, "b", Set.of("c"), new Window(5, 30)));
        agrees(
                "blocks",
                Ensemble.of(new Stepping(Lorenz.of(28), Integrator.EULER, 0.5), 40, 3)
                        .in(precision)
                        .carrying(Tangents.BOTH, "b", Set.of("a"), new Window(20, 30)));
    }

    @Test
    void progressAdvancesByOneATrajectory() {
        var told = new Told();
        engine().run(lorenz(10, 77).lookingEvery(3), part -> {}, told);
        assertThat(told.units()).isEqualTo(77);
    }

    @Test
    void secondsAreTheDevicesOwn() {
        var pid = ensemble(Controlled.pid(2, 1, 1), 5, 9);
        for (var ensemble : List.of(lorenz(5, 9), pid.carrying(Tangents.BOTH, "x", Set.of("u"), new Window(2, 3)))) {
            assertThat(engine().deviceSeconds(ensemble, 5)).hasSize(5);
            assertThat(Arrays.stream(engine().deviceSeconds(ensemble, 5)).boxed())
                    .allMatch(seconds -> seconds > 0);
        }
    }

    @Test
    void whatItCannotRunIsRefused() {
        var lorenz = lorenz(5, 3);
        assertThat(CudaTrajectories.refusal(lorenz)).isNull();
        assertThat(CudaTrajectories.refusal(ensemble(Controlled.pid(2, 1, 1), 5, 3)))
                .isNull();
        var noisy = Ensemble.of(new Stepping(Lorenz.of(28), Integrator.RK4, H, new Noise(1, 0.1, 1)), 5, 3);
        assertThat(CudaTrajectories.refusal(noisy)).isEqualTo("adds no noise");
        assertThatThrownBy(() -> engine().run(noisy, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("the engine cuda adds no noise: use blocks, or auto");
        var building = DynamicalSystem.named("long");
        var x = building.variable("x", 1);
        Expression power = x;
        for (var k = 0; k < 11_000; k++) {
            power = power.times(x);
        }
        var tiresome = Ensemble.of(new Stepping(building.moves(x, power).map(), Integrator.EULER, 1), 5, 3);
        assertThat(CudaTrajectories.refusal(tiresome))
                .startsWith("takes steps of at most 10000 operations, and one of long has 11000");
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(engine().engine()).isEqualTo("cuda");
        assertThat(engine().gpu()).isNotBlank();
    }
}
