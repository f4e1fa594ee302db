package org.basinlab.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;

class ContrastTest {
    private static final AtlasConfig CONFIG = new AtlasConfig(24, 8, 0, 1, "d", "auto", 1);
    private static final List<Setting> SETTINGS = List.copyOf(AtlasDesign.settings(CONFIG));
    /** One tally window and fork length of each base. */
    private static final List<Setting> FEW = SETTINGS.stream()
            .filter(setting -> setting.crossed().equals(Setting.PLAIN.crossed()))
            .toList();

    /** The neurons' own part is there with ReLU-like activations only; R^2 over the weights is the same with all. */
    @Test
    void aPlantedEffectIsFoundAndNoAbsentOne() {
        var map = map(MadeUpMap.random(1), 0, setting -> true);
        var own = Contrast.of(map, Measure.OWN_PART);
        assertThat(own.bases()).isEqualTo(24);
        assertThat(own.reluLike()).isCloseTo(0.1, within(0.01));
        assertThat(own.sigmoidLike()).isCloseTo(0, within(0.01));
        assertThat(own.ci95().contains(0.1)).isTrue();
        assertThat(own.greater()).isEqualTo(1);
        assertThat(ActivationRule.of(own).verdict()).isEqualTo(Verdict.REPRODUCED);
        var weights = Contrast.of(map, Measure.WEIGHTS_R2);
        assertThat(weights.greater()).isBetween(0.2, 0.8);
        assertThat(ActivationRule.of(weights).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(ActivationRule.of(weights).because()).contains("of 24 bases");
    }

    /** Bases that differ a lot do not make a difference within them less sure; matches within a base add nothing. */
    @Test
    void theIntervalOfTheDifferenceCovers() {
        var runs = 300;
        var covered = 0;
        for (var run = 0; run < runs; run++) {
            var contrast = Contrast.of(map(FEW, MadeUpMap.random(run), 0.05, setting -> true), Measure.OWN_PART);
            covered += contrast.ci95().contains(0.1) ? 1 : 0;
        }
        assertThat((double) covered / runs).isBetween(0.91, 0.985);
    }

    @Test
    void onlyMatchesAreCompared() {
        // Where the forks are short, no sigmoid-like network learns; were those cells used, the mean would be theirs.
        var map = map(
                MadeUpMap.random(3),
                0,
                setting -> !setting.level(Choice.FORK_LENGTH).equals("200")
                        || Contrast.RELU_LIKE.contains(setting.level(Choice.ACTIVATION)));
        var all = Contrast.of(map(MadeUpMap.random(3), 0, setting -> true), Measure.OWN_PART);
        assertThat(Contrast.of(map, Measure.OWN_PART).difference()).isCloseTo(all.difference(), within(0.01));
        var none =
                map(MadeUpMap.random(3), 0, setting -> Contrast.RELU_LIKE.contains(setting.level(Choice.ACTIVATION)));
        var nothing = Contrast.of(none, Measure.OWN_PART);
        assertThat(nothing.bases()).isZero();
        assertThat(nothing.difference()).isNaN();
        assertThat(nothing.greater()).isNaN();
        assertThat(ActivationRule.of(nothing).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void meansOfEachActivationAreOverBases() {
        var map = map(
                MadeUpMap.random(4),
                0,
                setting -> !setting.level(Choice.ACTIVATION).equals("elu")
                        || setting.level(Choice.LOSS).equals("mse"));
        var each = ByActivation.of(map);
        assertThat(each)
                .extracting(ByActivation::activation)
                .startsWith("softplus", "relu")
                .hasSize(8);
        assertThat(each.get(3).bases()).isEqualTo(12);
        assertThat(each.get(0).bases()).isEqualTo(24);
        assertThat(each.get(0).ownPart().mean()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void intervalsStayWhereTheirNumberCanBe() {
        assertThat(Measure.WEIGHTS_R2.ofMean(new double[] {0.1, 0.9})).isEqualTo(new Interval(0, 1));
        assertThat(Measure.WEIGHTS_R2.ofDifference(new double[] {-0.4, 0.5})).isEqualTo(new Interval(-1, 1));
        assertThat(Measure.OWN_PART.ofMean(new double[] {0.1})).isNull();
    }

    @Test
    void theRuleByItsCases() {
        assertThat(verdict(new Interval(-0.01, 0.04), new Interval(0.1, 0.2))).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(new Interval(0.06, 0.1), new Interval(0.1, 0.2))).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(new Interval(0.03, 0.1), new Interval(0.1, 0.2))).isEqualTo(Verdict.NOT_TESTED);
        assertThat(verdict(new Interval(0.06, 0.1), new Interval(-0.1, 0.2))).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(new Interval(0.01, 0.02), new Interval(-0.1, -0.01))).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(new Interval(0.01, 0.02), new Interval(-0.1, 0.2))).isEqualTo(Verdict.NOT_TESTED);
    }

    private static Verdict verdict(Interval sigmoid, Interval difference) {
        return ActivationRule.of(new Contrast("own_part", 9, 0.2, sigmoid, 0.1, sigmoid, 0.1, difference, 0.9))
                .verdict();
    }

    /** @param effectSd how much the effect of ReLU-like activations differs between bases */
    private static MapOfBases map(Random random, double effectSd, Predicate<Setting> learned) {
        return map(SETTINGS, random, effectSd, learned);
    }

    private static MapOfBases map(List<Setting> settings, Random random, double effectSd, Predicate<Setting> learned) {
        Map<List<String>, double[]> effects = new HashMap<>();
        var results = new ArrayList<SettingResult>();
        for (var setting : settings) {
            var base = effects.computeIfAbsent(setting.base(), b ->
                    new double[] {0.3 * random.nextDouble(), 0.1 + effectSd * random.nextGaussian()});
            var relu = Contrast.RELU_LIKE.contains(setting.level(Choice.ACTIVATION));
            var own = (relu ? base[1] : 0) + 0.01 * random.nextGaussian();
            var networks = IntStream.rangeClosed(1, 8)
                    .mapToObj(seed -> learned.test(setting)
                            ? MadeUpMap.network(seed, 0.5 + base[0] + 0.01 * random.nextGaussian(), 0.1, own)
                            : MadeUpMap.unlearned(seed, 0.9, 0.9))
                    .toList();
            results.addAll(new Judging(CONFIG).of(List.of(new Runs(setting, networks))));
        }
        return MapOfBases.of(results);
    }
}
