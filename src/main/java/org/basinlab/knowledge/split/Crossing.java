package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.setting.Responses;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.split.SplitResult.FamilyResult;
import org.basinlab.knowledge.split.SplitResult.LevelSplit;
import org.basinlab.knowledge.split.SplitResult.Moment;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.TrainingJob;

/**
 * Every start trained on every data set of a family. All networks go from checkpoint to checkpoint together, so that those of
 * one checkpoint alone are in memory.
 */
final class Crossing {
    /** Test images that the function is compared on, and that hidden units are matched by, at most. */
    static final int TEST_IMAGES = 1000;

    private final Family family;
    private final Schedule schedule;
    private final Starts starts;
    private final Setting setting;
    private final Means means;
    private final NetworkSpec spec;
    private final int[] tested;

    /** [start][data set], null from where one diverged on. */
    private final Held[][] networks;

    private final Look[] beginnings;
    private final List<Map<List<Integer>, DatapointStream>> streams = new ArrayList<>();
    private Held reference;

    /**
     * What a crossing is made with.
     *
     * @param trainer     trains
     * @param threads     side by side
     * @param progress    advanced by one a datapoint
     * @param comparisons judged together
     */
    record Means(OnlineTrainer trainer, int threads, Progress progress, int comparisons) {}

    /**
     * What came of it.
     *
     * @param result numbers
     * @param cells  every network
     */
    record Crossed(FamilyResult result, List<Cell> cells) {}

    private Crossing(Family family, Schedule schedule, Starts starts, Setting setting, Means means) {
        this.family = family;
        this.schedule = schedule;
        this.starts = starts;
        this.setting = setting;
        this.means = means;
        spec = starts.reference().spec();
        tested = tested(family.reference().world().test().count());
        networks = new Held[starts.count()][family.sets().size()];
        beginnings = new Look[starts.count()];
        reference = held(starts.reference());
        family.sets().forEach(set -> streams.add(new HashMap<>()));
        streams.add(new HashMap<>());
    }

    /** Test images, evenly spread, at most {@link #TEST_IMAGES}. */
    static int[] tested(int count) {
        var many = Math.min(count, TEST_IMAGES);
        return IntStream.range(0, many)
                .map(k -> (int) ((long) k * count / many))
                .toArray();
    }

    /**
     * Trains and measures.
     *
     * @param matching at which checkpoints hidden units are matched
     */
    static Crossed run(
            Family family, Schedule schedule, Starts starts, Setting setting, Matching matching, Means means) {
        return new Crossing(family, schedule, starts, setting, means).run(matching);
    }

    private Crossed run(Matching matching) {
        var moments = new ArrayList<Moment>();
        moments.add(beginning(matching));
        for (var k = 0; k < schedule.checkpoints().size(); k++) {
            train(k);
            var last = k == schedule.checkpoints().size() - 1;
            var looks = looks(matching.holds(spec.units(0), last));
            moments.add(moment(schedule.checkpoints().get(k), looks));
        }
        var cells = cells();
        var right = cells.stream()
                .mapToDouble(Cell::accuracy)
                .filter(a -> !Double.isNaN(a))
                .summaryStatistics();
        var none = right.getCount() == 0;
        return new Crossed(
                new FamilyResult(
                        family.name(),
                        family.built(),
                        family.sets().stream().map(DataSet::name).toList(),
                        family.datapoints(),
                        (int) (schedule.steps() / schedule.perPass()),
                        starts.count(),
                        (int) Arrays.stream(networks)
                                .flatMap(Arrays::stream)
                                .filter(n -> n == null)
                                .count(),
                        none ? Double.NaN : right.getAverage(),
                        none ? Double.NaN : right.getMin(),
                        none ? Double.NaN : right.getMax(),
                        moments),
                cells);
    }

    /** Before any training all networks of a start are the same one. */
    private Moment beginning(Matching matching) {
        var alignment = matching.holds(spec.units(0), true) ? alignment() : null;
        var tasks = new ArrayList<Callable<Look>>();
        for (var s = 0; s < starts.count(); s++) {
            var start = s;
            tasks.add(() -> {
                var held = held(starts.of().apply(start));
                return look(held, held, alignment);
            });
        }
        var looked = Threads.all(means.threads(), tasks);
        var looks = new Look[starts.count()][];
        for (var s = 0; s < looks.length; s++) {
            beginnings[s] = looked.get(s);
            Arrays.fill(networks[s], beginnings[s].held());
            looks[s] = new Look[family.sets().size()];
            Arrays.fill(looks[s], beginnings[s]);
        }
        return moment(0, looks);
    }

    /** Every network goes on to a checkpoint. */
    private void train(int checkpoint) {
        var tasks = new ArrayList<Callable<Void>>();
        for (var d = 0; d < family.sets().size(); d++) {
            var leg = schedule.leg(checkpoint, family.sets().get(d), streams.get(d));
            keep(d, leg);
            var together = Math.max(1, means.trainer().together());
            for (var from = 0; from < networks.length; from += together) {
                var set = d;
                var range = IntStream.range(from, Math.min(networks.length, from + together))
                        .filter(s -> networks[s][set] != null)
                        .toArray();
                tasks.add(() -> {
                    var trained = legs(
                            leg,
                            IntStream.of(range).mapToObj(s -> networks[s][set]).toList());
                    for (var i = 0; i < range.length; i++) {
                        networks[range[i]][set] = trained.get(i);
                    }
                    return null;
                });
            }
        }
        var last = family.sets().size();
        var leg = schedule.leg(checkpoint, family.reference(), streams.get(last));
        keep(last, leg);
        tasks.add(() -> {
            reference = reference == null ? null : legs(leg, List.of(reference)).get(0);
            return null;
        });
        Threads.all(means.threads(), tasks);
    }

    /** Only whole passes come again. */
    private void keep(int set, List<DatapointStream> leg) {
        streams.get(set).values().removeIf(stream -> !leg.contains(stream) || stream.length() < schedule.perPass());
    }

    /** Networks after some streams; null for one that diverged. */
    private List<Held> legs(List<DatapointStream> leg, List<Held> from) {
        var now = new ArrayList<>(from);
        for (var stream : leg) {
            var going = IntStream.range(0, now.size())
                    .filter(i -> now.get(i) != null)
                    .toArray();
            var jobs = IntStream.of(going)
                    .mapToObj(i -> new TrainingJob(
                            now.get(i).parameters(spec),
                            setting.dtype(),
                            setting.learningRate(),
                            stream,
                            TrainingJob.Watch.NONE))
                    .toList();
            var trained = means.trainer().trainAll(jobs, means.progress());
            for (var i = 0; i < going.length; i++) {
                now.set(
                        going[i],
                        trained.get(i).diverged() ? null : held(trained.get(i).parameters()));
            }
        }
        return now;
    }

    private Held held(Parameters parameters) {
        return Held.of(parameters, setting.dtype());
    }

    /** Null where there is no reference. */
    private Alignment alignment() {
        return reference == null ? null : new Alignment(responses(reference), spec.units(0));
    }

    private Responses responses(Held network) {
        return Responses.of(network.parameters(spec), family.reference().world().test(), tested);
    }

    private Look look(Held network, Held start, Alignment alignment) {
        var responses = responses(network);
        var outputs = new double[tested.length * spec.outputs()];
        for (var k = 0; k < tested.length; k++) {
            System.arraycopy(responses.outputs(k), 0, outputs, k * spec.outputs(), spec.outputs());
        }
        return new Look(network, start, outputs, alignment == null ? null : alignment.units(responses));
    }

    /** [start][data set], without starts from which a network diverged. */
    private Look[][] looks(boolean matched) {
        var alignment = matched ? alignment() : null;
        var tasks = new ArrayList<Callable<Look>>();
        for (var s = 0; s < networks.length; s++) {
            var beginning = beginnings[s].held();
            var there = Arrays.stream(networks[s]).allMatch(n -> n != null);
            for (var network : networks[s]) {
                tasks.add(() -> there ? look(network, beginning, alignment) : null);
            }
        }
        var looked = Threads.all(means.threads(), tasks);
        var sets = family.sets().size();
        var looks = new Look[networks.length][];
        for (var s = 0; s < looks.length; s++) {
            var row = looked.subList(s * sets, (s + 1) * sets).toArray(Look[]::new);
            looks[s] = row[0] == null ? null : row;
        }
        return looks;
    }

    private Moment moment(long datapoints, Look[][] looks) {
        var there =
                IntStream.range(0, looks.length).filter(s -> looks[s] != null).toArray();
        var used = IntStream.of(there).mapToObj(s -> looks[s]).toArray(Look[][]::new);
        var distances = Distances.of(used, spec, means.threads());
        var moved = new double[Level.values().length];
        var kept = 0.0;
        var count = used.length * (double) family.sets().size();
        for (var s : there) {
            for (var look : looks[s]) {
                var squared = look.squared(beginnings[s], spec);
                squared[Level.MATCHED.ordinal()] = squared[Level.PARAMETERS.ordinal()];
                squared[Level.CHANGE.ordinal()] = squared[Level.PARAMETERS.ordinal()];
                for (var l = 0; l < moved.length; l++) {
                    moved[l] += squared[l] / count;
                }
                kept += look.held().correlation(beginnings[s].held()) / count;
            }
        }
        var levels = Arrays.stream(Level.values())
                .map(level -> LevelSplit.of(
                        level,
                        distances.get(level.ordinal()),
                        there.length == 0 ? Double.NaN : moved[level.ordinal()],
                        means.comparisons()))
                .toList();
        return new Moment(datapoints, there.length, there.length == 0 ? Double.NaN : kept, levels);
    }

    private List<Cell> cells() {
        var test = family.reference().world().testStream();
        var tasks = new ArrayList<Callable<Cell>>();
        for (var s = 0; s < networks.length; s++) {
            for (var d = 0; d < networks[s].length; d++) {
                var start = s;
                var set = d;
                tasks.add(() -> cell(start, set, test));
            }
        }
        return Threads.all(means.threads(), tasks);
    }

    private Cell cell(int start, int set, DatapointStream test) {
        var network = networks[start][set];
        var data = family.sets().get(set);
        var seed = starts.seeds().get(start);
        if (network == null) {
            return new Cell(family.name(), seed, data.name(), Double.NaN, Double.NaN, Double.NaN);
        }
        var guesses = means.trainer().classify(network.parameters(spec), setting.dtype(), test);
        var images = data.world().test();
        var right = IntStream.range(0, guesses.length)
                .filter(i -> guesses[i] == data.world().classes().groupOf(images.label(i)))
                .count();
        var beginning = beginnings[start].held();
        return new Cell(
                family.name(),
                seed,
                data.name(),
                right / (double) guesses.length,
                Math.sqrt(network.squared(0, beginning, 0, spec.parameterCount())),
                network.correlation(beginning));
    }
}
