package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class NullDistributionTest {
    @Test
    void countsBothSidesAndTheObservedValueItself() {
        var ours = NullDistribution.of(-0.3, new double[] {0.1, 0.3, -0.2, -0.4, 0});
        // The mean of all six is -0.083; 0.3 and -0.4 are as far from it.
        assertThat(ours.p()).isCloseTo(3.0 / 6, within(1e-15));
        assertThat(ours.draws()).isEqualTo(5);
        assertThat(ours.mean()).isCloseTo(-0.04, within(1e-15));
        // Sorted -0.4, -0.2, 0, 0.1, 0.3: a tenth of the way from the first to the second, and so at the end.
        assertThat(ours.middle95().low()).isCloseTo(-0.38, within(1e-12));
        assertThat(ours.middle95().high()).isCloseTo(0.28, within(1e-12));
        assertThat(NullDistribution.of(9, new double[99]).p()).isEqualTo(0.01);
    }

    @Test
    void farBelowANullThatIsNotAboutZeroIsAsFarOutAsFarAbove() {
        var draws = IntStream.range(0, 99).mapToDouble(i -> 0.45 + i * 1e-4).toArray();
        assertThat(NullDistribution.of(0.40, draws).p()).isEqualTo(0.01);
        assertThat(NullDistribution.of(0.51, draws).p()).isEqualTo(0.01);
        assertThat(NullDistribution.of(0.455, draws).p()).isGreaterThan(0.9);
    }

    @Test
    void equalButForRoundingIsEqual() {
        assertThat(NullDistribution.of(0.1 + 0.2, new double[] {0.3}).p()).isEqualTo(1);
    }

    @Test
    void aDrawWithoutAValueCountsAgainstTheFinding() {
        var ours = NullDistribution.of(5, new double[] {1, Double.NaN, 2});
        assertThat(ours.p()).isEqualTo(0.5);
        assertThat(ours.mean()).isEqualTo(1.5);
        var none = NullDistribution.of(Double.NaN, new double[] {Double.NaN});
        assertThat(none.p()).isNaN();
        assertThat(none.middle95()).isNull();
        assertThat(none.sd()).isNaN();
        assertThat(NullDistribution.of(1, new double[0]).p()).isEqualTo(1);
    }

    /** If the observed value is one more draw, p is uniform on 1/20, ..., 1, normal or coarse and full of ties. */
    @Test
    void pIsUniformUnderTheNull() {
        var random = new RandomStream(4, RandomStream.NEURONS, 0);
        var counts = new long[20];
        var coarseBelow = 0;
        var runs = 20_000;
        for (var run = 0; run < runs; run++) {
            var k = 20L * run;
            var draws = IntStream.range(1, 20)
                    .mapToDouble(i -> random.normal(k + i))
                    .toArray();
            var p = NullDistribution.of(random.normal(k), draws).p();
            counts[(int) Math.round(20 * p) - 1]++;
            var coarse = IntStream.range(1, 20)
                    .mapToDouble(i -> Math.rint(random.normal(k + i)))
                    .toArray();
            coarseBelow +=
                    NullDistribution.of(Math.rint(random.normal(k)), coarse).p() <= 0.1 ? 1 : 0;
        }
        assertThat(Uniformity.p(counts)).isGreaterThan(0.001);
        assertThat(coarseBelow).as("ties make it cautious, never bold").isLessThan(runs / 10);
    }
}
