package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.junit.jupiter.api.Test;

class WalkTest {
    private static Walk walk(double barrier, long walkers, int... steps) {
        var step = new SgdStep(Pit.PUBLISHED, 0.02);
        return new Walk(step, new Start.Point(1), barrier, steps, walkers, 1, Precision.FLOAT64, null);
    }

    @Test
    void refusesWhatIsNoWalk() {
        assertThatThrownBy(() -> walk(1.2, 0, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("--walkers must be at least 1, got 0");
        assertThatThrownBy(() -> walk(1.2, 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--steps needs at least one");
        for (var steps : new int[][] {{-1}, {2, 2}, {3, 1}}) {
            assertThatThrownBy(() -> walk(1.2, 1, steps))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("--steps must ascend and not be negative, got [");
        }
        // A walker that passed after so many would look like one that never did.
        assertThatThrownBy(() -> walk(1.2, 1, 1, Integer.MAX_VALUE))
                .isInstanceOf(InputException.class)
                .hasMessage("--steps must be less than 2147483647, got 2147483647");
        assertThatThrownBy(() -> walk(Double.NaN, 1, 1))
                .isInstanceOf(InputException.class)
                .hasMessage("--barrier must be a number, got NaN");
        assertThat(walk(Double.POSITIVE_INFINITY, 1L << 40, 0, 1).steps()).containsExactly(0, 1);
    }

    @Test
    void refusesStartsAndBinsThatAreNone() {
        assertThatThrownBy(() -> new Start.Point(Double.NaN)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Start.Normal(0, 0, -1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Start.Normal(Double.NaN, 1, -1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Start.Normal(0, 1, 5))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("below the cut at 5");
        assertThatThrownBy(() -> new Start.Normal(0, 1, Double.NaN)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Bins(0, 1, 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Bins(1, 1, 3)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Bins(0, Double.POSITIVE_INFINITY, 3)).isInstanceOf(InputException.class);
        assertThat(new Bins(0, 2, 4).centre(3)).isEqualTo(1.75);
    }

    /** P2's start: normal(0.5, 0.175), nobody below 0. */
    @Test
    void normalStartsAreNormalBeyondTheirCut() {
        var start = new Start.Normal(0.5, 0.175, 0.4);
        var starts =
                LongStream.range(0, 20_000).mapToDouble(i -> start.of(4, i)).toArray();
        assertThat(Arrays.stream(starts).min().orElseThrow()).isGreaterThanOrEqualTo(0.4);
        var whole = new NormalDistribution(null, 0.5, 0.175);
        var below = whole.cumulativeProbability(0.4);
        var uniform = new double[starts.length];
        for (var i = 0; i < uniform.length; i++) {
            uniform[i] = (whole.cumulativeProbability(starts[i]) - below) / (1 - below);
        }
        var law = new UniformRealDistribution(null, 0, 1);
        // The seed is fixed.
        assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, uniform))
                .isGreaterThan(0.01);
        assertThat(start.of(4, 17)).isEqualTo(starts[17]).isNotEqualTo(start.of(5, 17));
        assertThat(new Start.Point(1.5).of(4, 17)).isCloseTo(1.5, within(0.0));
    }
}
