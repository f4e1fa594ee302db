package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.009, 0.015, 0.03})
    void leadingEigenvaluesAreThoseOfTheWholeMatrix(double temperature) {
        var operator = new TransitionOperator(Pits.published(temperature), Grid.uniform(0.8, Pits.BARRIER, 150));
        var dense = new Array2DRowRealMatrix(150, 150);
        for (var i = 0; i < 150; i++) {
            var row = i;
            operator.row(i, (j, p) -> dense.setEntry(row, j, p));
        }
        var all = new EigenDecomposition(dense);
        var exact = new ArrayList<Complex>();
        for (var i = 0; i < 150; i++) {
            exact.add(new Complex(all.getRealEigenvalue(i), all.getImagEigenvalue(i)));
        }
        exact.sort(Comparator.comparingDouble(z -> -z.abs()));
        var found = Spectrum.leading(operator, 5);
        for (var z : found) {
            // The dense one is good to about 1e-13 of the matrix, Arnoldi's to where it stood still.
            assertThat(exact.subList(0, 6)).anyMatch(e -> e.subtract(z).abs() < 1e-8);
        }
        assertThat(found.get(0).abs()).isCloseTo(exact.get(0).abs(), within(1e-10));
        assertThat(found.get(4).abs()).isCloseTo(exact.get(4).abs(), within(1e-8));
    }

    @Test
    void theFirstIsOneLessTheRate() {
        var grid = Grid.uniform(0.8, Pits.BARRIER, 400);
        var operator = new TransitionOperator(Pits.published(0.02), grid);
        var rate = new FirstPassage(operator).settled().rate();
        assertThat(1 - Spectrum.leading(operator, 1).get(0).getReal()).isCloseTo(rate, within(1e-10));
    }

    /** For g_k = W -+ 1 the powers of W are an invariant family: eigenvalues (1 - T)^n. */
    @Test
    void noisyLinearGradientsHavePowersOfOneMinusT() {
        var t = 0.1;
        var step = new SgdStep(Pits.linear(new double[] {1, 1}, new double[] {-1, 1}), t);
        var eigenvalues = Spectrum.leading(new TransitionOperator(step, Grid.uniform(-1.01, 1.01, 1000)), 4);
        for (var n = 0; n < 4; n++) {
            // Smooth enough functions: the deposit adds only lower powers, but in the outermost cells.
            assertThat(eigenvalues.get(n).getReal()).isCloseTo(Math.pow(1 - t, n), within(1e-5));
            assertThat(eigenvalues.get(n).getImaginary()).isCloseTo(0, within(1e-8));
        }
    }

    @Test
    void asksForNoMoreThanThereAre() {
        var operator = new TransitionOperator(Pits.published(0.02), Grid.uniform(0.8, 1.1, 10));
        assertThat(Spectrum.leading(operator, 10)).hasSize(10);
        assertThatThrownBy(() -> Spectrum.leading(operator, 11)).isInstanceOf(InputException.class);
    }
}
