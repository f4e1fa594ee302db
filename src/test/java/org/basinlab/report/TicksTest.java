package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.basinlab.experiment.Figure.Axis;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void linearTicksAreRound() {
        assertThat(labels(Scale.linear(0, 1))).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
        assertThat(labels(Scale.linear(-0.58, 0.58))).containsExactly("−0.5", "0", "0.5");
        assertThat(labels(Scale.linear(0, 14_900))).containsExactly("0", "5000", "10000");
        assertThat(labels(Scale.linear(0, 4e6))).containsExactly("0", "1×10⁶", "2×10⁶", "3×10⁶", "4×10⁶");
        assertThat(labels(Scale.linear(0, 2e-4))).contains("1×10⁻⁴");
    }

    @Test
    void logarithmicTicksArePowersOrTheirMultiples() {
        assertThat(labels(new Scale(-2, 4, true))).contains("0.01", "1", "10000");
        assertThat(labels(new Scale(-9, 0, true))).contains("10⁻⁸", "1");
        assertThat(labels(new Scale(0, 1, true))).containsExactly("1", "2", "5", "10");
        assertThat(labels(new Scale(0.02, 0.06, true)))
                .hasSizeGreaterThan(1)
                .first()
                .isEqualTo("1.05");
    }

    @Property(tries = 500)
    void ticksLieOnTheAxisAndAreFew(@ForAll double a, @ForAll double b, @ForAll boolean log) {
        var scale = Scale.of(new Axis("", Double.NaN, Double.NaN, log), List.of(new double[] {a, b}));
        var ticks = Ticks.on(scale, 5);
        var slack = 1e-6 * (scale.high() - scale.low());
        assertThat(ticks).isNotEmpty();
        assertThat(labels(scale)).hasSizeBetween(1, 10);
        assertThat(ticks)
                .allMatch(
                        tick -> scale.low() - slack <= tick.coordinate() && tick.coordinate() <= scale.high() + slack);
    }

    private static List<String> labels(Scale scale) {
        return Ticks.on(scale, 5).stream()
                .map(Ticks.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
