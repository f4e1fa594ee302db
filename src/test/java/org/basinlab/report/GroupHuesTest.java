package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupHuesTest {
    private static final Scale UNIT = Scale.linear(0, 1);
    private static final int HUES = 5;

    @Test
    void theFullestGroupOfACellHasIt() {
        var x = new double[] {0.1, 0.1, 0.2, 0.9, 0.9, 0.9, 0.1, 0.9, Double.NaN};
        var y = new double[] {0.1, 0.2, 0.1, 0.1, 0.1, 0.2, 0.9, 0.9, 0.1};
        var groups = new int[] {7, 3, 7, 3, -1, -1, 4, -1, 2};
        var grid = GroupGrid.of(x, y, groups, UNIT, UNIT, 2, 2);
        assertThat(grid.most()).containsExactly(4, -1, 7, -1);
        assertThat(grid.points()).containsExactly(1, 1, 2, 2);
        assertThat(grid.share(2, 3)).isEqualTo(1 / 3.0);
        assertThat(grid.share(0, 1)).isZero();
    }

    @Test
    void ofEqualsTheLowestGroupHasTheCellAndNoGroupTheLeastRight() {
        var same = new double[] {0.5, 0.5, 0.5};
        var grid = GroupGrid.of(same, same, new int[] {9, -1, 5}, UNIT, UNIT, 1, 1);
        assertThat(grid.most()).containsExactly(5);
    }

    @Test
    void neighboursDiffer() {
        var side = 10;
        var x = IntStream.range(0, side * side)
                .mapToDouble(i -> (i % side + 0.5) / side)
                .toArray();
        var y = IntStream.range(0, side * side)
                .mapToDouble(i -> (i / side + 0.5) / side)
                .toArray();
        var groups = IntStream.range(0, side * side).toArray();
        var hues = GroupHues.of(x, y, groups, UNIT, UNIT, HUES);
        assertThat(hues).containsOnly(0, 1, 2, 3, 4);
        for (var i = 0; i < side * side; i++) {
            if (i % side + 1 < side) {
                assertThat(hues[i]).as("group %d and its right neighbour", i).isNotEqualTo(hues[i + 1]);
            }
            if (i + side < side * side) {
                assertThat(hues[i]).as("group %d and its upper neighbour", i).isNotEqualTo(hues[i + side]);
            }
        }
    }

    @Test
    void manyGroupsTakeNoTime() {
        var count = 20_000;
        var x = IntStream.range(0, count).mapToDouble(i -> i / (double) count).toArray();
        var hues = GroupHues.of(x, x, IntStream.range(0, count).toArray(), UNIT, UNIT, HUES);
        assertThat(hues).hasSize(count);
    }

    @Test
    void groupsWithoutPlaceOrPointsHaveAHueAllTheSame() {
        var nowhere = new double[] {Double.NaN, 0.5};
        assertThat(GroupHues.of(nowhere, nowhere, new int[] {3, -1}, UNIT, UNIT, HUES))
                .containsOnly(0);
        assertThat(GroupHues.of(new double[0], new double[0], new int[0], UNIT, UNIT, HUES))
                .isEmpty();
    }
}
