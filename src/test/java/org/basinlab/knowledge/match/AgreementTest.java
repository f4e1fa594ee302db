package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private final double[][] ones = Toys.cells(5, 3, 100);
    private final double[][] others = Toys.cells(5, 3, 300);

    @Test
    void isZeroOnAverageOverAllMatchings() {
        var mean = Permutations.of(5).stream()
                .mapToDouble(p -> new Agreement(ones, others).pearson(new Matching(p)))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(1e-12));
    }

    @Test
    void ceilingIsTheBestOfAllMatchings() {
        var agreement = new Agreement(ones, others);
        var best = Permutations.of(5).stream()
                .mapToDouble(p -> agreement.pearson(new Matching(p)))
                .max()
                .orElseThrow();
        assertThat(agreement.pearson(agreement.ceiling())).isCloseTo(best, within(1e-9));
    }

    @Test
    void isOfCellsLessEachClassesMean() {
        var matching = new Matching(2, -1, 0, 1, -1);
        var other = Toys.cells(3, 3, 700);
        var x = new double[9];
        var y = new double[9];
        var pairs = new int[][] {{0, 2}, {2, 0}, {3, 1}};
        for (var p = 0; p < 3; p++) {
            for (var k = 0; k < 3; k++) {
                x[3 * p + k] = ones[pairs[p][0]][k] - mean(ones, k);
                y[3 * p + k] = other[pairs[p][1]][k] - mean(other, k);
            }
        }
        var agreement = new Agreement(ones, other);
        assertThat(agreement.pearson(matching)).isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-12));
        assertThat(agreement.spearman(matching)).isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-12));
    }

    private static double mean(double[][] cells, int k) {
        return Arrays.stream(cells).mapToDouble(c -> c[k]).average().orElseThrow();
    }

    @Test
    void whatAllUnitsShareTellsNothing() {
        var shifted = Arrays.stream(others)
                .map(c -> new double[] {c[0] + 7, c[1] - 30, c[2] + 100})
                .toArray(double[][]::new);
        var matching = new Matching(4, 3, 2, 1, 0);
        assertThat(new Agreement(ones, shifted).pearson(matching))
                .isCloseTo(new Agreement(ones, others).pearson(matching), within(1e-12));
    }

    @Test
    void isMissingWhereNothingVaries() {
        assertThat(new Agreement(ones, new double[5][3]).pearson(new Matching(0, 1, 2, 3, 4)))
                .isNaN();
    }
}
