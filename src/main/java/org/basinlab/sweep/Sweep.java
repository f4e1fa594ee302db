package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Sweepable;
import org.basinlab.run.ParquetFile;

/**
 * Many runs of one experiment, into a folder: every point with every seed, each once, whatever happens on the way.
 *
 * <p>A run is known by the digest of its options and inputs. Runs whose rows the folder holds are not made again, so a
 * sweep that ended early goes on, and a sweep grows by being asked for more.
 *
 * @param <C> the configuration of the experiment
 */
public final class Sweep<C extends Config> {
    private final Sweepable<C> experiment;
    private final OptionReader<C> reader;
    private final Disk disk;

    /**
     * Sweeps of an experiment.
     *
     * @param reader makes configurations of options
     */
    public Sweep(Sweepable<C> experiment, OptionReader<C> reader) {
        this(experiment, reader, new LocalDisk());
    }

    Sweep(Sweepable<C> experiment, OptionReader<C> reader, Disk disk) {
        this.experiment = experiment;
        this.reader = reader;
        this.disk = disk;
    }

    /**
     * Plans what is asked: every run is checked here.
     *
     * @throws InputException if a point is no configuration of the experiment, or the same as another
     */
    public SweepPlan<C> plan(SweepRequest request) {
        require(
                request.experiment().equals(experiment.name()),
                "the sweep is of %s, this is %s",
                request.experiment(),
                experiment.name());
        return SweepPlan.of(request, experiment, reader);
    }

    /**
     * Runs what a folder does not hold yet.
     *
     * @param folder   where rows go, as soon as their batch is done
     * @param start    whether the folder is to be new, or to hold a sweep that goes on; it may ask for more
     * @param progress told of runs
     * @throws InputException if the folder cannot be used or written; what is finished is kept
     */
    public SweepResult run(SweepPlan<C> plan, Path folder, SweepFolder.Start start, Pool pool, Progress progress) {
        var started = Instant.now();
        var begun = System.nanoTime();
        requireTables();
        try (var store = SweepFolder.begin(folder, start, disk)) {
            var finished = store.finished().keySet();
            var batches = plan.batches(finished, pool.replicas(), pool.threads());
            var left = batches.stream().mapToInt(batch -> batch.runs().size()).sum();
            store.keepRequest(SweepFile.text(plan.request()));
            if (left > 0) {
                store.keepProvenance(
                        SweepProvenance.of(plan.inputs(), pool, started).after(store.provenance()));
                // By its name, the rows can be asked for meanwhile.
                progress.begin(folder.toString(), left);
                work(new Workforce<>(plan, experiment, batches, store, progress), folder, pool.threads());
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            return new SweepResult(
                    folder.toString(),
                    plan.size(),
                    plan.size() - left,
                    finished.size() - (plan.size() - left),
                    batches.size(),
                    seconds,
                    left == 0 ? Double.NaN : left / seconds);
        }
    }

    private void work(Workforce<C> workforce, Path folder, int threads) {
        try {
            workforce.work(threads);
        } catch (InputException e) {
            throw new InputException(e.getMessage() + "; " + kept(folder), e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(e + "; " + kept(folder), e);
        }
    }

    private static String kept(Path folder) {
        return "what is finished is kept in " + folder + ", and --resume goes on from there";
    }

    private static void requireTables() {
        try {
            ParquetFile.require();
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
