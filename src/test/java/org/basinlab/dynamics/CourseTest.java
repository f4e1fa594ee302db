package org.basinlab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.basinlab.causal.CausalNetwork;
import org.basinlab.optimizing.BuiltIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tangents against differences of whole worlds, and against matrices. */
class CourseTest {
    private static final int STEPS = 6;

    /** A system, what is frozen, when, and n. */
    record Case(String name, Stepping stepping, Set<String> frozen, Window window, String from) {
        @Override
        public String toString() {
            return name + " " + frozen + " " + window + " " + from;
        }
    }

    static Stream<Case> cases() {
        var cases = new ArrayList<Case>();
        var windows = List.of(Window.ALWAYS, new Window(0, 3), new Window(2, 4), new Window(3, 100));
        for (var builtIn : BuiltIn.values()) {
            var preset = builtIn.with(BuiltIn.Values.PUBLISHED);
            var frozen = Set.copyOf(preset.frozen());
            for (var window : windows) {
                cases.add(new Case(builtIn.toString(), preset.stepping(), frozen, window, preset.from()));
            }
        }
        var lorenz = BuiltIn.LORENZ.with(BuiltIn.Values.PUBLISHED).stepping();
        for (var integrator : Integrator.values()) {
            var stepping = new Stepping(lorenz.system().from(-3, 2, 20), integrator, 0.02);
            cases.add(new Case(integrator.toString(), stepping, Set.of("a", "c"), new Window(1, 5), "b"));
        }
        var pid = BuiltIn.PID.with(BuiltIn.Values.PUBLISHED).stepping();
        cases.add(new Case("pid", pid, Set.of("u", "i"), Window.ALWAYS, "v"));
        return cases.stream();
    }

    /** The copies of A that a window holds: variables at its states, both ends among them, nodes at its steps alone. */
    private static Set<String> copies(CausalNetwork network, Case c) {
        var variables = c.stepping().system().variables();
        var held = new HashSet<String>();
        for (var name : network.names()) {
            var at = name.indexOf('@');
            var base = name.substring(0, at);
            var dot = name.indexOf('.', at);
            var step = Long.parseLong(dot < 0 ? name.substring(at + 1) : name.substring(at + 1, dot));
            var atItsEnd =
                    dot < 0 && variables.contains(base) && step == c.window().last();
            if (c.frozen().contains(base) && (c.window().freezes(step) || atItsEnd)) {
                held.add(name);
            }
        }
        return held;
    }

    private static double[] tangent(Scaled scaled, int count) {
        var values = new double[count];
        for (var i = 0; i < count; i++) {
            values[i] = scaled.sign(i) * Math.exp(scaled.log(i));
        }
        return values;
    }

    private static double distance(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    private static double[] central(CausalNetwork network, Set<String> a, Case c, double h, int step) {
        var nodes = c.stepping().system().nodes();
        var above = network.y(a, c.from() + "@0", h);
        var below = network.y(a, c.from() + "@0", -h);
        return nodes.stream()
                .mapToDouble(m -> (above.get(m + "@" + step) - below.get(m + "@" + step)) / (2 * h))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tangentsAreTheLimitsOfCentralDifferencesWithOrderTwo(Case c) {
        var network = CausalNetwork.of(c.stepping(), STEPS);
        var held = copies(network, c);
        var course = new Course(c.stepping(), c.frozen(), c.window(), c.from());
        var size = c.stepping().system().nodes().size();
        for (var k = 0; k <= STEPS; k++) {
            var seen = course.seen();
            var w = network.w();
            for (var i = 0; i < size; i++) {
                // The same sums in the same order, but for constants that are folded.
                assertThat(seen.values()[i])
                        .isCloseTo(
                                w.get(c.stepping().system().nodes().get(i) + "@" + k),
                                within(1e-13 * (1 + Math.abs(seen.values()[i]))));
            }
            orderTwo(network, Set.of(), c, k, tangent(seen.free(), size));
            orderTwo(network, held, c, k, tangent(seen.frozen(), size));
            course.advance();
        }
    }

    private static void orderTwo(CausalNetwork network, Set<String> a, Case c, int step, double[] exact) {
        var h = 0.05;
        var wide = distance(central(network, a, c, h, step), exact);
        var narrow = distance(central(network, a, c, h / 2, step), exact);
        var size = 1 + distance(exact, new double[exact.length]);
        // Differences of numbers up to 50 over 0.05 are rounded by some 1e-14 each.
        if (wide > 1e-9 * size) {
            // The next term of the error is of order four: at h = 0.05 it takes part of the factor of four.
            assertThat(wide / narrow).as("%s at step %s", c, step).isBetween(3.7, 4.3);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNetworkWithoutAClockHasTheSameComp(Case c) {
        var network = CausalNetwork.of(c.stepping(), STEPS);
        var held = copies(network, c);
        var course = new Course(c.stepping(), c.frozen(), c.window(), c.from());
        var reached = Reach.of(c.stepping().system(), c.from(), Set.of());
        for (var k = 0; k <= STEPS; k++) {
            var seen = course.seen();
            for (var m : c.stepping().system().nodes()) {
                var name = m + "@" + k;
                if (k > 1 && reached.contains(m) && !held.contains(name)) {
                    var node = c.stepping().system().node(m);
                    var comp = network.comp(held, c.from() + "@0", name);
                    same(comp.signFree(), comp.logFree(), seen.free(), node);
                    same(comp.signFrozen(), comp.logFrozen(), seen.frozen(), node);
                }
            }
            course.advance();
        }
    }

    /** Equal but for rounding, relative to the whole tangent. */
    private static void same(int sign, double log, Scaled tangent, int node) {
        assertThat(sign * Math.exp(log))
                .isCloseTo(
                        tangent.sign(node) * Math.exp(tangent.log(node)),
                        within(1e-12 * (1 + Math.exp(tangent.logNorm()))));
    }

    /** What is frozen is frozen where the window begins, not a step later. */
    @Test
    void nothingDiffersInAWhereTheWindowBegins() {
        var stepping = BuiltIn.LORENZ.with(BuiltIn.Values.PUBLISHED).stepping();
        var course = new Course(stepping, Set.of("a"), new Window(2, 4), "b");
        for (var k = 0; k <= STEPS; k++) {
            var sign = course.frozen().sign(0);
            assertThat(sign).as("step %s", k).isEqualTo(course.seen().frozen().sign(0));
            assertThat(sign == 0).as("step %s", k).isEqualTo(k == 0 || k >= 2 && k <= 4);
            course.advance();
        }
    }

    @Test
    void ofLinearMapsTheyArePowersOfTheMatrix() {
        var matrix = LinearMaps.random(5, 1.1, 3);
        var stepping = new Stepping(LinearMaps.of(matrix), Integrator.RK4, 1);
        var a = Set.of("x2", "x4");
        var held = matrix.copy();
        for (var row : new int[] {1, 3}) {
            held.setRow(row, new double[5]);
        }
        var course = new Course(stepping, a, new Window(10, 30), "x1");
        RealMatrix free = new Array2DRowRealMatrix(5, 1);
        free.setEntry(0, 0, 1);
        var frozen = free;
        for (var k = 0; k < 50; k++) {
            if (k == 10) {
                frozen.setEntry(1, 0, 0);
                frozen.setEntry(3, 0, 0);
            }
            free = matrix.multiply(free);
            frozen = (k >= 10 && k < 30 ? held : matrix).multiply(frozen);
            course.advance();
        }
        for (var i = 0; i < 5; i++) {
            // 50 products of 5 terms, each rounded, relative to the largest of them.
            assertThat(tangent(course.free(), 5)[i])
                    .isCloseTo(free.getEntry(i, 0), within(1e-12 * free.getFrobeniusNorm()));
            assertThat(tangent(course.frozen(), 5)[i])
                    .isCloseTo(frozen.getEntry(i, 0), within(1e-12 * frozen.getFrobeniusNorm()));
        }
    }

    @Test
    void scalingByPowersOfTwoChangesNoDigit() {
        // 2.3^400 = 2^480 is beyond where tangents are scaled and well within the range of numbers.
        var matrix = LinearMaps.random(4, 2.3, 9);
        var course =
                new Course(new Stepping(LinearMaps.of(matrix), Integrator.RK4, 1), Set.of("x4"), Window.ALWAYS, "x1");
        var plain = new double[] {1, 0, 0, 0};
        for (var k = 0; k < 400; k++) {
            course.advance();
            var next = new double[4];
            for (var i = 0; i < 4; i++) {
                for (var j = 0; j < 4; j++) {
                    next[i] += plain[j] * matrix.getEntry(i, j);
                }
            }
            plain = next;
        }
        var scaled = course.free().mantissas();
        assertThat(Math.abs(plain[0])).isGreaterThan(0x1p350).isLessThan(Double.MAX_VALUE);
        assertThat(Math.abs(scaled[0])).isLessThan(0x1p310);
        for (var i = 1; i < 4; i++) {
            assertThat(scaled[i] / scaled[0]).isEqualTo(plain[i] / plain[0]);
            // Logarithms of some 300 are rounded by some 1e-13.
            assertThat(course.free().log(i)).isCloseTo(Math.log(Math.abs(plain[i])), within(1e-12));
        }
    }

    @Test
    void beginsAgainFromAnotherStart() {
        var stepping = BuiltIn.LORENZ.with(BuiltIn.Values.PUBLISHED).stepping();
        var used = new Course(stepping, Set.of("a"), new Window(1, 3), "b");
        for (var k = 0; k < 20; k++) {
            used.advance();
        }
        used.restart(2, -1, 3);
        var fresh = new Course(stepping.of(stepping.system().from(2, -1, 3)), Set.of("a"), new Window(1, 3), "b");
        for (var k = 0; k < 20; k++) {
            used.advance();
            fresh.advance();
        }
        assertThat(used.step()).isEqualTo(20);
        assertThat(used.state()).containsExactly(fresh.state());
        assertThat(used.frozen().mantissas()).containsExactly(fresh.frozen().mantissas());
    }
}
