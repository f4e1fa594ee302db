package org.basinlab.knowledge.match;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.experiment.Progress;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.network.Parameters;
import org.basinlab.random.RandomStream;
import org.basinlab.training.OnlineTrainer;

/**
 * All numbers of one seed: of a network with this seed, and of others that learn the same and have the seed of no other
 * network, its own plus the number of replicas.
 *
 * @param seed     of the one network
 * @param diverged trainings that did not come to an end, of {@value #TRAININGS}
 * @param cases    scores of the matchings, by what the other network differs in
 * @param blocks   NaNs where not asked for
 * @param carried  labels from the small network to the large one
 * @param checks   of cases whose answer is known
 * @param shown    what is drawn; null but for the first seed
 */
record Replica(
        long seed,
        int diverged,
        Map<Other, Map<Method, Scores>> cases,
        Blocks blocks,
        Map<Reading, Map<Method, Carried>> carried,
        Checks checks,
        Shown shown) {
    /** The network, its twin, three that differ, the small and the large one. */
    static final int TRAININGS = 7;

    /** Ways of matching that labels are carried by. */
    static final List<Method> CARRIERS = List.of(Method.UPDATES, Method.UPDATE_SHARES, Method.ACTIVATIONS);

    /** Parts of {@link RandomStream#KNOWLEDGE}; random matchings have one for each of {@link Other}. */
    private static final int MATCHINGS = 300;

    private static final int TWIN = 310;
    private static final int SHUFFLES = 311;
    private static final int CHECKED = 312;
    private static final int BLOCKS = 313;

    private record Making(
            MatchConfig config, Setting setting, Lesson lesson, OnlineTrainer trainer, Progress progress) {
        /** The networks at the end, those with a null that diverged. */
        List<Learned> learned(List<Parameters> starts) {
            var jobs = starts.stream().map(s -> lesson.job(s, setting)).toList();
            var trained = trainer.trainAll(jobs, progress);
            var learned = new ArrayList<Learned>();
            for (var k = 0; k < trained.size(); k++) {
                learned.add(Learned.of(starts.get(k), trained.get(k), lesson, config.ablate()));
            }
            return learned;
        }

        Learned learned(Setting other, long seed) {
            return learned(List.of(other.start(lesson.world(), seed))).get(0);
        }
    }

    /**
     * Trains the networks and matches them.
     *
     * @param number of the replica, from 0
     */
    static Replica of(
            int number, MatchConfig config, Setting setting, Lesson lesson, OnlineTrainer trainer, Progress progress) {
        var seed = setting.seed() + number;
        var elsewhere = seed + setting.replicas();
        var making = new Making(config, setting, lesson, trainer, progress);
        var start = setting.start(lesson.world(), seed);
        var order = random(seed, TWIN).permutation(setting.hidden(), 0);
        // Those of one shape together, the others one at a time: what is kept of their steps is large.
        var alike = making.learned(
                List.of(start, Checks.reordered(start, order), setting.start(lesson.world(), elsewhere)));
        var one = alike.get(0);
        var twin = alike.get(1);
        var others = new EnumMap<Other, Learned>(Other.class);
        others.put(Other.SEED, alike.get(2));
        others.put(Other.WIDTH, making.learned(setting.withHidden(config.hidden()), elsewhere));
        others.put(Other.ACTIVATION, making.learned(setting.withActivation(config.activation()), elsewhere));
        var withBlocks = number < config.blockReplicas();
        var cases = new EnumMap<Other, Map<Method, Scores>>(Other.class);
        Shown shown = null;
        var blocks = Blocks.NONE;
        for (var entry : others.entrySet()) {
            var other = entry.getValue();
            if (one == null || other == null) {
                cases.put(entry.getKey(), Scores.none());
                continue;
            }
            var byUpdates = one.updates().with(other.updates());
            var units = Matching.best(byUpdates);
            var drawn = random(seed, MATCHINGS + entry.getKey().ordinal());
            cases.put(entry.getKey(), Scores.all(one, other, units, drawn));
            if (entry.getKey() == Other.SEED) {
                shown = number == 0 ? Shown.of(one, other, byUpdates, units) : null;
                blocks = withBlocks
                        ? Blocks.of(
                                lesson,
                                one,
                                other,
                                IntStream.range(0, lesson.rows()).toArray(),
                                units,
                                config.blockUnits(),
                                random(seed, BLOCKS))
                        : Blocks.NONE;
            }
        }
        var checks = Checks.of(
                lesson,
                one,
                twin,
                order,
                others.get(Other.SEED),
                withBlocks,
                random(seed, SHUFFLES),
                random(seed, CHECKED));
        var small = making.learned(setting.withHidden(config.smallHidden()), seed);
        var large = making.learned(setting.withHidden(config.largeHidden()), elsewhere);
        var diverged = (int) Stream.concat(others.values().stream(), Stream.of(one, twin, small, large))
                .filter(Objects::isNull)
                .count();
        return new Replica(seed, diverged, cases, blocks, carried(small, large), checks, shown);
    }

    private static RandomStream random(long seed, int part) {
        return new RandomStream(seed, RandomStream.KNOWLEDGE, part);
    }

    private static Map<Reading, Map<Method, Carried>> carried(Learned small, Learned large) {
        var carried = new EnumMap<Reading, Map<Method, Carried>>(Reading.class);
        for (var reading : Reading.values()) {
            carried.put(reading, new EnumMap<>(Method.class));
        }
        for (var method : CARRIERS) {
            var alike = small == null || large == null ? null : alike(method, small, large);
            for (var reading : Reading.values()) {
                carried.get(reading)
                        .put(
                                method,
                                alike == null
                                        ? Carried.NONE
                                        : Carried.of(
                                                reading.labels(small),
                                                reading.labels(large),
                                                large.ablation().sizes(),
                                                alike,
                                                large.updates().varying()));
            }
        }
        return carried;
    }

    private static Similarity alike(Method method, Learned small, Learned large) {
        return switch (method) {
            case UPDATES -> small.updates().with(large.updates());
            case UPDATE_SHARES -> small.shares().with(large.shares());
            case ACTIVATIONS -> small.activations().with(large.activations());
            default -> throw new IllegalArgumentException("labels are not carried by " + method);
        };
    }
}
