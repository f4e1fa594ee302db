package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.basinlab.experiment.Progress;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.knowledge.split.Crossing.Crossed;
import org.basinlab.knowledge.split.Crossing.Means;
import org.basinlab.training.OnlineTrainer;

/**
 * P3 expects theta(theta_0, X, t) to go from depending on the start theta_0 alone to depending mostly on the data X. Every
 * start is trained on every data set, and the variance of the networks is split into the start's, the data's and the
 * rest; for four kinds of data sets, along the training, in parameters and in function.
 */
public final class SplitStudy {
    /** Starts of the longer training, at most. */
    private static final int LONGER_STARTS = 6;

    private SplitStudy() {}

    /** A kind of data sets, made when its turn comes, for edited images take memory. */
    private record Part(Supplier<Family> family, Schedule schedule, int starts, Matching matching, int sets) {
        long steps() {
            return schedule.steps() * ((long) starts * sets + 1);
        }
    }

    /**
     * Makes sure, before anything is trained, that it can be run as far as can be told.
     *
     * @throws org.basinlab.experiment.InputException if it cannot
     */
    public static void requireRunnable(SplitConfig config, Setting setting, World world) {
        new Families(world, setting.seed()).samples(config.samples());
    }

    /** Runs it. */
    public static Found<SplitResult> run(
            SplitConfig config, Setting setting, World world, OnlineTrainer trainer, int threads, Progress progress) {
        var means = new Means(trainer, threads, progress, SplitClaims.comparisons());
        var parts = parts(config, setting, new Families(world, setting.seed()));
        progress.begin("split", parts.stream().mapToLong(Part::steps).sum() + SplitControls.steps());
        progress.note("controls");
        var controls = SplitControls.of(setting, means);
        var crossed = new ArrayList<Crossed>();
        for (var part : parts) {
            var family = part.family().get();
            progress.note(family.name());
            crossed.add(Crossing.run(
                    family,
                    part.schedule(),
                    Starts.of(setting, world, part.starts()),
                    setting,
                    part.matching(),
                    means));
        }
        var result = new SplitResult(
                SplitClaims.comparisons(),
                crossed.stream().mapToInt(c -> c.result().diverged()).sum(),
                Crossing.tested(world.test().count()).length,
                crossed.stream().map(Crossed::result).toList(),
                controls);
        var cells = crossed.stream().flatMap(c -> c.cells().stream()).toList();
        return new Found<>(
                result,
                SplitNumbers.headline(result),
                SplitNumbers.of(result),
                SplitFigures.of(result, cells),
                SplitTables.of(result, cells));
    }

    private static List<Part> parts(SplitConfig config, Setting setting, Families families) {
        var samples = families.samples(config.samples());
        var whole = Schedule.halvings(families.world().train().count(), setting.epochs(), config.checkpoints());
        var starts = setting.replicas();
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                () -> samples,
                Schedule.halvings(samples.datapoints(), setting.epochs(), config.checkpoints()),
                starts,
                Matching.THROUGHOUT,
                config.samples()));
        parts.add(new Part(families::edits, whole, starts, Matching.ENDS, families.editedWorlds()));
        parts.add(new Part(
                families::labels,
                whole,
                starts,
                Matching.ENDS,
                families.labels().sets().size()));
        parts.add(new Part(
                families::orders,
                whole,
                starts,
                Matching.ENDS,
                families.orders().sets().size()));
        if (config.passes() > 0) {
            var how = samples.built() + ", passed over " + config.passes() + " times as often";
            parts.add(new Part(
                    () -> samples.named(Family.LONGER, how),
                    Schedule.halvings(
                            samples.datapoints(),
                            Math.multiplyExact(setting.epochs(), config.passes()),
                            config.checkpoints()),
                    Math.min(starts, LONGER_STARTS),
                    Matching.ENDS,
                    config.samples()));
        }
        return parts;
    }
}
