package org.basinlab.knowledge.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConcentrationTest {
    private static final double CLOSE = 1e-12;

    /** k equal energies of n: PR k/n, Gini 1 - k/n, and the top 1% hold n/100 of the k, or all. */
    @Property(tries = 200)
    void evenlyOverSome(@ForAll @IntRange(min = 2, max = 900) int n, @ForAll @IntRange(min = 1, max = 900) int some) {
        var k = Math.min(n, some);
        var energies = new double[n];
        for (var i = 0; i < k; i++) {
            energies[n - 1 - i] = 5e-9;
        }
        var found = Concentration.of(energies);
        assertThat(found.participation()).isCloseTo(k / (double) n, within(CLOSE));
        assertThat(found.gini()).isCloseTo(1 - k / (double) n, within(CLOSE));
        assertThat(found.top()).isCloseTo(Math.min(1, 0.01 * n / k), within(CLOSE));
    }

    /** Energies 1 to n: PR 3 (n + 1) / (2 (2n + 1)), Gini (n - 1) / (3 n); of 784 the top are 784 to 778 and 0.84 of 777. */
    @Test
    void ofRamp() {
        var ramp = IntStream.rangeClosed(1, 784).mapToDouble(i -> i).toArray();
        var found = Concentration.of(ramp);
        assertThat(found.participation()).isCloseTo(3 * 785 / (2.0 * 1569), within(CLOSE));
        assertThat(found.gini()).isCloseTo(783 / (3.0 * 784), within(CLOSE));
        assertThat(found.top()).isCloseTo((7 * 781 + 0.84 * 777) / (784 * 785 / 2.0), within(CLOSE));
    }

    /** Gini is half the mean absolute difference of two, drawn with replacement, over the mean. */
    @Property(tries = 100)
    void giniIsMeanDifference(@ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = 0, max = 10) Double> drawn) {
        var energies = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        energies[0] += 1;
        var n = energies.length;
        var differences = 0.0;
        for (var a : energies) {
            for (var b : energies) {
                differences += Math.abs(a - b);
            }
        }
        var mean = Arrays.stream(energies).average().orElseThrow();
        assertThat(Concentration.of(energies).gini()).isCloseTo(differences / n / n / 2 / mean, within(CLOSE));
    }

    /** Neither units nor order nor having everything twice matters. */
    @Property(tries = 100)
    void scaleOrderAndCopiesDoNotMatter(
            @ForAll @Size(min = 2, max = 300) List<@DoubleRange(min = 0, max = 10) Double> drawn) {
        var energies = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        energies[0] += 1;
        var n = energies.length;
        var other = IntStream.range(0, 2 * n)
                .mapToDouble(i -> energies[n - 1 - i / 2] * 1e-200)
                .toArray();
        var one = Concentration.of(energies);
        var two = Concentration.of(other);
        assertThat(two.participation()).isCloseTo(one.participation(), within(1e-10));
        assertThat(two.gini()).isCloseTo(one.gini(), within(1e-10));
        assertThat(two.top()).isCloseTo(one.top(), within(1e-10));
    }

    @Test
    void noEnergyIsNowhereAndOnePlaceSaysNothing() {
        assertThat(Concentration.of(new double[] {3})).isEqualTo(Concentration.UNKNOWN);
        assertThat(Concentration.of(new double[5])).isEqualTo(Concentration.UNKNOWN);
        assertThat(Concentration.of(new double[0])).isEqualTo(Concentration.UNKNOWN);
        assertThat(Concentration.of(new double[] {1, Double.NaN})).isEqualTo(Concentration.UNKNOWN);
        assertThat(Concentration.of(new double[] {1, Double.POSITIVE_INFINITY})).isEqualTo(Concentration.UNKNOWN);
    }

    @Test
    void logRatioIsPositiveForTheMoreConcentrated() {
        var one = Concentration.of(new double[] {1, 0, 0, 0});
        var all = Concentration.of(new double[] {1, 1, 1, 1});
        assertThat(one.logRatioTo(all)).isCloseTo(Math.log(4), within(CLOSE));
        assertThat(all.logRatioTo(one)).isCloseTo(-Math.log(4), within(CLOSE));
        assertThat(one.logRatioTo(Concentration.UNKNOWN)).isNaN();
    }
}
