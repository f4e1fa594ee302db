package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class EnergyTest {
    @Test
    void itsGradientIsMinusTheCorrection() {
        var network = Toys.tied(9, 6, 1, 0);
        var energy = new Energy(network);
        var x = Toys.drawn(9, 2, 20);
        var d = network.apply(x);
        var h = 1e-5;
        for (var i = 0; i < 9; i++) {
            var e = new double[9];
            e[i] = h;
            var slope = (energy.of(Rows.sum(x, 1, e))[0] - energy.of(Rows.sum(x, -1, e))[0]) / (2 * h);
            // h^2 times a third derivative of about 10, and the rounding of E, 1e-14 / h.
            assertThat(slope).isCloseTo(x[i] - d[i], within(1e-8));
        }
    }

    /** What is proved in {@link Energy}, for any weights, sizes and steps. */
    @Property(tries = 100)
    void fallsAtEveryStepBelowTwoByAtLeastWhatIsProved(
            @ForAll @DoubleRange(min = 0.01, max = 1.99) double step,
            @ForAll @DoubleRange(min = 0.01, max = 5) double size,
            @ForAll @IntRange(min = 0, max = 500) int part) {
        var network = Toys.tied(8, 5, size, part);
        var energy = new Energy(network);
        var loop = new RefinementLoop(network, step);
        var before = new double[] {Double.NaN, 0, 0};
        loop.watch(Toys.drawn(8, 3, part + 7), 30, (t, x, u) -> {
            var now = energy.of(x)[0];
            if (t > 0) {
                // Rounding of terms of size E and |x|^2, some hundreds here.
                assertThat(now).isLessThanOrEqualTo(before[0] - before[1] + 1e-13 * (Math.abs(now) + before[2]));
            }
            before[0] = now;
            before[1] = step * (1 - step / 2) * Rows.dot(u, u, 8)[0];
            before[2] = Rows.dot(x, x, 8)[0] + 1;
        });
    }

    @Test
    void mayRiseAtStepsThatAreTooLong() {
        // Where D is constant, E is |x - c|^2 / 2 and a step a takes x - c times 1 - a: by hand.
        var flat = DenoisingNetwork.tied(2, 1, new double[2], new double[1], new double[] {1, 2});
        var energy = new Energy(flat);
        var x = new double[] {2, 4};
        var next = Rows.sum(x, 2.5, Rows.sum(flat.apply(x), -1, x));
        // (1.5^2 - 1) |x - c|^2 / 2, exact numbers but for the logarithm of 2 in both.
        assertThat(energy.of(next)[0] - energy.of(x)[0]).isCloseTo(1.25 * 5 / 2, within(1e-14));
        assertThatThrownBy(() -> new RefinementLoop(flat, 2.5))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--refine-step");
    }

    @Test
    void onlyTheTiedHaveIt() {
        assertThatThrownBy(() -> new Energy(Toys.free(4, 3, 1, 0))).isInstanceOf(InputException.class);
    }
}
