package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class CentredTest {
    @Property(tries = 60)
    void correlationsAreThoseOfCommonsMath(
            @ForAll long seed,
            @ForAll @IntRange(min = 3, max = 80) int n,
            @ForAll @IntRange(min = 2, max = 40) int kinds) {
        var x = numbers(seed, 0, n, kinds);
        var y = numbers(seed, 1, n, kinds);
        if (varies(x) && varies(y)) {
            assertThat(Centred.ranks(x).correlation(Centred.ranks(y)))
                    .isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-9));
            assertThat(Centred.values(x).correlation(Centred.values(y)))
                    .isCloseTo(new PearsonsCorrelation().correlation(x, y), within(1e-9));
        }
    }

    @Property(tries = 40)
    void partialCorrelationsAreThoseOfResiduals(@ForAll long seed, @ForAll @IntRange(min = 8, max = 60) int n) {
        var x = numbers(seed, 0, n, 1000);
        var z = mixed(x, numbers(seed, 2, n, 1000));
        var w = mixed(z, numbers(seed, 3, n, 1000));
        var y = mixed(w, numbers(seed, 1, n, 1000));
        var given =
                PartialCorrelation.given(Centred.values(x), Centred.values(y), Centred.values(z), Centred.values(w));
        assertThat(given)
                .isCloseTo(new PearsonsCorrelation().correlation(residuals(x, z, w), residuals(y, z, w)), within(1e-7));
        assertThat(PartialCorrelation.given(Centred.values(x), Centred.values(y), Centred.values(z)))
                .isCloseTo(new PearsonsCorrelation().correlation(residuals(x, z), residuals(y, z)), within(1e-7));
    }

    @Test
    void thereIsNoCorrelationWithWhatDoesNotVaryOrIsMissing() {
        var x = Centred.ranks(new double[] {1, 2, 3});
        assertThat(x.correlation(Centred.ranks(new double[] {0.1, 0.1, 0.1}))).isNaN();
        assertThat(Centred.values(new double[] {0.1, 0.1, 0.1}).correlation(x)).isNaN();
        assertThat(x.correlation(Centred.ranks(new double[] {1, Double.NaN, 2})))
                .isNaN();
        assertThat(Centred.values(new double[] {1, Double.NaN, 2}).correlation(x))
                .isNaN();
        assertThat(PartialCorrelation.given(x, Centred.ranks(new double[] {2, 1, 3}), x))
                .isNaN();
    }

    @Test
    void bothZerosAreEqual() {
        assertThat(Centred.ranks(new double[] {-0.0, 0.0, 1}).deviations()).containsExactly(-0.5, -0.5, 1);
    }

    private static double[] residuals(double[] y, double[]... given) {
        var rows = IntStream.range(0, y.length)
                .mapToObj(i -> IntStream.range(0, given.length)
                        .mapToDouble(k -> given[k][i])
                        .toArray())
                .toArray(double[][]::new);
        var regression = new OLSMultipleLinearRegression();
        regression.newSampleData(y, rows);
        return regression.estimateResiduals();
    }

    private static double[] mixed(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] + other[i])
                .toArray();
    }

    private static double[] numbers(long seed, int part, int n, int kinds) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, part);
        return IntStream.range(0, n).mapToDouble(i -> random.below(kinds, i)).toArray();
    }

    private static boolean varies(double[] x) {
        return IntStream.range(1, x.length).anyMatch(i -> Math.abs(x[i] - x[0]) > 0);
    }
}
