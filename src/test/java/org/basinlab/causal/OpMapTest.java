package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Trajectories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps against single courses, one at a time. */
class OpMapTest {
    private static final Stepping LORENZ = new Stepping(Lorenz.of(20), Integrator.RK4, 0.01);

    private static List<OpMap> map(Question question, Axis x, Axis y, String engine, int threads) {
        return map(question, x, y, 120, Precision.FLOAT64, engine, threads);
    }

    private static List<OpMap> map(
            Question question, Axis x, Axis y, long steps, Precision precision, String engine, int threads) {
        var by = Trajectories.of(engine, OpMap.ensemble(question, x, y, steps, precision), threads);
        return OpMap.of(question, x, y, steps, precision, by, Progress.NONE);
    }

    private static void same(OpMap map, int point, Comp comp) {
        // The same steps, of which constants are folded in another order: 120 of them in a system that stretches a
        // little.
        if (Double.isFinite(comp.op())) {
            assertThat(map.op()[point]).isCloseTo(comp.op(), within(1e-8));
        } else {
            assertThat(Double.compare(map.op()[point], comp.op())).isZero();
        }
        assertThat((int) map.sign()[point]).isEqualTo(comp.sign());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "blocks", "scalar"})
    void startsAndParameters(String engine) {
        var question = Question.ofAll(LORENZ, Set.of("a"), new Window(10, 90), "b");
        var x = new Axis("c", new Range(5, 25, 7));
        var y = new Axis("rho", new Range(0.5, 30, 5));
        var maps = map(question, x, y, engine, 2);
        assertThat(maps).extracting(OpMap::node).containsExactly("b", "c");
        var random = new Random(5);
        for (var trial = 0; trial < 8; trial++) {
            var column = random.nextInt(7);
            var row = random.nextInt(5);
            var system = Lorenz.of(20)
                    .with(Map.of("rho", y.range().at(row)))
                    .from(1, 1, x.range().at(column));
            var worlds = new Tangents(Question.ofAll(LORENZ.of(system), Set.of("a"), new Window(10, 90), "b"));
            for (var k = 0; k < 120; k++) {
                worlds.advance();
            }
            for (var m = 0; m < 2; m++) {
                same(maps.get(m), row * 7 + column, worlds.comps().get(m));
            }
        }
    }

    /** From 0 on, times that are no whole steps at the nearest, and times beyond the steps asked for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void timeOnEitherAxis(boolean across) {
        var pid = new Stepping(Controlled.pid(2, 0.5, 1), Integrator.RK4, 0.02);
        var question = new Question(pid, Set.of("u"), Window.ALWAYS, "x", List.of("x", "v"));
        var time = new Axis(Axis.TIME, new Range(0, 3, 8));
        var v = new Axis("v", new Range(-2, 2, 5));
        var maps = map(question, across ? time : v, across ? v : time, "auto", 2);
        for (var i = 0; i < 5; i++) {
            var worlds = new Tangents(new Question(
                    pid.of(pid.system().from(1, v.range().at(i), 0)), Set.of("u"), Window.ALWAYS, "x", question.to()));
            var steps = 0L;
            for (var j = 0; j < 8; j++) {
                for (; steps < pid.steps(time.range().at(j)); steps++) {
                    worlds.advance();
                }
                for (var m = 0; m < 2; m++) {
                    same(
                            maps.get(m),
                            across ? i * 8 + j : j * 5 + i,
                            worlds.comps().get(m));
                }
            }
        }
        // At time 0 the change of x is in x alone.
        assertThat(maps.get(0).op()[0]).isZero();
        assertThat(maps.get(1).op()[0]).isNaN();
    }

    /** Driven by b, a shrinks as exp(-10 t) beside c, which shrinks as exp(-8 t / 3): in float32 it is lost from time 12 or so on. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "blocks"})
    void whatIsTooSmallForThePrecisionIsNotMadeUp(String engine) {
        var stepping = new Stepping(Lorenz.of(0.8), Integrator.RK4, 0.01);
        var question = new Question(stepping, Set.of("b"), Window.ALWAYS, "a", List.of("a"));
        var x = new Axis("a", new Range(1, 2, 2));
        var y = new Axis("c", new Range(1, 2, 2));
        var worlds = new Tangents(question);
        for (var k = 0; k < 3000; k++) {
            worlds.advance();
        }
        var exact = map(question, x, y, 3000, Precision.FLOAT64, engine, 1).get(0);
        assertThat(exact.op()[0]).isCloseTo(worlds.comps().get(0).op(), within(1e-8));
        var single = map(question, x, y, 3000, Precision.FLOAT32, engine, 1).get(0);
        assertThat(single.op()).containsOnly(Double.NEGATIVE_INFINITY);
        var early = map(question, x, y, 500, Precision.FLOAT32, engine, 1).get(0);
        assertThat(early.op()[0]).isBetween(-50.0, -40.0);
    }

    @Test
    void threadsDoNotMatter() {
        var question = Question.ofAll(LORENZ, Set.of("a"), Window.ALWAYS, "b");
        var x = new Axis("a", new Range(-20, 20, 61));
        var y = new Axis("b", new Range(-20, 20, 47));
        var one = map(question, x, y, "auto", 1);
        var three = map(question, x, y, "auto", 3);
        for (var m = 0; m < 2; m++) {
            assertThat(Arrays.equals(one.get(m).op(), three.get(m).op())).isTrue();
            assertThat(Arrays.equals(one.get(m).sign(), three.get(m).sign())).isTrue();
        }
    }

    @Test
    void basinsOfAMapByHand() {
        var x = new Axis("a", new Range(0, 1, 4));
        var y = new Axis("b", new Range(0, 1, 3));
        var inf = Double.POSITIVE_INFINITY;
        var op = new double[] {1, 1, 0.005, 2, -1, 1, Double.NaN, 2, inf, -inf, 0.02, 2};
        var sign = new byte[] {1, 1, 1, 1, 1, 1, 0, -1, 0, 0, 1, 1};
        var basins = Basins.of(new OpMap("a", "b", x, y, op, sign));
        assertThat(basins.inside())
                .containsExactly(true, true, false, true, false, true, false, true, true, false, true, true);
        // {3, 7, 11, 10}, {0, 1, 5} and {8}: corners do not connect, nor does the end of a row with the next.
        assertThat(basins.shares()).containsExactly(4.0 / 12, 3.0 / 12, 1.0 / 12);
    }

    @Test
    void compOfPointsAndPoles() {
        var axis = new Axis("a", new Range(0, 1, 6));
        var other = new Axis("b", new Range(0, 1, 2));
        var inf = Double.POSITIVE_INFINITY;
        var op = new double[] {Math.log(2), 0.1, -3, -3, -inf, inf, 0, 0, 0, 0, 0, Double.NaN};
        var sign = new byte[] {1, -1, -1, 1, 0, 0, 1, 1, 1, 1, 1, 0};
        var map = new OpMap("a", "b", axis, other, op, sign);
        assertThat(map.comp(0)).isCloseTo(0.5, within(1e-15));
        assertThat(map.comp(4)).isInfinite();
        assertThat(map.comp(5)).isZero();
        assertThat(map.comp(11)).isNaN();
        assertThat(map.passesInfinity(0, 1)).as("through 0").isFalse();
        assertThat(map.passesInfinity(1, 2)).isFalse();
        assertThat(map.passesInfinity(2, 3)).as("from -20 to 20").isTrue();
        assertThat(map.passesInfinity(3, 4)).isTrue();
        assertThat(map.passesInfinity(6, 7)).isFalse();
    }
}
