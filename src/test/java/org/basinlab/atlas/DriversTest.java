package org.basinlab.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.atlas.VarianceShares.Cell;
import org.basinlab.stats.ClusterJackknife;
import org.junit.jupiter.api.Test;

class DriversTest {
    /** Levels of factors: two drawn ones, of which the second does nothing, and two crossed ones, likewise. */
    private static final int[] LEVELS = {4, 2, 5, 2};

    private static final boolean[] CROSSED = {false, false, true, true};
    private static final int BASES = 32;
    private static final int REPLICATES = 6;
    private static final double[] DRAWN_EFFECT = {-0.3, -0.1, 0.1, 0.3};
    private static final double[] CROSSED_EFFECT = {-0.4, -0.2, 0, 0.2, 0.4};
    private static final double BASE_SD = 0.15;
    private static final double INTERACTION_SD = 0.1;
    private static final double SEED_SD = 0.3;
    private static final double DRAWN_VARIANCE = (0.09 + 0.01) / 2;
    private static final double CROSSED_VARIANCE = 0.08;
    private static final double INTERACTIONS = BASE_SD * BASE_SD + INTERACTION_SD * INTERACTION_SD;
    private static final double TOTAL = DRAWN_VARIANCE + CROSSED_VARIANCE + INTERACTIONS + SEED_SD * SEED_SD;

    @Test
    void plantedSharesAreRecoveredOnAverageAndTheirIntervalsCover() {
        var runs = 250;
        var truth = new double[] {
            DRAWN_VARIANCE / TOTAL, 0, CROSSED_VARIANCE / TOTAL, 0, INTERACTIONS / TOTAL, SEED_SD * SEED_SD / TOTAL
        };
        var sums = new double[truth.length];
        var covered = new int[truth.length];
        for (var run = 0; run < runs; run++) {
            var shares = new VarianceShares(CROSSED, cells(MadeUpMap.random(run), 1));
            var all = shares.all();
            for (var i = 0; i < truth.length; i++) {
                var of = i;
                sums[i] += all[i] * all[6] / runs;
                var interval = ClusterJackknife.interval(
                        all[i],
                        IntStream.range(0, BASES)
                                .mapToDouble(b -> shares.without(b)[of])
                                .toArray());
                covered[i] += interval.contains(truth[i]) ? 1 : 0;
            }
            assertThat(all[0] + all[1] + all[2] + all[3] + all[4] + all[5]).isCloseTo(1, within(1e-9));
            assertThat(all[6]).isBetween(0.5 * TOTAL, 2 * TOTAL);
        }
        // The variances themselves are unbiased; their ratios are a little less, as ratios are.
        for (var i = 0; i < truth.length; i++) {
            assertThat(sums[i] / TOTAL).as("share %d", i).isCloseTo(truth[i], within(0.012));
        }
        for (var i : new int[] {0, 2, 4, 5}) {
            assertThat((double) covered[i] / runs).as("coverage of share %d", i).isBetween(0.88, 1.0);
        }
        // Of an effect that is not there the interval is wide, never narrow.
        assertThat((double) covered[1] / runs).isGreaterThan(0.9);
        assertThat((double) covered[3] / runs).isGreaterThan(0.9);
    }

    /** A third of the cells is missing, as where networks do not learn. */
    @Test
    void missingCellsDoNotBiasThem() {
        var runs = 150;
        var sums = new double[6];
        for (var run = 0; run < runs; run++) {
            var random = MadeUpMap.random(1000 + run);
            var all = new VarianceShares(CROSSED, cells(random, 0.67)).all();
            for (var i = 0; i < sums.length; i++) {
                sums[i] += all[i] / runs;
            }
        }
        assertThat(sums[0]).isCloseTo(DRAWN_VARIANCE / TOTAL, within(0.02));
        assertThat(sums[1]).isCloseTo(0, within(0.02));
        assertThat(sums[2]).isCloseTo(CROSSED_VARIANCE / TOTAL, within(0.02));
        assertThat(sums[3]).isCloseTo(0, within(0.02));
        assertThat(sums[5]).isCloseTo(SEED_SD * SEED_SD / TOTAL, within(0.02));
    }

    private static List<Cell> cells(Random random, double kept) {
        var cells = new ArrayList<Cell>();
        for (var b = 0; b < BASES; b++) {
            var ofBase = BASE_SD * random.nextGaussian();
            for (var c = 0; c < LEVELS[2]; c++) {
                for (var d = 0; d < LEVELS[3]; d++) {
                    var truth =
                            DRAWN_EFFECT[b % 4] + CROSSED_EFFECT[c] + ofBase + INTERACTION_SD * random.nextGaussian();
                    var values = random.doubles(REPLICATES)
                            .map(u -> truth + SEED_SD * random.nextGaussian())
                            .toArray();
                    var mean = StatUtils.mean(values);
                    var variance = StatUtils.variance(values);
                    if (random.nextDouble() < kept) {
                        cells.add(new Cell(b, new int[] {b % 4, b / 4 % 2, c, d}, mean, variance, REPLICATES));
                    }
                }
            }
        }
        return cells;
    }

    @Test
    void asManyParametersAsBasesLeaveWholeBaseFactorsUntold() {
        var cells = new ArrayList<Cell>();
        var random = MadeUpMap.random(5);
        for (var b = 0; b < 5; b++) {
            for (var c = 0; c < 3; c++) {
                cells.add(new Cell(b, new int[] {b % 4, b % 2 == 0 ? 0 : 1, c}, random.nextDouble(), 0.1, 4));
            }
        }
        var shares = new VarianceShares(new boolean[] {false, false, true}, cells).all();
        assertThat(shares[0]).isNaN();
        assertThat(shares[2]).as("a crossed factor").isBetween(-1.0, 1.0);
        assertThat(shares[3]).as("interactions").isNaN();
        assertThat(shares[4]).as("replicates").isPositive();
    }

    /** Through the whole analysis, on the atlas' own design. */
    @Test
    void theChoiceThatDecidesIsTold() {
        var config = new AtlasConfig(40, 8, 0, 1, "d", "auto", 1);
        Map<String, Double> rates = new HashMap<>();
        Choice.LEARNING_RATE.levels().forEach(level -> rates.put(level, 0.3 + 0.05 * rates.size()));
        var settings = new Judging(config)
                .of(MadeUpMap.runs(config, AtlasDesign.settings(config), (setting, seed, random) -> {
                    var weights = rates.get(setting.level(Choice.LEARNING_RATE)) + 0.02 * random.nextGaussian();
                    var biases = (setting.level(Choice.FORK_LENGTH).equals("200") ? 0.5 : 0.3)
                            + 0.05 * random.nextGaussian();
                    return setting.level(Choice.ACTIVATION).equals("relu") && seed % 2 == 0
                            ? MadeUpMap.diverged(seed)
                            : MadeUpMap.network(seed, weights, biases, 0.1);
                }));
        var drivers = Drivers.of(settings);
        assertThat(drivers).extracting(Driver::measure).containsExactly("weights_r2", "biases_r2", "own_part");
        assertThat(drivers.get(0).bases()).as("twins are left out").isEqualTo(40);
        assertThat(drivers.get(0).settings()).isEqualTo(40 * 64);
        assertThat(drivers.get(0).greatestChoices().get(0).of()).isEqualTo("learning_rate");
        assertThat(drivers.get(0).share("learning_rate").share()).isGreaterThan(0.9);
        assertThat(drivers.get(0).share("learning_rate").ci95().contains(1)).isFalse();
        assertThat(drivers.get(1).greatestChoices().get(0).of()).isEqualTo("fork_length");
        assertThat(drivers.get(1).share("learning_rate").share()).isCloseTo(0, within(0.005));
        assertThat(drivers.get(2).share("learning_rate").share())
                .as("nothing varies")
                .isNaN();
        assertThat(AtlasWords.drives(drivers)).contains("learning rate (9", "fork length (");
    }
}
