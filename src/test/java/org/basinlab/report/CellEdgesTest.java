package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.experiment.Figure.Axis;
import org.junit.jupiter.api.Test;

class CellEdgesTest {
    private static final Axis LINEAR = Axis.linear("");

    @Test
    void bordersLieHalfWayBetweenNeighbours() {
        assertThat(CellEdges.around(new double[] {0, 1, 3, 7}, LINEAR).at()).containsExactly(-0.5, 0.5, 2, 5, 9);
        // Between the logarithms 0, 1 and 3.
        assertThat(CellEdges.around(new double[] {1, 10, 1000}, Axis.log("")).at())
                .containsExactly(new double[] {-0.5, 0.5, 2, 4}, within(1e-12)); // a few roundings
    }

    @Test
    void theyFillAnAxisThatHasNoEnds() {
        var edges = CellEdges.around(new double[] {0, 1}, LINEAR);
        assertThat(edges.scale(LINEAR)).isEqualTo(new Scale(-0.5, 1.5, false));
        assertThat(edges.scale(new Axis("", 0, Double.NaN, false))).isEqualTo(new Scale(0, 1.5, false));
    }

    @Test
    void onePointHasACellAndNoneHaveNone() {
        var one = CellEdges.around(new double[] {5}, LINEAR);
        assertThat(one.cells()).isEqualTo(1);
        assertThat(one.at()[0]).isLessThan(5);
        assertThat(one.at()[1]).isGreaterThan(5);
        var none = CellEdges.around(new double[0], LINEAR);
        assertThat(none.cells()).isZero();
        assertThat(none.shares(none.scale(LINEAR), 3)).allMatch(share -> share.weights().length == 0);
    }

    @Test
    void aPixelInAWideCellShowsThatAlone() {
        var edges = CellEdges.around(new double[] {0, 1}, LINEAR);
        var shares = edges.shares(edges.scale(LINEAR), 5);
        assertThat(Arrays.stream(shares).mapToInt(CellEdges.Share::first)).containsExactly(0, 0, 1, 1, 1);
        assertThat(shares).allMatch(share -> Arrays.equals(share.weights(), new double[] {1}));
    }

    @Test
    void aPixelOverManyCellsShowsEachByItsPart() {
        var edges = CellEdges.around(new double[] {0, 1, 2, 3, 4}, LINEAR);
        var shares = edges.shares(edges.scale(LINEAR), 2);
        // Each of two pixels is two cells and a half wide.
        assertThat(shares[0].first()).isZero();
        assertThat(shares[0].weights()).containsExactly(new double[] {0.4, 0.4, 0.2}, within(1e-12)); // roundings
        assertThat(shares[1].first()).isEqualTo(2);
        assertThat(shares[1].weights()).containsExactly(new double[] {0.2, 0.4, 0.4}, within(1e-12));
    }

    @Test
    void outsideOfAllCellsAPixelShowsNone() {
        var edges = CellEdges.around(new double[] {0, 1}, LINEAR);
        var shares = edges.shares(Scale.linear(-2.5, 3.5), 6);
        assertThat(Arrays.stream(shares).mapToInt(share -> share.weights().length))
                .containsExactly(0, 0, 1, 1, 0, 0);
    }
}
