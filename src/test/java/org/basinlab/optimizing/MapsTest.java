package org.basinlab.optimizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.causal.Axis;
import org.basinlab.causal.OpMap;
import org.basinlab.causal.Range;
import org.junit.jupiter.api.Test;

class MapsTest {
    private static final Axis STARTS = new Axis("n", new Range(0, 2, 3));
    private static final Axis OTHER = new Axis("rho", new Range(5, 6, 2));

    /** Comp 1, 1/2, 0 in the lower row, and 1/2, -2, -2 in the upper one: from 1/2 to -2 through 0 or through infinity. */
    private static OpMap map(boolean along) {
        var two = Math.log(2);
        var inf = Double.POSITIVE_INFINITY;
        return along
                ? new OpMap("n", "m", STARTS, OTHER, new double[] {0, two, inf, two, -two, -two}, new byte[] {
                    1, 1, 0, 1, -1, -1
                })
                : new OpMap("n", "m", OTHER, STARTS, new double[] {0, two, two, -two, inf, -two}, new byte[] {
                    1, 1, 1, -1, 0, -1
                });
    }

    @Test
    void integralsAlongEitherAxis() {
        for (var along : new boolean[] {true, false}) {
            var integrals = Maps.integrals(map(along));
            assertThat(integrals).hasSize(2);
            assertThat(integrals.get(0).at()).isEqualTo(5);
            // Trapezoids of 0, 1/2, 1.
            assertThat(integrals.get(0).integral()).isCloseTo(1, within(1e-15));
            assertThat(integrals.get(1).integral()).as("through a pole").isNull();
        }
    }

    @Test
    void noneWhereNoAxisIsTheStartOfN() {
        var map = new OpMap("n", "m", OTHER, new Axis("a", new Range(0, 1, 2)), new double[4], new byte[4]);
        assertThat(Maps.integrals(map)).isEmpty();
    }

    @Test
    void aMapInAFewNumbers() {
        var few = Maps.summary(map(true));
        assertThat(few.lowest()).isCloseTo(-Math.log(2), within(1e-15));
        assertThat(few.highest()).isCloseTo(Math.log(2), within(1e-15));
        assertThat(few.undefined()).isCloseTo(1.0 / 6, within(1e-15));
        assertThat(few.negative()).isCloseTo(2.0 / 6, within(1e-15));
        // Op is noticeable at 1, 2 of the lower row and 0 of the upper one, which only touch at corners.
        assertThat(few.basins()).isEqualTo(2);
        assertThat(few.inBasins()).isCloseTo(0.5, within(1e-15));
        assertThat(few.largest()).isCloseTo(2.0 / 6, within(1e-15));
        var table = Maps.table(map(true));
        assertThat(table.columns()).hasSize(4);
    }
}
