package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Noise;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published and recomputed numbers of P7 and P8, and long runs. */
class RateTest {
    private static final double H = 0.01;

    private static Question room(DynamicalSystem system, Noise noise) {
        return new Question(
                new Stepping(system, Integrator.RK4, 1, noise), Set.of("T"), Window.ALWAYS, "R", List.of("R"));
    }

    private static Question lorenz(double rho, Set<String> frozen, Window window, String from, double... start) {
        return Question.ofAll(new Stepping(Lorenz.of(rho).from(start), Integrator.RK4, H), frozen, window, from);
    }

    private static <C extends Compared> C after(C worlds, double time) {
        for (var k = 0; k < Math.round(time / H); k++) {
            worlds.advance();
        }
        return worlds;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.01, 0.02, 0.1, 0.2, 0.24})
    void closedFormOfTheThermostat(double gain) {
        // The slower of the modes leaves the faster behind: at k = 0.001 within 20 000 steps, at 0.24 within 100.
        var rate = Rate.of(new Tangents(room(Thermostats.linear(gain), Noise.NONE)), 10_000, 20_000, Progress.NONE)
                .get(0);
        var closed = -Math.log((1 + Math.sqrt(1 - 4 * gain)) / 2);
        assertThat(rate.value()).isCloseTo(closed, within(1e-12 * closed));
        assertThat(rate.from()).isEqualTo(10_000);
        assertThat(rate.to()).isEqualTo(20_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.26, 0.3, 0.5, 0.9})
    void beyondAQuarterItIsSoOnAverage(double gain) {
        var course = OpCourse.of(new Tangents(room(Thermostats.linear(gain), Noise.NONE)), 20_000, 1, Progress.NONE);
        var moments = course.moments();
        var sum = 0.0;
        var count = 0;
        for (var k = 10_000; k < 20_000; k++) {
            var gained = moments.get(k).comps().get(0).op()
                    - moments.get(k - 10_000).comps().get(0).op();
            if (Double.isFinite(gained)) {
                sum += gained / 10_000;
                count++;
            }
        }
        // Over pairs 10 000 steps apart the logarithms of |cos| almost cancel.
        assertThat(sum / count).isCloseTo(-Math.log(gain) / 2, within(1e-4));
        // Comp is r^t cos(w t + p), with cos w = 1 / (2 sqrt k): it has a zero every pi / w steps.
        var expected = 20_000 * Math.acos(1 / (2 * Math.sqrt(gain))) / Math.PI;
        assertThat((double) course.flipCount()).isCloseTo(expected, within(0.001 * expected + 2));
        assertThat(course.flips()).allMatch(flip -> flip.change().equals("free"));
        assertThat(course.flips()).hasSize((int) Math.min(course.flipCount(), OpCourse.MOST_FLIPS));
    }

    @Test
    void neitherNoiseNorASineChangesAnything() {
        var plain = after(new Tangents(room(Thermostats.linear(0.01), Noise.NONE)), 10);
        var noisy = after(new Tangents(room(Thermostats.linear(0.01), new Noise(1, 1e3, 4))), 10);
        var sine = after(new Tangents(room(Thermostats.linear(0.01).disturbed("R", 1e6, 50), Noise.NONE)), 10);
        assertThat(noisy.comps()).isEqualTo(plain.comps());
        assertThat(sine.comps()).isEqualTo(plain.comps());
        assertThat(noisy.state()[1]).isNotCloseTo(plain.state()[1], within(1.0));
        assertThat(noisy.state())
                .as("the same again")
                .isEqualTo(after(new Tangents(room(Thermostats.linear(0.01), new Noise(1, 1e3, 4))), 10)
                        .state());
        // Worlds share it: temperatures of some 1e4 are rounded by 1e-12 a step, and 4e-5 of the change is left.
        var worlds = after(new Worlds(room(Thermostats.linear(0.01), new Noise(1, 1e3, 4)), 1), 10);
        assertThat(worlds.comps().get(0).op()).isCloseTo(plain.comps().get(0).op(), within(1e-6));
    }

    @Test
    void oneStepSaysNothingOfScatter() {
        var rate = Rate.of(new Tangents(room(Thermostats.linear(0.01), Noise.NONE)), 0, 1, Progress.NONE)
                .get(0);
        assertThat(rate.value()).isZero();
        assertThat(rate.error()).isNaN();
    }

    @Test
    void lorenzNearItsEquilibrium() {
        var comps = after(new Tangents(lorenz(0.8, Set.of("a"), Window.ALWAYS, "b", 1, 1, 1)), 10)
                .comps();
        assertThat(comps.get(0).op()).isCloseTo(-7.19, within(0.005));
        assertThat(comps.get(1).op()).isCloseTo(-7.44, within(0.005));
        var fromC = OpCourse.of(
                new Tangents(lorenz(0.8, Set.of("a"), Window.ALWAYS, "c", 1, 1, 1)), 1000, 10, Progress.NONE);
        assertThat(fromC.flips())
                .extracting(Flip::node, Flip::time, Flip::sign)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("c", 1.01, -1),
                        org.assertj.core.groups.Tuple.tuple("c", 1.4, 1));
        var other = OpCourse.of(
                new Tangents(lorenz(0.8, Set.of("a"), Window.ALWAYS, "c", 2, -1, 3)), 1000, 1000, Progress.NONE);
        assertThat(other.flips()).extracting(Flip::time).containsExactly(0.3, 0.33, 1.53, 2.07);
        assertThat(other.flips()).extracting(Flip::node).containsExactly("b", "b", "c", "c");
        assertThat(fromC.moments()).hasSize(101);
    }

    @Test
    void lorenzInChaos() {
        var worlds = new Tangents(lorenz(28, Set.of("a"), Window.ALWAYS, "b", 1, 1, 1));
        // Printed to a tenth.
        assertThat(after(worlds, 3).comps().get(0).op()).isCloseTo(-3.2, within(0.05));
        assertThat(after(worlds, 6).comps().get(0).op()).isCloseTo(-16.5, within(0.05));
        assertThat(after(worlds, 9).comps().get(0).op()).isCloseTo(-36.9, within(0.05));
        var window = new Tangents(lorenz(28, Set.of("a"), new Window(0, 1000), "b", 1, 1, 1));
        after(window, 22);
        for (var k = 0; k < 8; k++) {
            for (var comp : after(window, 1).comps()) {
                assertThat(comp.op()).isCloseTo(-16.834, within(0.002));
            }
        }
    }

    @Test
    void aMillionStepsAreFinite() {
        var comps = after(new Tangents(lorenz(28, Set.of("a"), Window.ALWAYS, "b", 1, 1, 1)), 10_000)
                .comps();
        for (var comp : comps) {
            // -2.71 a unit of time, known to a hundredth.
            assertThat(comp.op() / 10_000).isCloseTo(-2.71, within(0.03));
            // The largest exponent, 0.9056, over 10 000.
            assertThat(comp.logFree() / 10_000).isCloseTo(0.9056, within(0.02));
        }
    }

    /** What the command's --rate --time 5000 gives: the first tenth dropped. */
    @Test
    void longRunOfLorenz() {
        var question = lorenz(28, Set.of("a"), Window.ALWAYS, "b", 1, 1, 1);
        var rates = Rate.of(new Tangents(question), 50_000, 500_000, Progress.NONE);
        var growth = Exponents.of(question.stepping(), question.frozen(), 50_000, 500_000, Progress.NONE);
        for (var rate : rates) {
            assertThat(rate.value()).isCloseTo(-2.71, within(0.03));
            assertThat(rate.error()).isPositive().isLessThan(0.03);
            assertThat(rate.value())
                    .isCloseTo(growth.difference(), within(3 * Math.hypot(rate.error(), growth.differenceError())));
        }
        assertThat(growth.largest()).isCloseTo(0.9056, within(4 * growth.largestError()));
    }

    /**
     * At rho = 0.8 everything is known: free, b shrinks at the leading eigenvalue and c, driven by a product, at twice that; frozen, b
     * shrinks as exp(-t) and c, driven by a b, as exp((-1 - 0.185) t). So c has neither exponent, and the same difference.
     */
    @Test
    void whereTheLeadingDirectionVanishesTheRatesDiffer() {
        var leading = (-11 + Math.sqrt(113)) / 2;
        for (var n : List.of("b", "c")) {
            var worlds = new Tangents(lorenz(0.8, Set.of("a"), Window.ALWAYS, n, 1, 1, 1));
            var early = after(worlds, 30).comps();
            var late = after(worlds, 30).comps();
            var b = 0;
            var c = 1;
            // What is left of faster modes by then, exp(-0.37 30), and RK4's own 1e-9.
            var close = within(1e-4);
            assertThat((late.get(b).logFree() - early.get(b).logFree()) / 30).isCloseTo(leading, close);
            assertThat((late.get(c).logFree() - early.get(c).logFree()) / 30).isCloseTo(2 * leading, close);
            assertThat((late.get(b).logFrozen() - early.get(b).logFrozen()) / 30)
                    .isCloseTo(-1, close);
            assertThat((late.get(c).logFrozen() - early.get(c).logFrozen()) / 30)
                    .isCloseTo(-1 + leading, close);
        }
    }

    @Test
    void exponentsOfALinearFlowAreItsEigenvalues() {
        var stepping = new Stepping(Lorenz.of(0.8).from(1, 1, 1), Integrator.RK4, H);
        var growth = Exponents.of(stepping, Set.of("a"), 3000, 9000, Progress.NONE);
        assertThat(growth.largest()).isCloseTo((-11 + Math.sqrt(113)) / 2, within(1e-4));
        assertThat(growth.conditional()).isCloseTo(-1, within(1e-4));
        assertThat(growth.difference()).isCloseTo(growth.conditional() - growth.largest(), within(1e-14));
        assertThat(growth.from()).isEqualTo(30);
        assertThat(growth.to()).isEqualTo(90);
    }

    /** A number that shrinks beside a larger one ends as 0 and not as the least number there is, whose rate would be 0. */
    @Test
    void whatIsLostBesideLargerNumbersIsNoRate() {
        var question = lorenz(0.8, Set.of("b"), Window.ALWAYS, "a", 1, 1, 1);
        var rate = Rate.of(new Tangents(question), 1000, 5000, Progress.NONE).get(0);
        // RK4's own rate for exp(-10 t) at h = 0.01.
        var z = -0.1;
        var shrink = Math.log(1 + z + z * z / 2 + z * z * z / 6 + z * z * z * z / 24) / H;
        assertThat(rate.node()).isEqualTo("a");
        assertThat(rate.value()).isCloseTo(shrink - (-11 + Math.sqrt(113)) / 2, within(1e-3));
        var late =
                Rate.of(new Tangents(question), 15_000, 20_000, Progress.NONE).get(0);
        assertThat(late.value()).isNaN();
    }
}
