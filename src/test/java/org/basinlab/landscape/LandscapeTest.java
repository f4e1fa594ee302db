package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class LandscapeTest {
    /** The same losses as code, which go through the interface's own sums. */
    private static Landscape summedOneByOne(List<? extends DatapointLoss> losses) {
        return () -> losses;
    }

    @Test
    void programsAndClosedFormsAgreeWithSumsOverTheLosses() {
        for (var pit : List.of(Pit.PUBLISHED, new Pit(2, 30), new Pit(-0.5, 0))) {
            var plain = summedOneByOne(pit.losses());
            var program = Landscape.of(pit.losses());
            assertThat(plain.gradients().orElseThrow().instructions())
                    .isEqualTo(program.gradients().orElseThrow().instructions());
            for (var w = -1.0; w <= 4; w += 0.0173) {
                for (var other : List.of(pit, program)) {
                    // Derivatives of up to 400, each after some ten roundings, and their squares.
                    assertThat(other.loss(w)).isCloseTo(plain.loss(w), within(1e-14));
                    assertThat(other.gradient(w)).isCloseTo(plain.gradient(w), within(1e-13));
                    assertThat(other.curvature(w)).isCloseTo(plain.curvature(w), within(1e-12));
                    assertThat(other.variance(w)).isCloseTo(plain.variance(w), within(1e-12));
                    assertThat(other.varianceSlope(w)).isCloseTo(plain.varianceSlope(w), within(1e-10));
                }
            }
        }
    }

    @Test
    void thePitIsThatOfThePost() {
        var pit = new Pit(1.5, 40);
        for (var w = 0.0; w < 3; w += 0.1) {
            var l0 = -Math.exp(-Math.pow(w - 2, 2));
            var l1 = l0 - 1.5 * Math.exp(-40 * Math.pow(w - 1, 2));
            assertThat(pit.losses().get(0).value(w)).isCloseTo(l0, within(1e-15));
            assertThat(pit.losses().get(1).value(w)).isCloseTo(l1, within(4e-15));
            assertThat(pit.loss(w)).isCloseTo((l0 + l1) / 2, within(4e-15));
        }
        assertThat(pit)
                .isEqualTo(new Pit(1.5, 40))
                .hasSameHashCodeAs(new Pit(1.5, 40))
                .isNotEqualTo(new Pit(1, 40));
    }

    @Test
    void theZerosOfTheNoiseAndOfTheSlopeDiffer() {
        // P2: S2 vanishes at the pit's centre, G does not; at 2 both do, but for what is left of the spike.
        assertThat(Pit.PUBLISHED.variance(1)).isZero();
        assertThat(Pit.PUBLISHED.gradient(1)).isNotZero();
        assertThat(Math.log10(Pit.PUBLISHED.variance(2))).isCloseTo(-83, within(1.0));
    }

    @Test
    void systemsOfP2() {
        var constant = Scenarios.constantGradients();
        var linear = Scenarios.linearGradients(0.2);
        for (var w = -3.0; w <= 3; w += 0.5) {
            assertThat(constant.losses().get(0).gradient(w)).isEqualTo(-1);
            assertThat(constant.losses().get(1).gradient(w)).isEqualTo(1);
            assertThat(constant.gradient(w)).isZero();
            assertThat(constant.variance(w)).isEqualTo(1);
            assertThat(constant.varianceSlope(w)).isZero();
            assertThat(linear.losses().get(0).gradient(w)).isCloseTo(1.2 * w - 2, within(1e-15));
            assertThat(linear.losses().get(1).gradient(w)).isCloseTo(0.8 * w - 2, within(1e-15));
            assertThat(linear.gradient(w)).isCloseTo(w - 2, within(2e-15));
            assertThat(linear.variance(w)).isCloseTo(0.04 * w * w, within(4e-15));
            assertThat(linear.varianceSlope(w)).isCloseTo(0.08 * w, within(4e-15));
        }
        assertThatThrownBy(() -> Scenarios.linearGradients(Double.NaN)).isInstanceOf(InputException.class);
    }

    @Test
    void aLandscapeNeedsADatapoint() {
        assertThatThrownBy(() -> Landscape.of())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at least one");
    }

    /** Programs keep nothing between calls. */
    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        var landscape = Landscape.of(Pit.PUBLISHED.losses());
        var pool = Executors.newFixedThreadPool(4);
        try {
            var tasks = new ArrayList<Callable<Double>>();
            for (var t = 0; t < 4; t++) {
                tasks.add(() -> {
                    var sum = 0.0;
                    for (var i = 0; i < 20_000; i++) {
                        sum += landscape.variance(i * 1e-4)
                                + landscape.losses().get(1).gradient(i * 1e-4);
                    }
                    return sum;
                });
            }
            var alone = tasks.get(0).call();
            for (var result : pool.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdown();
        }
    }
}
