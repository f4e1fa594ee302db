package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.TrainingJob;

/** The structured edits against their scattered rivals, at the end of training, in networks of other activations and widths. */
final class EditGrid {
    private static final List<Twin> TRAINED =
            List.of(Twin.BASE, Twin.STROKE, Twin.STROKE_SCATTERED, Twin.EYE, Twin.EYE_SCATTERED);

    private final EditConfig config;
    private final Setting setting;
    private final World world;
    private final Edits edits;
    private final OnlineTrainer trainer;
    private final Progress progress;
    private final int datapoints;
    private final Map<Twin, DatapointStream> shared = new EnumMap<>(Twin.class);
    private final DatapointStream test;

    EditGrid(
            EditConfig config,
            Setting setting,
            World world,
            Edits edits,
            int datapoints,
            OnlineTrainer trainer,
            Progress progress) {
        this.config = config;
        this.setting = setting.withReplicas(Math.max(1, config.gridReplicas()), setting.epochs());
        this.world = world;
        this.edits = edits;
        this.datapoints = datapoints;
        this.trainer = trainer;
        this.progress = progress;
        for (var twin : TRAINED) {
            if (config.gridReplicas() > 0 && twin.isShared()) {
                shared.put(twin, stream(twin, 0));
            }
        }
        test = world.testStream();
    }

    /** Datapoints that a grid trains on in all. */
    static long work(EditConfig config, int datapoints) {
        return (long) config.gridReplicas()
                * config.activations().size()
                * config.hidden().size()
                * TRAINED.size()
                * datapoints;
    }

    private DatapointStream stream(Twin twin, long seed) {
        return new Lesson(edits.images(world.train(), twin, seed), world.classes(), world.order()).leg(0, datapoints);
    }

    /** One network and its twins. */
    private record Cell(
            StandardActivation activation, int hidden, double accuracy, boolean diverged, Map<Twin, Change> changes) {}

    /** All cells; none where no replica is asked for. */
    List<EditResult.Cell> cells(int threads) {
        if (config.gridReplicas() == 0) {
            return List.of();
        }
        var tasks = new ArrayList<Callable<List<Cell>>>();
        for (var seed : setting.seeds()) {
            tasks.add(() -> replica(seed));
        }
        var replicas = Threads.all(threads, tasks);
        var cells = new ArrayList<EditResult.Cell>();
        for (var c = 0; c < replicas.get(0).size(); c++) {
            var at = c;
            var same = replicas.stream().map(r -> r.get(at)).toList();
            for (var structured : Twin.STRUCTURED) {
                for (var level : Level.values()) {
                    cells.add(cell(structured, level, same));
                }
            }
        }
        return cells;
    }

    private static EditResult.Cell cell(Twin structured, Level level, List<Cell> replicas) {
        return new EditResult.Cell(
                replicas.get(0).activation.toString(),
                replicas.get(0).hidden,
                structured.toString(),
                level.toString(),
                Estimate.of(
                        replicas.stream()
                                .mapToDouble(r -> r.changes
                                        .get(structured)
                                        .at(level)
                                        .logRatioTo(r.changes
                                                .get(structured.scattered())
                                                .at(level)))
                                .toArray(),
                        1),
                Means.of(replicas, r -> r.changes.get(structured).at(level).participation()),
                Means.of(
                        replicas,
                        r -> r.changes.get(structured.scattered()).at(level).participation()),
                Means.of(replicas, Cell::accuracy),
                (int) replicas.stream().filter(Cell::diverged).count());
    }

    /** A replica of every cell: its own streams are made once for all of them. */
    private List<Cell> replica(long seed) {
        var streams = new EnumMap<>(shared);
        for (var twin : TRAINED) {
            streams.computeIfAbsent(twin, t -> stream(t, seed));
        }
        var cells = new ArrayList<Cell>();
        for (var hidden : config.hidden()) {
            cells.addAll(ofWidth(hidden, seed, streams));
        }
        return cells;
    }

    /** All activations of one width, side by side. */
    private List<Cell> ofWidth(int hidden, long seed, Map<Twin, DatapointStream> streams) {
        var settings = config.activations().stream()
                .map(a -> setting.withHidden(hidden).withActivation(a))
                .toList();
        var starts = settings.stream().map(s -> s.start(world, seed)).toList();
        var jobs = new ArrayList<TrainingJob>();
        for (var a = 0; a < settings.size(); a++) {
            for (var twin : TRAINED) {
                jobs.add(Twins.job(settings.get(a), starts.get(a), streams.get(twin)));
            }
        }
        var trained = trainer.trainAll(jobs, progress);
        var cells = new ArrayList<Cell>();
        for (var a = 0; a < settings.size(); a++) {
            var base = trained.get(a * TRAINED.size());
            var changes = new EnumMap<Twin, Change>(Twin.class);
            var diverged = base.diverged();
            for (var t = 1; t < TRAINED.size(); t++) {
                var twin = TRAINED.get(t);
                var other = trained.get(a * TRAINED.size() + t);
                diverged |= other.diverged();
                changes.put(
                        twin,
                        base.diverged() || other.diverged()
                                ? Change.unknown(seed, twin, datapoints)
                                : Change.of(
                                        seed,
                                        twin,
                                        datapoints,
                                        ChangeEnergy.of(base.parameters(), other.parameters()),
                                        edits,
                                        starts.get(a),
                                        base.parameters()));
            }
            cells.add(new Cell(
                    config.activations().get(a),
                    hidden,
                    base.diverged() ? Double.NaN : Twins.accuracy(trainer, settings.get(a), base.parameters(), test),
                    diverged,
                    changes));
        }
        return cells;
    }
}
