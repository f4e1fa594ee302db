package org.basinlab.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.experiment.InputException;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class AtlasDesignTest {
    private static final List<Choice> DRAWN = Arrays.stream(Choice.values())
            .filter(choice -> choice.part() == Choice.Part.DRAWN)
            .toList();
    private static final AtlasConfig CONFIG = design(1);

    private static AtlasConfig design(long seed) {
        return new AtlasConfig(40, 20, 40, seed, "data/mnist", "auto", 0);
    }

    @Property(tries = 30)
    void everyLevelComesEquallyOftenUpToOne(@ForAll @IntRange(min = 1, max = 150) int bases, @ForAll long seed) {
        var drawn = BalancedDraw.of(DRAWN, bases, new RandomStream(seed, RandomStream.DESIGN, 0));
        assertThat(drawn).hasSize(bases).doesNotHaveDuplicates();
        for (var choice : DRAWN) {
            assertThat(drawn.get(0)).containsEntry(choice, choice.plain());
            var fewest = bases / choice.levels().size();
            for (var level : choice.levels()) {
                assertThat(drawn.stream()
                                .filter(base -> base.get(choice).equals(level))
                                .count())
                        .as("%s %s", choice, level)
                        .isBetween((long) fewest, fewest + 1L);
            }
        }
    }

    @Test
    void moreBasesThanChanceKeepsApartAreMadeDistinct() {
        var drawn = BalancedDraw.of(DRAWN, 500, new RandomStream(3, RandomStream.DESIGN, 0));
        assertThat(new HashSet<>(drawn)).hasSize(500);
        assertThat(drawn.stream().filter(base -> base.get(Choice.LOSS).equals("mse")))
                .hasSize(250);
    }

    /** Independent shuffles have a chi^2 of (a - 1)(b - 1) n/(n - 1) on average; the best of many has clearly less. */
    @Test
    void choicesHardlyGoTogether() {
        var n = 40;
        var drawn = BalancedDraw.of(DRAWN, n, new RandomStream(1, RandomStream.DESIGN, 0));
        var chi2 = 0.0;
        var expected = 0.0;
        for (var one : DRAWN) {
            for (var other : DRAWN) {
                if (one.ordinal() < other.ordinal()) {
                    chi2 += chi2(drawn, one, other);
                    expected += (one.levels().size() - 1.0) * (other.levels().size() - 1) * n / (n - 1);
                }
            }
        }
        assertThat(chi2).isLessThan(0.8 * expected);
    }

    private static double chi2(List<Map<Choice, String>> drawn, Choice one, Choice other) {
        var n = (double) drawn.size();
        var sum = 0.0;
        for (var a : one.levels()) {
            for (var b : other.levels()) {
                var both = drawn.stream()
                        .filter(d -> d.get(one).equals(a) && d.get(other).equals(b))
                        .count();
                var expected = drawn.stream().filter(d -> d.get(one).equals(a)).count()
                        * drawn.stream().filter(d -> d.get(other).equals(b)).count()
                        / n;
                sum += (both - expected) * (both - expected) / expected;
            }
        }
        return sum;
    }

    @Test
    void everyBaseIsRunWithEveryActivationWindowAndForkLength() {
        var settings = AtlasDesign.settings(CONFIG);
        var full =
                settings.stream().collect(Collectors.groupingBy(Setting::base, Collectors.counting())).values().stream()
                        .filter(count -> count == 8 * 2 * 4)
                        .count();
        assertThat(full).isEqualTo(40);
        assertThat(settings).contains(Setting.PLAIN);
    }

    /** What P4 allows is asked of every base: of each there is a setting like it that contradicts nothing. */
    @Test
    void everyBaseHasATwinThatContradictsNothing() {
        var settings = AtlasDesign.settings(CONFIG);
        var faithful = settings.stream()
                .filter(setting -> setting.contradictions().isEmpty())
                .toList();
        var kept = List.of(Choice.LEARNING_RATE, Choice.LOSS, Choice.OUTPUT_ACTIVATION, Choice.BALANCE);
        for (var setting : settings) {
            assertThat(faithful)
                    .anyMatch(twin -> kept.stream().allMatch(c -> twin.level(c).equals(setting.level(c))));
        }
        assertThat(faithful)
                .allMatch(setting -> setting.level(Choice.ACTIVATION).equals("softplus")
                        && setting.level(Choice.FORK_LENGTH).equals("all")
                        && setting.level(Choice.BIAS_INIT).equals("he")
                        && setting.level(Choice.INIT).startsWith("he"));
        assertThat(faithful.size()).isBetween(60, 80);
    }

    @Test
    void pointsAreOptionTextsAndTheSameEveryTime() {
        var points = AtlasDesign.points(CONFIG);
        assertThat(points).doesNotHaveDuplicates().isEqualTo(AtlasDesign.points(CONFIG));
        assertThat(points).isNotEqualTo(AtlasDesign.points(design(2)));
        assertThat(points.get(0).keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Choice.values()).map(Choice::option).toList());
        assertThat(points).contains(Setting.PLAIN.options());
        // Of each base and activation one, and at most one twin a base.
        var trainings = points.stream()
                .map(point -> IntStream.range(0, Choice.values().length)
                        .mapToObj(i -> Choice.values()[i])
                        .filter(choice -> choice.part() != Choice.Part.CROSSED)
                        .map(choice -> point.get(choice.option()))
                        .toList())
                .distinct()
                .count();
        assertThat(trainings).isBetween(320L, 360L);
    }

    @Test
    void aSettingIsOneHoweverItIsSpelled() {
        var other = Setting.PLAIN.with(Choice.LEARNING_RATE, "1.0E-3").with(Choice.TALLY_FROM, "0.50");
        assertThat(other).isEqualTo(Setting.PLAIN).hasSameHashCodeAs(Setting.PLAIN);
        assertThat(Setting.ORDER.compare(other, Setting.PLAIN)).isZero();
        assertThat(Setting.PLAIN.with(Choice.INIT, "lecun").contradictions()).containsExactly("init");
        assertThat(Setting.PLAIN.with(Choice.INIT, "he-uniform").contradictions())
                .isEmpty();
    }

    @Test
    void whatCannotBeRunIsRefused() {
        assertThatThrownBy(() -> new AtlasConfig(0, 20, 0, 1, "d", "auto", 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--bases");
        assertThatThrownBy(() -> new AtlasConfig(40, 7, 0, 1, "d", "auto", 1)).hasMessageContaining("--seeds");
        assertThatThrownBy(() -> new AtlasConfig(40, 8, -1, 1, "d", "auto", 1)).hasMessageContaining("--further-seeds");
    }
}
