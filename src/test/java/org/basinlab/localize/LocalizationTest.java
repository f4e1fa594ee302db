package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.basinlab.data.ImageSource;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Tables;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.Activation;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.run.Json;
import org.basinlab.stats.Interval;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole experiment, small. */
class LocalizationTest {
    private static final Schedule SHORT = new Schedule(0.01, 500, Balance.CAP, 0.5, 120, ForkBalance.NONE);
    /** About 80 datapoints, then 30 a fork: enough to hold runs against each other. */
    private static final Schedule TINY = new Schedule(0.01, 200, Balance.CAP, 0.5, 30, ForkBalance.NONE);

    private static final int DRAWS = 19;

    @Test
    void theNumbersFollowFromTheTable() {
        var tables = new Kept();
        var replica = results(run(config(3, 1, 1).with(SHORT), Progress.NONE, tables))
                .replicas()
                .get(0);
        var table = tables.get("parameters-seed-3");
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
        var together = results(run(config(5, 3, 4)));
        for (var i = 0; i < 3; i++) {
            var alone = results(run(config(5 + i, 1, 1)));
            assertThat(Json.text(together.replicas().get(i)))
                    .isEqualTo(Json.text(alone.replicas().get(0)))
                    .contains("\"nulls\"");
        }
        assertThat(together.replicas().get(0).weights().r())
                .isNotEqualTo(together.replicas().get(1).weights().r());
        assertThat(together.summary().publishedPercentile()).isNotNull();
    }

    @Test
    void severalActivationsAreTheLoneRunsWithEach() {
        var together = results(run(config(4, 2, 3).with(StandardActivation.SOFTPLUS, StandardActivation.RELU)));
        assertThat(together.replicas())
                .extracting(replica -> replica.activation() + " " + replica.seed())
                .containsExactly("softplus 4", "softplus 5", "relu 4", "relu 5");
        var relu = results(run(config(4, 2, 2).with(StandardActivation.RELU)));
        var softplus = results(run(config(5, 1, 1)));
        assertThat(Json.text(together.replicas().get(1)))
                .isEqualTo(Json.text(softplus.replicas().get(0)));
        assertThat(Json.text(together.replicas().subList(2, 4))).isEqualTo(Json.text(relu.replicas()));
        assertThat(Json.text(together.activations().get(1).summary())).isEqualTo(Json.text(relu.summary()));
        assertThat(together.activations()
                        .get(1)
                        .effect()
                        .againstFirst()
                        .weightsR()
                        .mean())
                .isCloseTo(
                        together.activations().get(1).effect().weightsR().mean()
                                - together.activations()
                                        .get(0)
                                        .effect()
                                        .weightsR()
                                        .mean(),
                        within(1e-12));
    }

    @Test
    void constantPixelsCopyTheBias() {
        var replica = results(run(config(3, 1, 1))).replicas().get(0);
        var constant = replica.structure().clusters();
        // In exact arithmetic 1. Weights from the background move by 1/256 of the bias, so single precision is coarse
        // for them: a weight of 0.2 has an ulp of 1.5e-8, and they move by some 1e-5.
        assertThat(constant.constant().r()).isCloseTo(1, within(1e-3));
        assertThat(constant.constant().q()).isCloseTo(1, within(0.02));
        assertThat(constant.biasPattern().r()).isCloseTo(1, within(1e-3));
        assertThat(constant.biasPattern().q()).isCloseTo(1, within(0.02));
        assertThat(replica.constantWeights().n() + replica.inkedWeights().n())
                .isEqualTo(10 * SmallSet.SIDE * SmallSet.SIDE);
        assertThat(replica.perPixel().constant().pixels() * 10)
                .isEqualTo(replica.constantWeights().n());
    }

    @ParameterizedTest
    @ValueSource(strings = {"9,8", "9,8,7"})
    void severalHiddenLayersRunToTheEnd(String hidden) {
        var units = Arrays.stream(hidden.split(",")).map(Integer::valueOf).toArray(Integer[]::new);
        var tables = new Kept();
        var results = results(run(config(1, 1, 2).with(NetworkChoice.P4.withHidden(units)), Progress.NONE, tables));
        var replica = results.replicas().get(0);
        assertThat(replica.layers())
                .hasSize(units.length + 1)
                .allMatch(layer -> layer.kind().equals("dense"));
        assertThat(replica.layers().get(0).weights().n()).isEqualTo(36 * 9);
        assertThat(replica.layers().get(1).weights().n()).isEqualTo(9 * 8);
        assertThat(replica.layers().get(1).biases().n()).isEqualTo(8);
        assertThat(replica.weights().n())
                .isEqualTo(replica.layers().stream()
                        .mapToInt(layer -> layer.weights().n())
                        .sum());
        assertThat(replica.hiddenBiases().clusters())
                .isEqualTo(Arrays.stream(units).mapToInt(u -> u).sum());
        assertThat(replica.perPixel()).as("the first layer still has pixels").isNotNull();
        assertThat(replica.structure().split().neuronsUsed()).isEqualTo(9);
        checkNulls(replica);
        assertThat(words(tables.get("parameters-seed-1"), "layer")).contains("hidden 1", "hidden 2", "output");
    }

    @Test
    void aConvolutionRunsToTheEndWithoutAMapOfPixels() {
        var tables = new Kept();
        var findings = run(
                config(1, 1, 2).with(NetworkChoice.P4.withHidden(9).withConvolutions(new Filters(7, 3))),
                Progress.NONE,
                tables);
        var replica = results(findings).replicas().get(0);
        assertThat(replica.layers()).extracting(Replica.OfLayer::kind).containsExactly("convolution", "dense", "dense");
        // Seven filters of 9 weights, on 2 x 2 places.
        assertThat(replica.layers().get(0).weights().n()).isEqualTo(63);
        assertThat(replica.layers().get(1).weights().n()).isEqualTo(28 * 9);
        assertThat(replica.weights().r()).isBetween(-1.0, 1.0);
        assertThat(replica.perPixel()).isNull();
        assertThat(replica.structure()).isNull();
        assertThat(replica.constantWeights()).isNull();
        assertThat(replica.inkedWeights()).isNull();
        checkNulls(replica);
        assertThat(results(findings).summary().perPixelMean().mean()).isNaN();
        assertThat(tables.names()).contains("curves", "forks", "nulls").doesNotContain("pixels");
        assertThat(findings.figures()).isNotEmpty();
    }

    private static void checkNulls(Replica replica) {
        for (var sets : List.of(replica.nulls().neurons(), replica.nulls().labels())) {
            for (var chance : List.of(
                    sets.weights(), sets.biases(), sets.hiddenWeights(), sets.hiddenBiases(), sets.outputWeights())) {
                assertThat(chance.draws()).isEqualTo(DRAWS);
                assertThat(chance.p()).isBetween(1.0 / (DRAWS + 1), 1.0);
                assertThat(chance.mean()).isBetween(-1.0, 1.0);
            }
        }
    }

    @Test
    void groupsMayHaveThreeClassesAndTwo() {
        var replica = results(run(config(2, 1, 2).with(DigitGroups.parse("0,1,2:3,4"))))
                .replicas()
                .get(0);
        assertThat(replica.forks()).extracting(Replica.Fork::leftOut).containsExactly(0, 1, 2, 3, 4);
        assertThat(replica.forks()).allMatch(fork -> fork.images() == 30);
        assertThat(replica.weights().n()).isEqualTo(36 * 10 + 20);
        checkNulls(replica);
    }

    @Test
    void aStatisticOfOnesOwnIsTakenOfEveryReplica() {
        var meanR = new Statistic() {
            @Override
            public String name() {
                return "mean_r";
            }

            @Override
            public double of(RelativeSizes sizes, ParameterMap parameters) {
                return IntStream.of(parameters.members(ParameterSet.HIDDEN_BIASES))
                        .mapToDouble(p -> sizes.r()[p])
                        .average()
                        .orElseThrow();
            }
        };
        var tables = new Kept();
        var findings = new Localization(Dl4jTrainer::new, SOURCE, NetworkStore.NONE)
                .measuring(meanR)
                .run(config(1, 2, 2), Progress.NONE, tables);
        var results = results(findings);
        var sum = 0.0;
        for (var replica : results.replicas()) {
            var table = tables.get("parameters-seed-" + replica.seed());
            var r = doubles(table, "r");
            var kind = words(table, "kind");
            var layer = words(table, "layer");
            var expected = IntStream.range(0, r.length)
                    .filter(p -> kind[p].equals("bias") && layer[p].equals("hidden"))
                    .mapToDouble(p -> r[p])
                    .average()
                    .orElseThrow();
            assertThat(replica.statistics()).containsOnlyKeys("mean_r").containsEntry("mean_r", expected);
            sum += expected;
        }
        assertThat(results.summary().statistics().get("mean_r").mean()).isCloseTo(sum / 2, within(1e-15));
        assertThat(Json.text(results)).contains("\"mean_r\"");
    }

    @Test
    void whereTablesOfEveryReplicaAreNotWantedTheFirstAreThere() {
        var all = new Kept();
        var config = config(1, 2, 2).with(StandardActivation.RELU, StandardActivation.SOFTPLUS);
        run(config, Progress.NONE, all);
        var first = new Kept() {
            @Override
            public boolean ofEveryReplica() {
                return false;
            }
        };
        run(config, Progress.NONE, first);
        assertThat(first.names())
                .containsExactlyInAnyOrder("parameters", "replicas", "curves", "forks", "pixels", "nulls");
        var parameters = first.get("parameters");
        var count = parameters.rows() / 2;
        assertThat(Arrays.copyOf(doubles(parameters, "r"), count))
                .containsExactly(doubles(all.get("parameters-relu-seed-1"), "r"));
        assertThat(Arrays.copyOfRange(doubles(parameters, "q"), count, 2 * count))
                .containsExactly(doubles(all.get("parameters-softplus-seed-1"), "q"));
        assertThat(words(parameters, "activation")[0]).isEqualTo("relu");
        assertThat(words(parameters, "activation")[count]).isEqualTo("softplus");
        assertThat(first.get("pixels").rows()).isEqualTo(all.get("pixels").rows() / 2);
        assertThat(first.get("replicas").rows()).isEqualTo(4);
    }

    @Test
    void anActivationOfOnesOwnIsRun() {
        var results =
                results(run(config(1, 1, 2).with(new Activation[] {new OwnRelu("mine"), StandardActivation.RELU})));
        assertThat(results.activations())
                .extracting(LocalizeResults.OfActivation::activation)
                .containsExactly("mine", "relu");
        // The same function, the same arithmetic: max(z, 0) and a slope of 0 or 1 round nothing.
        assertThat(results.replicas().get(0).weights().r())
                .isCloseTo(results.replicas().get(1).weights().r(), within(1e-6));
    }

    @Test
    void withoutDrawsThereAreNoNulls() {
        var tables = new Kept();
        var replica = results(run(config(1, 1, 1).with(1, 0, 1), Progress.NONE, tables))
                .replicas()
                .get(0);
        assertThat(replica.nulls()).isNull();
        assertThat(replica.weights().r()).isEqualTo(lone(1).weights().r());
        assertThat(tables.names()).doesNotContain("nulls");
    }

    @Test
    void allOfPhase1IsWhatTallyFrom0Tallies() {
        var half = lone(1);
        var all = results(run(config(1, 1, 1).with(new Schedule(0.01, 200, Balance.CAP, 0, 30, ForkBalance.NONE))))
                .replicas()
                .get(0);
        // Sums of 80 singles, in one go or in two: r is off by a few ulp of single precision.
        assertThat(half.wholePhase1().weights().r()).isCloseTo(all.weights().r(), within(1e-5));
        assertThat(half.wholePhase1().biases().r()).isCloseTo(all.biases().r(), within(1e-5));
        assertThat(half.wholePhase1().weights().r()).isNotCloseTo(half.weights().r(), within(1e-5));
        assertThat(half.wholePhase1().weightsGain().r2())
                .isEqualTo(half.weights().r2() - half.wholePhase1().weights().r2());
        assertThat(all.wholePhase1().weightsGain()).isEqualTo(new Replica.Gain(0, new Interval(0, 0)));
    }

    @Test
    void progressAdvancesToItsEnd() {
        var counted = new Counted();
        run(config(1, 2, 2).with(StandardActivation.SOFTPLUS, StandardActivation.RELU), counted, new Kept());
        assertThat(counted.done.get()).isEqualTo(counted.units);
    }

    @Test
    void aTableThatCannotBeKeptEndsTheRun() {
        var failure = new UncheckedIOException(new IOException("disk full"));
        var counted = new Counted();
        assertThatThrownBy(() -> run(config(1, 3, 1), counted, table -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(counted.done.get()).as("of three replicas one").isEqualTo(counted.units / 3);
    }

    @Test
    void imagesOfAnotherShapeAreRefused() {
        var source = new ImageSource() {
            @Override
            public LabelledImages train(String data) {
                return SOURCE.train(data);
            }

            @Override
            public LabelledImages test(String data) {
                return new LabelledImages(2, 2, new byte[8], new byte[] {1, 6}, Map.of());
            }
        };
        assertThatThrownBy(() -> new Localization(Dl4jTrainer::new, source, NetworkStore.NONE)
                        .run(config(1, 1, 1), Progress.NONE, new Kept()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("6 x 6, test images 2 x 2");
    }

    @Test
    void aDivergedNetworkIsReportedAndNotAveraged() {
        var config = config(1, 2, 2).with(TINY.withLearningRate(1e6));
        var findings = run(config.with(StandardActivation.IDENTITY));
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
                Arrays.fill(values, 0.01);
                return Optional.of(new Parameters(spec, values));
            }

            @Override
            public void keep(String name, LocalizeConfig config, Parameters parameters) {
                kept.put(name, parameters);
            }
        };
        new Localization(Dl4jTrainer::new, SOURCE, store).run(config(2, 1, 1), Progress.NONE, new Kept());
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

    private static final ImageSource SOURCE = SmallSet.source(1500, 300);

    /** What a run handed out. */
    private static class Kept implements Tables {
        private final Map<String, Table> byName = new HashMap<>();

        @Override
        public void accept(Table table) {
            byName.put(table.name(), table);
        }

        Table get(String name) {
            return byName.get(name);
        }

        Set<String> names() {
            return byName.keySet();
        }
    }

    private static final class Counted implements Progress {
        private long units;
        private final AtomicLong done = new AtomicLong();

        @Override
        public void begin(String what, long inAll) {
            units = inAll;
        }

        @Override
        public void advance(long more) {
            done.addAndGet(more);
        }

        @Override
        public void note(String stage) {}
    }

    private static Replica lone(long seed) {
        return results(run(config(seed, 1, 1))).replicas().get(0);
    }

    private static Findings run(LocalizeConfig config) {
        return run(config, Progress.NONE, new Kept());
    }

    private static Findings run(LocalizeConfig config, Progress progress, Tables tables) {
        return new Localization(Dl4jTrainer::new, SOURCE, NetworkStore.NONE).run(config, progress, tables);
    }

    private static LocalizeConfig config(long seed, int replicas, int threads) {
        return new LocalizeConfig(
                NetworkChoice.P4.withHidden(10),
                List.of(StandardActivation.SOFTPLUS),
                TINY,
                DigitGroups.P4,
                "made up",
                null,
                FigureColour.NONE,
                new Replication(seed, replicas, DRAWS, "dl4j", threads));
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
