package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.run.Json;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.junit.jupiter.api.Test;

/** The whole experiment, small. */
class LocalizationTest {
    private static final Schedule SHORT = new Schedule(0.01, 500, Balance.CAP, 0.5, 120, ForkBalance.NONE);

    @Test
    void theNumbersFollowFromTheTable() {
        var findings = run(config(3, 1, 1));
        var replica = results(findings).replicas().get(0);
        var table = TABLES.get(TABLES.size() - 1);
        var r = doubles(table, "r");
        var q = doubles(table, "q");
        var kind = words(table, "kind");
        var layer = words(table, "layer");
        var hiddenWeights = IntStream.range(0, r.length)
                .filter(i -> kind[i].equals("weight") && layer[i].equals("hidden"))
                .toArray();
        assertThat(replica.hiddenWeights().n()).isEqualTo(hiddenWeights.length);
        assertThat(replica.hiddenWeights().r()).isCloseTo(correlation(r, q, hiddenWeights), within(1e-9));
        var biases =
                IntStream.range(0, r.length).filter(i -> kind[i].equals("bias")).toArray();
        assertThat(replica.biases().r()).isCloseTo(correlation(r, q, biases), within(1e-9));

        var input = longs(table, "input");
        var pixel7 = IntStream.of(hiddenWeights).filter(i -> input[i] == 7).toArray();
        assertThat(pixel7).hasSize(10);
        assertThat(replica.perPixel().map()[7]).isCloseTo(correlation(r, q, pixel7), within(1e-9));
        assertThat(replica.phase1().accuracy()).isBetween(0.5, 1.0);
        assertThat(replica.forks()).hasSize(4);
        assertThat(replica.forks().get(1).leftOut()).isEqualTo(7);
        assertThat(replica.forks().get(1).images()).isEqualTo(120);
    }

    @Test
    void aReplicaIsTheLoneRunWithItsSeedAtAnyNumberOfThreads() {
        var together = results(run(config(5, 2, 4)));
        var alone = results(run(config(6, 1, 1)));
        assertThat(Json.text(together.replicas().get(1)))
                .isEqualTo(Json.text(alone.replicas().get(0)));
        assertThat(together.replicas().get(0).weights().r())
                .isNotEqualTo(alone.replicas().get(0).weights().r());
        assertThat(together.summary().publishedPercentile()).isNotNull();
    }

    @Test
    void aDivergedNetworkIsReportedAndNotAveraged() {
        var config = config(1, 2, 2).with(SHORT.withLearningRate(1e6));
        var findings = run(config.with(config.network().withActivation(org.basinlab.network.Activation.IDENTITY)));
        var results = results(findings);
        assertThat(results.summary().diverged()).isEqualTo(2);
        assertThat(results.summary().weights().mean()).isNaN();
        var replica = results.replicas().get(0);
        assertThat(replica.diverged()).isTrue();
        assertThat(replica.divergedAt()).isPositive();
        assertThat(replica.divergedIn()).isEqualTo("phase1");
        assertThat(replica.weights()).isNull();
        assertThat(findings.headline()).contains("diverged");
        assertThat(findings.figures()).isEmpty();
        assertThat(findings.claims()).allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
    }

    @Test
    void otherImagesThanMnistTestNoClaim() {
        assertThat(run(config(1, 1, 2)).claims())
                .isNotEmpty()
                .allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED && claim.ours() == null);
    }

    @Test
    void networksComeAndGoThroughTheStore() {
        var kept = new HashMap<String, Parameters>();
        var store = new NetworkStore() {
            @Override
            public Optional<Parameters> initial(NetworkSpec spec) {
                var values = new double[spec.parameterCount()];
                java.util.Arrays.fill(values, 0.01);
                return Optional.of(new Parameters(spec, values));
            }

            @Override
            public void keep(String name, LocalizeConfig config, Parameters parameters) {
                kept.put(name, parameters);
            }
        };
        new Localization(Dl4jTrainer::new, SmallSet.source(1500, 300), store)
                .run(config(2, 1, 1), Progress.NONE, table -> {});
        assertThat(kept)
                .containsOnlyKeys(
                        "seed-2-phase1",
                        "seed-2-without-1",
                        "seed-2-without-7",
                        "seed-2-without-6",
                        "seed-2-without-8");
        // Hidden units that begin alike stay alike: what was given was begun from.
        var weights = kept.get("seed-2-phase1").values();
        assertThat(weights[0]).isEqualTo(weights[SmallSet.SIDE * SmallSet.SIDE]);
    }

    private static final List<Table> TABLES = new ArrayList<>();

    private static Findings run(LocalizeConfig config) {
        return new Localization(Dl4jTrainer::new, SmallSet.source(1500, 300), NetworkStore.NONE)
                .run(config, Progress.NONE, TABLES::add);
    }

    private static LocalizeConfig config(long seed, int replicas, int threads) {
        var p4 = NetworkChoice.P4;
        return new LocalizeConfig(
                new NetworkChoice(10, p4.activation(), null, p4.loss(), p4.init(), p4.biasInit(), Precision.FLOAT32),
                SHORT,
                DigitGroups.P4,
                "made up",
                null,
                seed,
                replicas,
                "dl4j",
                threads);
    }

    private static LocalizeResults results(Findings findings) {
        return (LocalizeResults) findings.results();
    }

    private static double correlation(double[] r, double[] q, int[] at) {
        return new PearsonsCorrelation()
                .correlation(
                        IntStream.of(at).mapToDouble(i -> r[i]).toArray(),
                        IntStream.of(at).mapToDouble(i -> q[i]).toArray());
    }

    private static double[] doubles(Table table, String name) {
        return ((Table.Column.Doubles) column(table, name)).values();
    }

    private static long[] longs(Table table, String name) {
        return ((Table.Column.Longs) column(table, name)).values();
    }

    private static String[] words(Table table, String name) {
        return ((Table.Column.Words) column(table, name)).values();
    }

    private static Table.Column column(Table table, String name) {
        return table.columns().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
