package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;

/** Trains all twins of a replica, leg by leg, and measures how they have come apart. */
final class Twins {
    private final Setting setting;
    private final World world;
    private final Edits edits;
    private final OnlineTrainer trainer;
    private final Progress progress;
    private final List<Integer> ends;
    private final Map<Twin, List<DatapointStream>> shared = new EnumMap<>(Twin.class);
    private final Map<Twin, Amount> sharedAmounts = new EnumMap<>(Twin.class);
    private final Map<Twin, LabelledImages> paintedTest = new EnumMap<>(Twin.class);
    private final DatapointStream test;

    /** With the worlds that are the same in every replica made once. */
    Twins(Setting setting, World world, Edits edits, List<Integer> ends, OnlineTrainer trainer, Progress progress) {
        this.setting = setting;
        this.world = world;
        this.edits = edits;
        this.trainer = trainer;
        this.progress = progress;
        this.ends = ends;
        for (var twin : Twin.values()) {
            if (twin.isShared()) {
                // The untouched twin's legs are streams of their own, so that it shares nothing with the base but
                // numbers.
                var lesson = lesson(twin, 0);
                shared.put(twin, lesson.legs(ends));
                if (twin != Twin.BASE) {
                    sharedAmounts.put(twin, Amount.between(world.train(), lesson.images()));
                }
            }
        }
        for (var structured : Twin.STRUCTURED) {
            paintedTest.put(structured, edits.of(structured).painted(world.test(), i -> true));
        }
        test = world.testStream();
    }

    private Lesson lesson(Twin twin, long seed) {
        return new Lesson(edits.images(world.train(), twin, seed), world.classes(), Edits.order(world, twin, seed));
    }

    /** One replica. */
    Replica replica(long seed) {
        var own = new EnumMap<Twin, Lesson>(Twin.class);
        var amounts = new EnumMap<Twin, Amount>(sharedAmounts);
        for (var twin : Twin.values()) {
            if (!twin.isShared()) {
                own.put(twin, lesson(twin, seed));
                amounts.put(twin, Amount.between(world.train(), own.get(twin).images()));
            }
        }
        var start = setting.start(world, seed);
        var now = new EnumMap<Twin, Parameters>(Twin.class);
        Arrays.stream(Twin.values()).forEach(twin -> now.put(twin, start));
        var changes = new ArrayList<Change>();
        var maps = new EnumMap<Twin, double[]>(Twin.class);
        var untouched = 0.0;
        for (var l = 0; l < ends.size(); l++) {
            train(now, own, l);
            for (var twin : Twin.changed()) {
                changes.add(change(seed, twin, l, start, now, maps));
            }
            untouched = Math.max(untouched, greatestChange(now));
        }
        return new Replica(
                seed,
                now.size() < Twin.values().length,
                untouched,
                changes,
                accuracy(now),
                recognition(now),
                amounts,
                maps);
    }

    /** Trains those that have not diverged; those that do are left out from then on. */
    private void train(Map<Twin, Parameters> now, Map<Twin, Lesson> own, int l) {
        var twins = List.copyOf(now.keySet());
        var jobs = twins.stream()
                .map(twin -> job(
                        setting,
                        now.get(twin),
                        twin.isShared()
                                ? shared.get(twin).get(l)
                                : own.get(twin).leg(l, ends)))
                .toList();
        var trained = trainer.trainAll(jobs, progress);
        for (var k = 0; k < twins.size(); k++) {
            keep(now, twins.get(k), trained.get(k));
        }
    }

    private static void keep(Map<Twin, Parameters> now, Twin twin, Trained trained) {
        if (trained.diverged()) {
            now.remove(twin);
        } else {
            now.put(twin, trained.parameters());
        }
    }

    static TrainingJob job(Setting setting, Parameters from, DatapointStream stream) {
        return new TrainingJob(from, setting.dtype(), setting.learningRate(), stream, TrainingJob.Watch.NONE);
    }

    private Change change(
            long seed, Twin twin, int l, Parameters start, Map<Twin, Parameters> now, Map<Twin, double[]> maps) {
        if (!now.containsKey(twin) || !now.containsKey(Twin.BASE)) {
            maps.remove(twin);
            return Change.unknown(seed, twin, ends.get(l));
        }
        var energy = ChangeEnergy.of(now.get(Twin.BASE), now.get(twin));
        if (l == ends.size() - 1) {
            maps.put(twin, Arrays.stream(energy.pixels()).map(Math::sqrt).toArray());
        }
        return Change.of(seed, twin, ends.get(l), energy, edits, start, now.get(Twin.BASE));
    }

    private static double greatestChange(Map<Twin, Parameters> now) {
        var base = now.get(Twin.BASE);
        var none = now.get(Twin.NONE);
        if (base == null || none == null) {
            // Both or neither: a twin that diverges where the other does not is as changed as can be.
            return base == none ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        return IntStream.range(0, base.values().length)
                .mapToDouble(p -> Math.abs(base.values()[p] - none.values()[p]))
                .max()
                .orElse(0);
    }

    private Map<Twin, Double> accuracy(Map<Twin, Parameters> now) {
        var accuracy = new EnumMap<Twin, Double>(Twin.class);
        for (var twin : Twin.values()) {
            accuracy.put(twin, now.containsKey(twin) ? accuracy(trainer, setting, now.get(twin), test) : Double.NaN);
        }
        return accuracy;
    }

    static double accuracy(OnlineTrainer trainer, Setting setting, Parameters network, DatapointStream test) {
        var guesses = trainer.classify(network, setting.dtype(), test);
        var right = 0.0;
        for (var k = 0; k < guesses.length; k++) {
            right += guesses[k] == test.groups()[k] ? 1 : 0;
        }
        return right / guesses.length;
    }

    private Map<Twin, Map<Twin, Recognition>> recognition(Map<Twin, Parameters> now) {
        var all = new EnumMap<Twin, Map<Twin, Recognition>>(Twin.class);
        for (var structured : Twin.STRUCTURED) {
            var by = new EnumMap<Twin, Recognition>(Twin.class);
            for (var twin : asked(structured)) {
                by.put(
                        twin,
                        now.containsKey(twin)
                                ? Recognition.of(
                                        now.get(twin), world, edits.of(structured), paintedTest.get(structured))
                                : Recognition.UNKNOWN);
            }
            all.put(structured, by);
        }
        return all;
    }

    /** The networks that are asked about the class of an edit. */
    static List<Twin> asked(Twin structured) {
        return List.of(Twin.BASE, structured, structured.scattered(), structured.samePlaces());
    }
}
