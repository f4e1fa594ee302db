package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** Networks made up for tests, where the truth is known. */
final class MadeUpMap {
    static final Origin ORIGIN = new Origin("made-up", null, null, null, Map.of());

    private MadeUpMap() {}

    /** What a network of a setting gives. */
    interface Truth {
        Network network(Setting setting, long seed, Random random);
    }

    /** Unlike generators of neighbouring seeds, these have nothing in common. */
    static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    /** A network that learned. */
    static Network network(long seed, double weightsR, double biasesR, double ownPart) {
        return new Network(seed, false, weightsR, biasesR, ownPart, 0.05, 0.93, 0.95);
    }

    static Network diverged(long seed) {
        var none = Double.NaN;
        return new Network(seed, true, none, none, none, none, none, none);
    }

    static Network unlearned(long seed, double weightsR, double biasesR) {
        return new Network(seed, false, weightsR, biasesR, 0, 0, 0.52, 0.53);
    }

    static List<Runs> runs(AtlasConfig config, Collection<Setting> settings, Truth truth) {
        return settings.stream()
                .map(setting -> runs(config.seed(), config.seeds(), setting, truth))
                .toList();
    }

    static Runs runs(long first, int seeds, Setting setting, Truth truth) {
        return new Runs(
                setting,
                LongStream.range(first, first + seeds)
                        .mapToObj(seed -> truth.network(
                                setting, seed, new Random(setting.options().hashCode() * 7919L + seed)))
                        .toList());
    }

    /** The rows as a sweep gives them, shuffled. */
    static Table table(List<Runs> runs) {
        var rows = new ArrayList<Object[]>();
        for (var of : runs) {
            of.networks().forEach(network -> rows.add(new Object[] {of.setting(), network}));
        }
        Collections.shuffle(rows, new Random(1));
        var n = rows.size();
        var columns = new ArrayList<Column>();
        for (var choice : Choice.values()) {
            var texts =
                    rows.stream().map(row -> ((Setting) row[0]).level(choice)).toArray(String[]::new);
            columns.add(
                    switch (choice) {
                        case LEARNING_RATE, TALLY_FROM ->
                            new Column.Doubles(
                                    choice.option(),
                                    Arrays.stream(texts)
                                            .mapToDouble(Double::parseDouble)
                                            .toArray());
                        case PHASE1_IMAGES ->
                            new Column.Longs(
                                    choice.option(),
                                    Arrays.stream(texts)
                                            .mapToLong(Long::parseLong)
                                            .toArray());
                        default -> new Column.Words(choice.option(), texts);
                    });
        }
        var networks = rows.stream().map(row -> (Network) row[1]).toList();
        columns.add(new Column.Longs(
                "seed", networks.stream().mapToLong(Network::seed).toArray()));
        var diverged = new boolean[n];
        for (var i = 0; i < n; i++) {
            diverged[i] = networks.get(i).diverged();
        }
        columns.add(new Column.Flags("diverged", diverged));
        columns.add(doubles(
                "weights_r", networks.stream().mapToDouble(Network::weightsR).toArray()));
        columns.add(doubles(
                "biases_r", networks.stream().mapToDouble(Network::biasesR).toArray()));
        columns.add(doubles(
                "hidden_weights_r",
                networks.stream().mapToDouble(Network::weightsR).toArray()));
        columns.add(doubles(
                "weights_shuffled_r",
                networks.stream().mapToDouble(w -> w.weightsR() - w.ownPart()).toArray()));
        columns.add(doubles(
                "per_pixel_mean",
                networks.stream().mapToDouble(Network::perPixelMean).toArray()));
        columns.add(doubles(
                "phase1_accuracy",
                networks.stream().mapToDouble(Network::phase1Accuracy).toArray()));
        columns.add(doubles(
                "test_accuracy",
                networks.stream().mapToDouble(Network::testAccuracy).toArray()));
        columns.add(
                new Column.Words("config_digest", Collections.nCopies(n, "0").toArray(String[]::new)));
        return new Table("replicas", columns);
    }

    private static Column doubles(String name, double[] values) {
        return new Column.Doubles(name, values);
    }

    /**
     * A map much as P4's neighbourhood looks: weights' R^2 falls with the learning rate and with short forks, biases'
     * rises with short forks, sigmoid-like activations have no part of the neurons' own, high rates diverge, the lowest
     * with few images does not learn.
     */
    static Network likely(Setting setting, long seed, Random random) {
        var rate = Math.log10(Double.parseDouble(setting.level(Choice.LEARNING_RATE)));
        var sigmoid = Contrast.SIGMOID_LIKE.contains(setting.level(Choice.ACTIVATION));
        var relu = setting.level(Choice.ACTIVATION).equals("relu");
        if (relu && rate > -1.6 && setting.level(Choice.LOSS).equals("mse") && random.nextInt(3) > 0) {
            return diverged(seed);
        }
        var length = Choice.FORK_LENGTH.levels().indexOf(setting.level(Choice.FORK_LENGTH));
        var weights =
                0.52 - 0.17 * (rate + 4) + 0.05 * length - 0.15 + (sigmoid ? 0.12 : 0) + 0.02 * random.nextGaussian();
        var biases = sigmoid ? 0.02 : 0.42 - 0.1 * length + (relu ? 0.15 : 0);
        if (rate < -3.9 && setting.level(Choice.PHASE1_IMAGES).equals("1200")) {
            return unlearned(seed, weights, biases);
        }
        return network(
                seed,
                weights,
                Math.max(-0.9, Math.min(0.9, biases + 0.12 * random.nextGaussian())),
                sigmoid ? 0.004 * random.nextGaussian() : 0.05 + (relu ? 0.1 : 0) + 0.02 * random.nextGaussian());
    }
}
