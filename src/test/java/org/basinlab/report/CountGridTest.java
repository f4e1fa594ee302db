package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountGridTest {
    private static final Scale UNIT = Scale.linear(0, 1);

    @Test
    void pointsFallIntoTheirCellsAndTheTopRowIsFirst() {
        var x = new double[] {0, 0.1, 0.9, 1, 1.01, Double.NaN};
        var y = new double[] {0, 0.2, 0.9, 1, 0.5, 0.5};
        var grid = CountGrid.of(x, y, UNIT, UNIT, 2, 2);
        assertThat(grid.counts()).containsExactly(0, 2, 2, 0);
        assertThat(grid.points()).isEqualTo(4);
        assertThat(grid.most()).isEqualTo(2);
    }

    @Test
    void noPointsCountNothing() {
        var grid = CountGrid.of(new double[0], new double[0], UNIT, UNIT, 3, 2);
        assertThat(grid.counts()).hasSize(6).containsOnly(0);
        assertThat(grid.most()).isEqualTo(1);
    }
}
