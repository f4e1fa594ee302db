package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {
    @Test
    void summarises() {
        var d = Distribution.of(new double[] {3, 1, Double.NaN, 2});
        assertThat(d.mean()).isCloseTo(2, within(1e-15));
        assertThat(d.sd()).isCloseTo(1, within(1e-15));
        assertThat(d.min()).isEqualTo(1);
        assertThat(d.max()).isEqualTo(3);
        assertThat(d.quantiles().get("0.5")).isEqualTo(2);
        assertThat(d.quantiles()).containsOnlyKeys("0.05", "0.25", "0.5", "0.75", "0.95");
    }

    /** numpy.quantile([4, 1, 2, 3], [0.05, 0.25, 0.5, 0.75, 0.95]). */
    @Test
    void quantilesAreNumPys() {
        assertThat(Distribution.of(new double[] {4, 1, 2, 3}).quantiles().values())
                .zipSatisfy(
                        List.of(1.15, 1.75, 2.5, 3.25, 3.85),
                        (ours, theirs) -> assertThat(ours).isCloseTo(theirs, within(1e-12)));
        assertThat(Quantiles.of(new double[] {4, 1, 2}, 0)).isEqualTo(1);
        assertThat(Quantiles.of(new double[] {4, 1, 2}, 1)).isEqualTo(4);
    }

    @Test
    void oneNumberHasNoSpreadAndNoneHasNothing() {
        assertThat(Distribution.of(new double[] {4}).sd()).isNaN();
        assertThat(Distribution.of(new double[] {4}).quantiles().get("0.95")).isEqualTo(4);
        var none = Distribution.of(new double[0]);
        assertThat(none.mean()).isNaN();
        assertThat(none.min()).isNaN();
        assertThat(none.quantiles().get("0.5")).isNaN();
    }
}
