package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void balancedCellsHoldEqualWeight() {
        var grid = new Grid(new double[] {0, 1, 3, 4});
        // Density of weight 1, 2, 5: 10 in all, so each of 4 new cells holds 2.5.
        var balanced = grid.balanced(new double[] {1, 4, 5}, 4);
        assertThat(balanced.edges()).containsExactly(new double[] {0, 1.75, 3, 3.5, 4}, within(1e-15));
    }

    @Test
    void halvingAndMovingAnEdgeKeepTheInterval() {
        var grid = Grid.uniform(-1, 3, 4);
        assertThat(grid.halved().cells()).isEqualTo(8);
        assertThat(grid.halved().edge(3)).isEqualTo(0.5);
        assertThat(grid.through(1.3).edges()).containsExactly(-1, 0, 1.3, 2, 3);
        // Even the outermost inner edge gives way, never an end.
        assertThat(grid.through(2.9).edges()).containsExactly(-1, 0, 1, 2.9, 3);
    }

    @Test
    void edgesMustAscendAndBeFinite() {
        assertThatThrownBy(() -> new Grid(new double[] {0, 1, 1}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> new Grid(new double[] {0, Double.NaN})).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Grid(new double[] {0})).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> Grid.uniform(0, 1, 4).through(1)).isInstanceOf(InputException.class);
    }

    @Test
    void isAValue() {
        var edges = new double[] {0, 1, 2};
        var grid = new Grid(edges);
        edges[1] = 5;
        grid.edges()[1] = 7;
        assertThat(grid).isEqualTo(Grid.uniform(0, 2, 2)).hasSameHashCodeAs(Grid.uniform(0, 2, 2));
    }
}
