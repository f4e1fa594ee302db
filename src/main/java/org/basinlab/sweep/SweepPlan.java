package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Sweepable;

/**
 * All runs of a sweep, each checked: every point with every seed.
 *
 * @param <C> the configuration of the experiment
 */
public final class SweepPlan<C extends Config> {
    /** More than this is a mistake, or more than fits. */
    static final int MOST_RUNS = 1_000_000;

    private final SweepRequest request;
    private final List<Run<C>> runs;
    private final RowOptions<C> options;
    private final Map<String, String> inputs;

    private SweepPlan(SweepRequest request, List<Run<C>> runs, RowOptions<C> options, Map<String, String> inputs) {
        this.request = request;
        this.runs = runs;
        this.options = options;
        this.inputs = inputs;
    }

    /**
     * Plans a sweep.
     *
     * @throws InputException if a point is no configuration of the experiment, or the same as another
     */
    static <C extends Config> SweepPlan<C> of(SweepRequest request, Sweepable<C> experiment, OptionReader<C> reader) {
        var points = request.points(reader);
        require(
                points.size() * request.seeds().count() <= MOST_RUNS,
                "a sweep has at most %s runs, this one %s points x %s seeds: give fewer of either",
                MOST_RUNS,
                points.size(),
                request.seeds().count());
        var runs = new ArrayList<Run<C>>();
        var settings = new HashMap<String, Map<String, String>>();
        var options = new ArrayList<Map<String, Object>>();
        var allInputs = new TreeMap<String, String>();
        for (var point : points) {
            var config = config(point, request, reader);
            experiment.requireRunnable(config);
            // What is read does not depend on the seed; digests of files are not asked for a thousand times.
            var inputs = experiment.inputs(config);
            allInputs.putAll(inputs);
            for (var seed : (Iterable<Long>) request.seeds().stream()::iterator) {
                var seeded = reader.seeded(config, seed);
                var ofRun = reader.options(seeded);
                var digest = Run.digest(experiment.name(), ofRun, inputs);
                if (seed == request.seeds().first()) {
                    options.add(ofRun);
                    var same = settings.put(digest, point);
                    require(
                            same == null,
                            "%s and %s are the same setting: give it once",
                            same == null ? "" : Points.text(same),
                            Points.text(point));
                }
                runs.add(new Run<>(seeded, digest, experiment.sharing(seeded), experiment.training(seeded)));
            }
        }
        return new SweepPlan<>(request, List.copyOf(runs), RowOptions.of(options, reader), allInputs);
    }

    private static <C extends Config> C config(
            Map<String, String> point, SweepRequest request, OptionReader<C> reader) {
        try {
            return reader.config(point);
        } catch (InputException e) {
            var parted = request.over().stream()
                    .filter(axis -> axis.values() instanceof Axis.Listed listed
                            && listed.values().size() > 1
                            && listed.values().stream().anyMatch(value -> value.contains(":")))
                    .findFirst();
            throw parted.isEmpty()
                    ? e
                    : new InputException(
                            e.getMessage() + " (values that hold commas are parted by ; as in "
                                    + parted.get().option() + "=1,7:6,8;3,5:4,9)",
                            e);
        }
    }

    /** What was asked for. */
    public SweepRequest request() {
        return request;
    }

    /** How many runs it has. */
    public int size() {
        return runs.size();
    }

    /** What is run. */
    public Stream<C> configs() {
        return runs.stream().map(Run::config);
    }

    List<Run<C>> runs() {
        return runs;
    }

    RowOptions<C> options() {
        return options;
    }

    /** Digests of everything that is read, by name. */
    Map<String, String> inputs() {
        return inputs;
    }

    /**
     * The runs that are left, in batches: those that can share are together and batches of them come after each other,
     * in the order of the plan otherwise; those of one training are never parted. Batches of one kind are of like size,
     * and such that all threads end at about the same time.
     *
     * @param finished digests of runs that are not made again
     * @param atMost   trainings a batch
     * @param threads  that take batches
     */
    List<Batch<C>> batches(Set<String> finished, int atMost, int threads) {
        var kinds = new LinkedHashMap<Object, Map<Object, List<Run<C>>>>();
        for (var run : runs) {
            if (!finished.contains(run.digest())) {
                kinds.computeIfAbsent(run.sharing(), kind -> new LinkedHashMap<>())
                        .computeIfAbsent(run.training(), training -> new ArrayList<>())
                        .add(run);
            }
        }
        var trainings = kinds.values().stream().mapToInt(Map::size).sum();
        // As many rounds as the largest batches take; then each as small as fills them, so that no thread ends early.
        var rounds = Math.max(1, ceiling(trainings, (long) atMost * threads));
        var size = Math.max(1, ceiling(trainings, (long) rounds * threads));
        var batches = new ArrayList<Batch<C>>();
        for (var kind : kinds.values()) {
            var all = List.copyOf(kind.values());
            var many = ceiling(all.size(), size);
            for (var i = 0; i < many; i++) {
                var from = (long) all.size() * i / many;
                var to = (long) all.size() * (i + 1) / many;
                batches.add(new Batch<>(all.subList((int) from, (int) to).stream()
                        .flatMap(List::stream)
                        .toList()));
            }
        }
        return batches;
    }

    private static int ceiling(int dividend, long divisor) {
        return (int) ((dividend + divisor - 1) / divisor);
    }
}
