package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shannon entropies and mutual informations against closed forms, and against other packages' numbers. */
class EntropyTest {
    @Test
    void knownLaws() {
        assertThat(Entropy.bits(new double[] {1})).isZero();
        assertThat(Entropy.bits(new double[] {0, 1, 0})).isZero();
        // log2 of powers of two; the logarithms used are natural, hence a rounding.
        assertThat(Entropy.bits(new double[] {0.5, 0.25, 0.125, 0.125})).isCloseTo(1.75, within(1e-15));
        assertThat(Entropy.bits(new double[] {0.25, 0.25, 0.25, 0.25})).isCloseTo(2, within(1e-15));
        assertThatIllegalArgumentException().isThrownBy(() -> Entropy.bits(new double[2]));
    }

    /** 1 - p is what p misses to 1 to 1e-16 only; -(p ln p + q ln q) by the series of ln(1 - q) has no such loss. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-10, 1e-100})
    void almostCertainLawsKeepTheirDigits(double q) {
        var series = q - q * q / 2 - q * q * q / 6 - q * q * q * q / 12;
        var expected = (series - q * Math.log(q)) / Math.log(2);
        // Four terms of the series leave q^5 / 20; beside it rounding.
        assertThat(Entropy.bits(new double[] {q, 1 - q})).isCloseTo(expected, within(1e-14 * expected));
    }

    @Test
    void orderDoesNotMatterToTheLastBit() {
        assertThat(Entropy.bits(new double[] {0.1, 0.2, 0.3, 0.4}))
                .isEqualTo(Entropy.bits(new double[] {0.3, 0.4, 0.1, 0.2}));
    }

    /**
     * The example of {@code shannon_mutual_info} in the manual of the R package rinform: counts 10, 70, 15, 5, "0.2141709" bits.
     * scikit-learn 1.2.1, {@code mutual_info_score} of the same contingency, says 0.21417094500763.
     */
    @Test
    void mutualInformationOfRinformAndScikitLearn() {
        var law = counts(new double[][] {{10, 70}, {15, 5}});
        assertThat(law.mutualInformation(split(law.space()))).isCloseTo(0.21417094500763, within(1e-13));
    }

    /** scikit-learn 1.2.1 and scipy's entropy of this contingency of three by four, computed for this test. */
    @Test
    void largerTableOfScikitLearnAndScipy() {
        var law = counts(new double[][] {{3, 1, 4, 1}, {5, 9, 2, 6}, {5, 3, 5, 8}});
        var split = split(law.space());
        // As many digits as were printed.
        assertThat(law.mutualInformation(split)).isCloseTo(0.1357045360792338, within(1e-14));
        assertThat(law.entropy()).isCloseTo(3.347020555738302, within(1e-14));
        assertThat(law.entropyOfA(split)).isCloseTo(1.4912957469611823, within(1e-14));
        assertThat(law.entropyOfB(split)).isCloseTo(1.991429344856353, within(1e-14));
    }

    private static JointLaw counts(double[][] table) {
        var space = new StateSpace(List.of(variable("x", table.length), variable("y", table[0].length)));
        var p = new double[space.size()];
        var total = 0.0;
        for (var i = 0; i < table.length; i++) {
            for (var j = 0; j < table[0].length; j++) {
                p[i * table[0].length + j] = table[i][j];
                total += table[i][j];
            }
        }
        for (var i = 0; i < p.length; i++) {
            p[i] /= total;
        }
        return new JointLaw(space, p);
    }

    private static Variable variable(String name, int states) {
        return new Variable(
                name, IntStream.range(0, states).mapToObj(String::valueOf).toList());
    }

    private static Split split(StateSpace space) {
        return new Split(space, List.of("x"), List.of("y"));
    }
}
