package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.training.OnlineTrainer;

/**
 * P3's first hypothesis: structured, localized changes in the data cause localized changes in the final parameters.
 *
 * <p>Twins from one initialization and in one order, each in another world ({@link Twin}), come to theta_twin; the
 * change is {@code d = theta_twin - theta_base}, and where its energy d_p^2 is tells how local it is: over parameters, hidden
 * units and pixels ({@link ChangeEnergy}, {@link Concentration}). Over seeds, paired, a structured edit is compared by
 * {@code ln(PR of the rival / PR of the edit)} with its scattered rival of the same energy and count, with the same changes
 * at the same random pixels of every image, and with a mere reordering.
 */
public final class EditStudy {
    /** The effect that counts: a participation ratio at least a tenth less, ln(1 / 0.9). */
    public static final double MARGIN = -Math.log(0.9);

    /** Two edits, three rivals each, three levels: all are counted, judged or not. */
    public static final int COMPARISONS = 18;

    private final EditConfig config;
    private final Setting setting;
    private final World world;
    private final Edits edits;
    private final OnlineTrainer trainer;
    private final int threads;
    private final Progress progress;
    private final int datapoints;
    private final List<Integer> ends;

    private EditStudy(
            EditConfig config, Setting setting, World world, OnlineTrainer trainer, int threads, Progress progress) {
        this.config = config;
        this.setting = setting;
        this.world = world;
        this.trainer = trainer;
        this.threads = threads;
        this.progress = progress;
        edits = Edits.of(config, world);
        datapoints = Math.multiplyExact(world.train().count(), setting.epochs());
        ends = Lesson.ends(datapoints, config.checkpoints());
    }

    /**
     * Makes sure, before anything is trained, that it can be run as far as can be told.
     *
     * @throws org.basinlab.experiment.InputException if it cannot
     */
    public static void requireRunnable(EditConfig config, World world) {
        Edits.of(config, world);
    }

    /**
     * All of it.
     *
     * @throws org.basinlab.experiment.InputException if a class to be edited is not among those in play
     */
    public static Found<EditResult> run(
            EditConfig config, Setting setting, World world, OnlineTrainer trainer, int threads, Progress progress) {
        return new EditStudy(config, setting, world, trainer, threads, progress).run();
    }

    private Found<EditResult> run() {
        var grid = new EditGrid(config, setting, world, edits, datapoints, trainer, progress);
        progress.begin(
                "edits of the data",
                (long) setting.replicas() * Twin.values().length * datapoints
                        + EditGrid.work(config, datapoints)
                        + EditControls.work(setting));
        progress.note("controls");
        var controls = EditControls.of(setting, trainer, threads, progress);
        progress.note("twins");
        var twins = new Twins(setting, world, edits, ends, trainer, progress);
        var maps = new ChangeMaps(world.train().pixelsPerImage());
        var replicas = new ArrayList<Replica>();
        var tasks = new ArrayList<Callable<Replica>>();
        for (var seed : setting.seeds()) {
            tasks.add(() -> twins.replica(seed));
        }
        Threads.each(threads, tasks, replica -> {
            maps.add(replica);
            replicas.add(replica.withoutMaps());
        });
        progress.note("activations and widths");
        var result = result(replicas, grid.cells(threads), controls);
        var figures = new ArrayList<>(List.of(
                EditFigures.examples(world, edits, setting.seed()),
                maps.figure(result, world.train().rows(), world.train().columns())));
        figures.addAll(EditFigures.of(result, replicas));
        return new Found<>(
                result, EditNumbers.headline(result), EditNumbers.of(result), figures, EditTables.of(replicas, result));
    }

    private EditResult result(List<Replica> replicas, List<EditResult.Cell> grid, List<Control> controls) {
        return new EditResult(
                replicas.size(),
                (int) replicas.stream().filter(Replica::diverged).count(),
                replicas.stream()
                        .mapToDouble(Replica::untouched)
                        .filter(u -> !Double.isNaN(u))
                        .max()
                        .orElse(Double.NaN),
                datapoints,
                edited(replicas),
                Arrays.stream(Twin.values()).map(twin -> ofTwin(replicas, twin)).toList(),
                comparisons(replicas),
                course(replicas),
                courseRatios(replicas),
                painted(replicas),
                recognition(replicas),
                grid,
                controls);
    }

    private List<EditResult.Edited> edited(List<Replica> replicas) {
        return Arrays.stream(Twin.values())
                .filter(twin -> twin.structured() != null)
                .map(twin -> new EditResult.Edited(
                        twin.toString(),
                        edits.of(twin).label(),
                        Means.of(replicas, r -> r.amounts().get(twin).images()),
                        Means.of(replicas, r -> r.amounts().get(twin).pixels()),
                        Means.of(replicas, r -> r.amounts().get(twin).energy()),
                        replicas.stream()
                                .allMatch(r ->
                                        r.amounts().get(twin).equals(r.amounts().get(twin.structured())))))
                .toList();
    }

    private static EditResult.OfTwin ofTwin(List<Replica> replicas, Twin twin) {
        var changed = Twin.changed().contains(twin);
        return new EditResult.OfTwin(
                twin.toString(),
                Estimate.of(Means.values(replicas, r -> r.accuracy().get(twin)), 1),
                Estimate.of(Means.values(replicas, r -> changed ? r.end(twin).size() : Double.NaN), 1),
                Arrays.stream(Level.values())
                        .map(level -> changed
                                ? new EditResult.OnLevel(
                                        level.toString(),
                                        Means.of(
                                                replicas,
                                                r -> r.end(twin).at(level).participation()),
                                        Means.of(
                                                replicas,
                                                r -> r.end(twin).at(level).gini()),
                                        Means.of(
                                                replicas,
                                                r -> r.end(twin).at(level).top()))
                                : new EditResult.OnLevel(level.toString(), Double.NaN, Double.NaN, Double.NaN))
                        .toList());
    }

    private static List<EditResult.Comparison> comparisons(List<Replica> replicas) {
        var all = new ArrayList<EditResult.Comparison>();
        for (var edit : Twin.STRUCTURED) {
            for (var rival : edit.rivals()) {
                for (var level : Level.values()) {
                    all.add(new EditResult.Comparison(
                            edit.toString(),
                            rival.toString(),
                            level.toString(),
                            Estimate.of(
                                    Means.values(
                                            replicas,
                                            r -> r.end(edit)
                                                    .at(level)
                                                    .logRatioTo(r.end(rival).at(level))),
                                    COMPARISONS),
                            Estimate.of(
                                    Means.values(
                                            replicas,
                                            r -> r.end(edit).at(level).gini()
                                                    - r.end(rival).at(level).gini()),
                                    COMPARISONS),
                            Estimate.of(
                                    Means.values(
                                            replicas,
                                            r -> r.end(edit).at(level).top()
                                                    - r.end(rival).at(level).top()),
                                    COMPARISONS)));
                }
            }
        }
        return all;
    }

    private List<EditResult.AtCheckpoint> course(List<Replica> replicas) {
        var all = new ArrayList<EditResult.AtCheckpoint>();
        for (var twin : Twin.changed()) {
            for (var level : Level.values()) {
                for (var end : ends) {
                    all.add(new EditResult.AtCheckpoint(
                            twin.toString(),
                            level.toString(),
                            end,
                            Means.of(replicas, r -> r.at(twin, end).at(level).participation())));
                }
            }
        }
        return all;
    }

    private List<EditResult.RatioAtCheckpoint> courseRatios(List<Replica> replicas) {
        var all = new ArrayList<EditResult.RatioAtCheckpoint>();
        for (var edit : Twin.STRUCTURED) {
            for (var level : Level.values()) {
                for (var end : ends) {
                    all.add(new EditResult.RatioAtCheckpoint(
                            edit.toString(),
                            level.toString(),
                            end,
                            Estimate.of(
                                    Means.values(
                                            replicas,
                                            r -> r.at(edit, end)
                                                    .at(level)
                                                    .logRatioTo(r.at(edit.scattered(), end)
                                                            .at(level))),
                                    1)));
                }
            }
        }
        return all;
    }

    private List<EditResult.InPainted> painted(List<Replica> replicas) {
        var all = new ArrayList<EditResult.InPainted>();
        for (var edit : Twin.STRUCTURED) {
            for (var twin : List.of(edit, edit.scattered(), edit.samePlaces(), Twin.ORDER)) {
                all.add(new EditResult.InPainted(
                        edit.toString(),
                        twin.toString(),
                        edits.of(edit).pixels().length / (double) world.train().pixelsPerImage(),
                        Estimate.of(Means.values(replicas, r -> r.end(twin).in(edit)), 1)));
            }
        }
        return all;
    }

    private static List<EditResult.Known> recognition(List<Replica> replicas) {
        var all = new ArrayList<EditResult.Known>();
        for (var edit : Twin.STRUCTURED) {
            for (var twin : Twins.asked(edit)) {
                var by = replicas.stream().map(r -> r.recognition().get(edit)).toList();
                all.add(new EditResult.Known(
                        edit.toString(),
                        twin.toString(),
                        Means.of(by, r -> r.get(twin).cleanAccuracy()),
                        Means.of(by, r -> r.get(twin).paintedAccuracy()),
                        Means.of(by, r -> r.get(twin).cleanLoss()),
                        Means.of(by, r -> r.get(twin).paintedLoss()),
                        Estimate.of(
                                Means.values(
                                        by,
                                        r -> r.get(Twin.BASE).paintedLoss()
                                                - r.get(twin).paintedLoss()),
                                1)));
            }
        }
        return all;
    }
}
