package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SwarmTest {
    private static final Scale UNIT = Scale.linear(0, 1);

    @Test
    void aLoneDotStandsOnItsLine() {
        assertThat(Swarm.offsets(new double[] {0.1, 0.5, 1}, UNIT)).containsOnly(0);
    }

    @Test
    void likeValuesStandApartAndManyFillTheRow() {
        var few = new double[3];
        Arrays.fill(few, 0.5);
        assertThat(Swarm.offsets(few, UNIT)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Swarm.offsets(few, UNIT))).allMatch(offset -> Math.abs(offset) < 0.5);
        var many = new double[4000];
        Arrays.fill(many, 0.5);
        var offsets = Swarm.offsets(many, UNIT);
        assertThat(offsets).doesNotHaveDuplicates();
        assertThat(Arrays.stream(offsets)).allMatch(offset -> Math.abs(offset) <= 1);
        assertThat(Arrays.stream(offsets).max().orElseThrow()).isGreaterThan(0.95);
        assertThat(Arrays.stream(offsets).min().orElseThrow()).isLessThan(-0.95);
        assertThat(Arrays.stream(offsets).average().orElseThrow()).isBetween(-0.01, 0.01);
    }
}
