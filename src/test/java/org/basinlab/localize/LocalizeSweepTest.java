package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.junit.jupiter.api.Test;

/** Rows of a sweep: what the lone run of the experiment finds, whatever else is in the batch. */
class LocalizeSweepTest {
    private static final Schedule SHORT = new Schedule(0.01, 500, Balance.CAP, 0.5, 120, ForkBalance.NONE);
    private final OnlineTrainer chunked = new ChunkedTrainer(32, 4);
    private final LocalizeSweep sweep = new LocalizeSweep(config -> chunked, SmallSet.source(900, 200));

    @Test
    void aRowIsWhatTheLoneRunFinds() {
        var configs = configs();
        var table = sweep.rows(configs, Progress.NONE);
        assertThat(table.rows()).isEqualTo(configs.size());
        for (var i = 0; i < configs.size(); i++) {
            var results =
                    (LocalizeResults) new Localization(() -> chunked, SmallSet.source(900, 200), NetworkStore.NONE)
                            .run(configs.get(i), Progress.NONE, t -> {})
                            .results();
            var replica = results.replicas().get(0);
            // Sums in another order; tallies of all of phase 1 are those of its halves, in single precision each.
            var near = configs.get(i).schedule().tallyFrom() == 0 ? within(1e-6) : within(1e-9);
            assertThat(real(table, "weights_r", i)).isCloseTo(replica.weights().r(), near);
            assertThat(real(table, "hidden_biases_r2", i))
                    .isCloseTo(replica.hiddenBiases().r2(), near);
            assertThat(real(table, "output_weights_r", i))
                    .isCloseTo(replica.outputWeights().r(), near);
            assertThat(real(table, "per_pixel_mean", i))
                    .isCloseTo(replica.perPixel().mean(), near);
            assertThat(real(table, "phase1_accuracy", i))
                    .isEqualTo(replica.phase1().accuracy());
            assertThat(real(table, "test_accuracy", i)).isEqualTo(replica.testAccuracy());
        }
    }

    @Test
    void aRowDependsOnItsConfigurationAlone() {
        var configs = configs();
        var table = sweep.rows(configs, Progress.NONE);
        var backwards = new ArrayList<>(configs);
        Collections.reverse(backwards);
        var reversed = sweep.rows(backwards, Progress.NONE);
        for (var i = 0; i < configs.size(); i++) {
            var alone = sweep.rows(List.of(configs.get(i)), Progress.NONE);
            for (var column : table.columns()) {
                assertThat(value(alone, column.name(), 0)).isEqualTo(value(table, column.name(), i));
                assertThat(value(reversed, column.name(), configs.size() - 1 - i))
                        .isEqualTo(value(table, column.name(), i));
            }
        }
    }

    @Test
    void trainingIsSharedWhereItMayBe() {
        var base = config(1, SHORT);
        var longer = config(1, new Schedule(0.01, 500, Balance.CAP, 0, null, ForkBalance.NONE));
        assertThat(sweep.training(longer)).isEqualTo(sweep.training(base));
        assertThat(sweep.sharing(longer)).isEqualTo(sweep.sharing(base));
        var third = config(1, new Schedule(0.01, 500, Balance.CAP, 0.3, 120, ForkBalance.NONE));
        assertThat(sweep.training(third)).isNotEqualTo(sweep.training(base));
        assertThat(sweep.training(config(2, SHORT))).isNotEqualTo(sweep.training(base));
        assertThat(sweep.sharing(config(2, SHORT))).isEqualTo(sweep.sharing(base));
        var balanced = config(1, new Schedule(0.01, 500, Balance.NONE, 0.5, 120, ForkBalance.NONE));
        assertThat(sweep.sharing(balanced)).isNotEqualTo(sweep.sharing(base));
    }

    @Test
    void whatDivergesIsARowWithoutCorrelations() {
        var wild = config(1, SHORT.withLearningRate(1e6)).with(StandardActivation.IDENTITY);
        var done = new AtomicLong();
        var table = sweep.rows(List.of(wild, config(1, SHORT)), counting(done));
        assertThat(done).hasValue(2);
        assertThat(value(table, "diverged", 0)).isEqualTo(true);
        assertThat(value(table, "diverged", 1)).isEqualTo(false);
        assertThat(real(table, "weights_r", 0)).isNaN();
        assertThat(real(table, "weights_r2", 1)).isBetween(0.0, 1.0);
    }

    @Test
    void enginesAgree() {
        var dl4j = new LocalizeSweep(config -> new Dl4jTrainer(), SmallSet.source(900, 200));
        var config = List.of(config(4, SHORT));
        assertThat(real(dl4j.rows(config, Progress.NONE), "weights_r", 0))
                .isCloseTo(real(sweep.rows(config, Progress.NONE), "weights_r", 0), within(1e-3));
    }

    @Test
    void theMeanOverShufflesIsThatOfManyDraws() {
        var config = config(3, SHORT).with(1, 4000, 1);
        var replica = ((LocalizeResults) new Localization(() -> chunked, SmallSet.source(900, 200), NetworkStore.NONE)
                        .run(config, Progress.NONE, t -> {})
                        .results())
                .replicas()
                .get(0);
        var drawn = replica.nulls().neurons().hiddenWeights();
        // The mean of 4000 draws is within 5 of its standard errors of the mean over all permutations.
        assertThat(real(sweep.rows(List.of(config(3, SHORT)), Progress.NONE), "weights_shuffled_r", 0))
                .isCloseTo(drawn.mean(), within(5 * drawn.sd() / Math.sqrt(4000)));
    }

    private static List<LocalizeConfig> configs() {
        return List.of(
                config(1, SHORT),
                config(2, SHORT),
                config(1, new Schedule(0.01, 500, Balance.CAP, 0, 120, ForkBalance.NONE)),
                config(1, new Schedule(0.01, 500, Balance.CAP, 0, null, ForkBalance.NONE)),
                config(1, new Schedule(0.02, 500, Balance.CAP, 0.3, 50, ForkBalance.NONE))
                        .with(StandardActivation.TANH));
    }

    private static LocalizeConfig config(long seed, Schedule schedule) {
        var p4 = LocalizeConfig.p4(seed);
        return p4.with(p4.network().withHidden(10))
                .with(schedule)
                .with(DigitGroups.parse("1,7:6,8"))
                .with(1, 0, 1);
    }

    private static Object value(Table table, String name, int row) {
        var column = table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        return column instanceof Column.Flags flags ? (Object) flags.values()[row] : real(table, name, row);
    }

    private static double real(Table table, String name, int row) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .mapToDouble(c -> ((Column.Doubles) c).values()[row])
                .findFirst()
                .orElseThrow();
    }

    private static Progress counting(AtomicLong done) {
        return new Progress() {
            @Override
            public void begin(String what, long units) {}

            @Override
            public void advance(long units) {
                done.addAndGet(units);
            }

            @Override
            public void note(String stage) {}
        };
    }
}
