package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Noise;
import org.basinlab.dynamics.Path;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Expression.Function;
import org.junit.jupiter.api.Test;

class CausalNetworkTest {
    /** a -> b, c; b -> c; b, c -> d; e by itself. */
    private static final CausalNetwork PATHS = CausalNetwork.building()
            .input("a", 0.5)
            .formula("b", parameter(0).times(constant(3)), List.of("a"))
            .formula("c", parameter(0).times(parameter(0)).minus(parameter(1)), List.of("a", "b"))
            .formula("d", parameter(0).plus(parameter(1).times(constant(2))), List.of("b", "c"))
            .input("e", 7)
            .build();

    @Test
    void compOfSeveralPathsByHand() {
        // db = 3, dc = 2a - 3 = -2, dd = 3 - 4 = -1. With b frozen: dc = 1, dd = 2. With c frozen: dd = 3.
        assertThat(PATHS.comp(Set.of("b"), "a", "d").value()).isCloseTo(-0.5, within(1e-15));
        assertThat(PATHS.comp(Set.of("b"), "a", "d").sign()).isEqualTo(-1);
        assertThat(PATHS.comp(Set.of("b"), "a", "d").op()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(PATHS.comp(Set.of("c"), "a", "d").value()).isCloseTo(-1.0 / 3, within(1e-15));
        assertThat(PATHS.comp(Set.of("b"), "a", "c").value()).isCloseTo(-2, within(1e-15));
        // Frozen where it is not on the way, it does nothing; frozen everywhere on the way, nothing arrives.
        assertThat(PATHS.comp(Set.of("c"), "a", "b").op()).isZero();
        assertThat(PATHS.comp(Set.of("e"), "a", "d").op()).isZero();
        assertThat(PATHS.comp(Set.of("b", "c"), "a", "d").value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(PATHS.comp(Set.of("b", "c"), "a", "d").op()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void worldsByHand() {
        var delta = 0.25;
        assertThat(PATHS.w()).isEqualTo(Map.of("a", 0.5, "b", 1.5, "c", -1.25, "d", -1.0, "e", 7.0));
        assertThat(PATHS.x("a", delta)).isEqualTo(Map.of("a", 0.75, "b", 2.25, "c", -1.6875, "d", -1.125, "e", 7.0));
        assertThat(PATHS.y(Set.of("b"), "a", delta))
                .isEqualTo(Map.of("a", 0.75, "b", 1.5, "c", -0.9375, "d", -0.375, "e", 7.0));
        assertThat(PATHS.comp(Set.of("b"), "a", "d", delta).value()).isCloseTo(-0.125 / 0.625, within(1e-15));
        // A node in the middle is shifted by itself, whatever its parents say.
        assertThat(PATHS.x("b", 1))
                .containsEntry("a", 0.5)
                .containsEntry("b", 2.5)
                .containsEntry("d", -2.0);
    }

    /** Differences tend to the derivatives with order one. */
    @Test
    void differencesConverge() {
        var network = CausalNetwork.building()
                .input("a", 0.7)
                .formula("b", parameter(0).apply(Function.SIN), List.of("a"))
                .formula("c", parameter(0).times(parameter(1)).exp(), List.of("a", "b"))
                .build();
        var exact = network.comp(Set.of("b"), "a", "c").value();
        var wide = network.comp(Set.of("b"), "a", "c", 1e-3).value() - exact;
        var narrow = network.comp(Set.of("b"), "a", "c", 5e-4).value() - exact;
        assertThat(wide / narrow).isBetween(1.99, 2.01);
        // d/da exp(a sin a) over exp(ab) b.
        assertThat(exact).isCloseTo((Math.sin(0.7) + 0.7 * Math.cos(0.7)) / Math.sin(0.7), within(1e-14));
    }

    /** Where all of a change passes through one node, what was frozen before it and after it multiply. */
    @Test
    void compOfAChainIsTheProduct() {
        var network = CausalNetwork.building()
                .input("n", 1)
                .formula("u", parameter(0).times(constant(-0.8)), List.of("n"))
                .formula("k", parameter(0).plus(parameter(1)), List.of("n", "u"))
                .formula("v", parameter(0).times(constant(0.5)), List.of("k"))
                .formula("m", parameter(0).plus(parameter(1)), List.of("k", "v"))
                .build();
        var first = network.comp(Set.of("u"), "n", "k");
        var second = network.comp(Set.of("v"), "k", "m");
        var both = network.comp(Set.of("u", "v"), "n", "m");
        assertThat(first.value()).isCloseTo(0.2, within(1e-15));
        assertThat(second.value()).isCloseTo(1.5, within(1e-15));
        assertThat(both.value()).isCloseTo(0.3, within(1e-15));
        assertThat(both.op()).isCloseTo(first.op() + second.op(), within(1e-14));
    }

    @Test
    void refused() {
        refused("a", Set.of("x"), "d", "there is no node x");
        refused("x", Set.of("b"), "d", "there is no node x");
        refused("a", Set.of("b"), "x", "there is no node x");
        refused("a", Set.of("a", "b"), "d", "node a is in A");
        refused("a", Set.of("d"), "d", "node d is in A");
        refused("a", Set.of("b"), "e", "node e is not downstream of a: Comp is 0/0");
        assertThatThrownBy(() -> CausalNetwork.building().input("a", 1).input("a", 2))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a is there twice");
        assertThatThrownBy(() -> CausalNetwork.building().formula("b", parameter(0), List.of("a")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("node b needs a");
    }

    private static void refused(String n, Set<String> a, String m, String message) {
        assertThatThrownBy(() -> PATHS.comp(a, n, m))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> PATHS.comp(a, n, m, 0.1)).isInstanceOf(InputException.class);
    }

    /** Written out, a system has the noise that it has. */
    @Test
    void noiseIsInTheNetworkToo() {
        var noisy = new Stepping(Thermostats.saturating(1, 1), Integrator.RK4, 0.02, new Noise(1, 3, 5));
        var path = new Path(noisy, noisy.system().start());
        for (var k = 0; k < 5; k++) {
            path.advance();
        }
        assertThat(CausalNetwork.of(noisy, 5).w().get("R@5")).isCloseTo(path.state()[1], within(1e-12));
        assertThat(path.state()[1]).isNotCloseTo(35, within(0.5));
    }
}
