package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CarriedTest {
    private static final int[] FROM = {0, 1, 1, 3};
    private static final int[] TO = {1, 1, 0, 3, 2, 1};
    private static final double[] WEIGHTS = {1, 2, 0.5, 4, 3, 10};
    private static final boolean[] COUNTS = {true, true, true, true, true, false};

    /** Columns 0 to 5 are most like rows 1, 0, 0, 3, 2, 1. */
    private static final Similarity ALIKE = new Similarity(4, 6, new double[] {
        0, 5, 9, 0, 0, 0, //
        1, 0, 0, 0, 1, 9, //
        0, 0, 0, 0, 2, 0, //
        0, 0, 0, 1, 0, 0,
    });

    @Test
    void countsUnitsWhoseLabelIsRight() {
        var carried = Carried.of(FROM, TO, WEIGHTS, ALIKE, COUNTS);
        assertThat(carried.precision()).isEqualTo(3 / 5.0);
        assertThat(carried.weighted()).isCloseTo((1 + 0.5 + 4) / 10.5, within(1e-12));
    }

    @Test
    void chanceIsTheMeanOverAllWaysToDealTheLabels() {
        var carried = Carried.of(FROM, TO, WEIGHTS, ALIKE, COUNTS);
        var precision = 0.0;
        var weighted = 0.0;
        var all = Permutations.of(4);
        for (var p : all) {
            var dealt = new int[] {FROM[p[0]], FROM[p[1]], FROM[p[2]], FROM[p[3]]};
            var by = Carried.of(dealt, TO, WEIGHTS, ALIKE, COUNTS);
            precision += by.precision() / all.size();
            weighted += by.weighted() / all.size();
            assertThat(by.chance()).isCloseTo(carried.chance(), within(1e-12));
        }
        assertThat(carried.chance()).isCloseTo(precision, within(1e-12));
        assertThat(carried.weightedChance()).isCloseTo(weighted, within(1e-12));
    }

    /** A unit without a label carries none, and has none to be told. */
    @Test
    void unitsWithoutALabelAreNeitherRightNorCounted() {
        var carried = Carried.of(new int[] {-1, 1, 1, 3}, new int[] {1, 1, 0, 3, -1, 1}, WEIGHTS, ALIKE, COUNTS);
        assertThat(carried.precision()).isEqualTo(2 / 4.0);
        assertThat(carried.chance()).isCloseTo((0.5 + 0.5 + 0 + 0.25) / 4, within(1e-12));
        assertThat(carried.weighted()).isCloseTo(5 / 7.5, within(1e-12));
        var none = Carried.of(new int[] {-1, -1, -1, -1}, TO, WEIGHTS, ALIKE, COUNTS);
        assertThat(none.precision()).isZero();
        assertThat(none.chance()).isZero();
    }

    @Test
    void isMissingWhereNoUnitIsUpdated() {
        assertThat(Carried.of(FROM, TO, WEIGHTS, ALIKE, new boolean[6]).precision())
                .isNaN();
    }
}
