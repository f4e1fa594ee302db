package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CompTest {
    @Test
    void zeroInfinityAndNeither() {
        var zero = Comp.of(0, -2);
        assertThat(zero.op()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(zero.sign()).isZero();
        assertThat(zero.value()).isZero();
        var infinite = Comp.of(-3, 0);
        assertThat(infinite.op()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(infinite.sign()).isZero();
        assertThat(infinite.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        var neither = Comp.of(0, 0);
        assertThat(neither.op()).isNaN();
        assertThat(neither.sign()).isZero();
        assertThat(neither.value()).isNaN();
        var lost = Comp.of(Double.NaN, 1);
        assertThat(lost.op()).isNaN();
        assertThat(lost.value()).isNaN();
    }

    @Property(seed = "7", tries = 300)
    void valueAndLogarithmAgree(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double free,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double frozen) {
        var comp = Comp.of(free, -frozen);
        // Logarithms of up to 28 and their difference are rounded by some 1e-14.
        assertThat(comp.value()).isCloseTo(-free / frozen, within(1e-13 * Math.abs(free / frozen)));
        assertThat(comp.sign()).isEqualTo((int) Math.signum(-free));
    }
}
