package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.experiment.Figure.Axis;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void theAxisRulesWhereItHasEnds() {
        assertThat(Scale.of(Axis.unit(""), List.of(new double[] {-5, 5}))).isEqualTo(new Scale(0, 1, false));
        var half = Scale.of(new Axis("", 0, Double.NaN, false), List.of(new double[] {2, 12}));
        assertThat(half.low()).isZero();
        assertThat(half.high()).isGreaterThan(12);
    }

    @Test
    void logarithmsExistForPositiveNumbersOnly() {
        var scale = Scale.of(Axis.log(""), List.of(new double[] {0, -3, 10, 1000, Double.NaN}));
        assertThat(scale.low()).isLessThan(1).isGreaterThan(0.5);
        assertThat(scale.high()).isGreaterThan(3).isLessThan(3.5);
        assertThat(scale.at(100)).isEqualTo(2);
        assertThat(scale.at(new double[] {0, -1, Double.NaN})).containsOnly(Double.NaN);
    }

    @Test
    void aLogarithmicAxisFromZeroTakesItsLowerEndFromTheData() {
        var scale = Scale.of(new Axis("", 0, 100, true), List.of(new double[] {1, 10}));
        assertThat(scale.low()).isBetween(-0.1, 0.0);
        assertThat(scale.high()).isEqualTo(2);
    }

    @Test
    void aSingleValueGetsRoomAroundIt() {
        for (var value : new double[] {0, 3, -7e12, 1e-320, 1e300}) {
            var scale = Scale.of(Axis.linear(""), List.of(new double[] {value, value}));
            assertThat(scale.low()).isLessThan(value);
            assertThat(scale.high()).isGreaterThan(value);
            assertThat(scale.high() - scale.low()).isFinite();
        }
    }
}
