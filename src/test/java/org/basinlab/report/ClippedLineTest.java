package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClippedLineTest {
    private static final double NONE = Double.NaN;
    /** Lines are kept from -1 to 2. */
    private static final Scale UNIT = Scale.linear(0, 1);

    @Test
    void whatIsWithinReachStaysAsItIs() {
        var x = new double[] {0.1, 0.7, -0.9, 1.3};
        var y = new double[] {1.9, 0.2, 0.2, 0.3};
        assertThat(ClippedLine.of(x, y, UNIT, UNIT)).usingRecursiveComparison().isEqualTo(new ClippedLine(x, y));
    }

    @Test
    void aLineThatRunsAwayKeepsItsDirection() {
        var line = ClippedLine.of(new double[] {0, 1e300}, new double[] {1, -1e300}, UNIT, UNIT);
        // Down to y = -1 on the diagonal; 1e300 - 1 is 1e300.
        assertThat(line.x()).containsExactly(0, 2, NONE);
        assertThat(line.y()).containsExactly(1, -1, NONE);
    }

    @Test
    void aLineThatComesBackIsBroken() {
        var line = ClippedLine.of(new double[] {0, 4, 4, 0}, new double[] {0, 0, 1, 1}, UNIT, UNIT);
        assertThat(line.x()).containsExactly(0, 2, NONE, NONE, 2, 0);
        assertThat(line.y()).containsExactly(0, 0, NONE, NONE, 1, 1);
    }

    @Test
    void gapsStayGapsAndPointsOutOfReachGo() {
        var line = ClippedLine.of(new double[] {0, 1, NONE, 0.5, 1}, new double[] {0, 0, 0, 0, 0}, UNIT, UNIT);
        assertThat(line.x()).containsExactly(0, 1, NONE, NONE, 0.5, 1);
        assertThat(ClippedLine.of(new double[] {5, 6}, new double[] {0, 0}, UNIT, UNIT)
                        .x())
                .isEmpty();
        assertThat(ClippedLine.of(new double[0], new double[0], UNIT, UNIT).x()).isEmpty();
    }
}
