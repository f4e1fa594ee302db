package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;

class RegionTest {
    @Test
    void overTheBarrierOfTheWorseLossNobodyComesBack() {
        var maps = new Maps(Pits.published(0.02));
        assertThat(Region.of(maps, Pits.START, Pits.BARRIER, 100).noReturn()).isEqualTo(Pits.BARRIER);
        // L's barrier is lower: between the two, l1 leads back.
        var between = Region.of(maps, 1.0074533, 1.1743102, 1000);
        assertThat(between.noReturn()).isCloseTo(Pits.BARRIER, within(1e-4));
        assertThat(between.stays()).isTrue();
    }

    @Test
    void aWalkComesBackFromAnywhere() {
        var maps = new Maps(new SgdStep(Pits.linear(new double[] {0, 0}, new double[] {1, -1}), 0.1));
        var region = Region.of(maps, 0, 1.05, 10_000);
        // The hull's end, where it is cut off: 200 times 1.05, and a margin.
        assertThat(region.noReturn()).isCloseTo(211, within(1.0));
        assertThat(region.stays()).isFalse();
        // In 20 steps it goes no farther than 2.
        assertThat(Region.of(maps, 0, 1.05, 20).noReturn()).isCloseTo(2, within(0.01));
    }

    @Test
    void twoPitsExchangeForEver() {
        var maps = new Maps(new SgdStep(Pits.twoPits(0.6), 0.1));
        var region = Region.of(maps, -1, 0.1, 10_000);
        assertThat(region.stays()).isTrue();
        // Outside, where W^3 - W = 0.6, both losses lead inward.
        assertThat(region.noReturn()).isCloseTo(1.2212, within(0.005));
        assertThat(region.low()).isCloseTo(-1.2212, within(0.005));
    }
}
