package org.basinlab.sweep;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Sweepable;

/**
 * Threads that work off batches: each takes the next, runs it, and hands its rows in. The first failure ends the
 * others at their next step of progress.
 */
final class Workforce<C extends Config> {
    private final Sweepable<C> experiment;
    private final RowOptions<C> options;
    private final SweepFolder folder;
    private final Queue<Batch<C>> left;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Progress progress;

    Workforce(
            SweepPlan<C> plan, Sweepable<C> experiment, List<Batch<C>> batches, SweepFolder folder, Progress progress) {
        this.experiment = experiment;
        this.options = plan.options();
        this.folder = folder;
        this.left = new ConcurrentLinkedQueue<>(batches);
        this.progress = progress;
    }

    /**
     * Works until nothing is left, or something failed.
     *
     * @throws RuntimeException the first failure; so for an error
     */
    void work(int threads) {
        var workers = IntStream.range(0, threads)
                .mapToObj(i -> new Thread(this::batches, "sweep-" + i))
                .toList();
        workers.forEach(Thread::start);
        workers.forEach(this::join);
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Waits for a worker's end in any case, for it may be writing; an interrupt makes that end come soon. */
    private void join(Thread worker) {
        var interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
                failure.compareAndSet(null, new CancellationException("interrupted"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void batches() {
        try {
            for (var batch = left.poll(); batch != null && failure.get() == null; batch = left.poll()) {
                folder.store(batch.digest(), options.rows(batch, experiment.rows(batch.configs(), new Advance())));
            }
        } catch (RuntimeException | Error e) {
            // Whoever only stopped for another's failure comes second.
            failure.compareAndSet(null, e);
        }
    }

    private void advance(long units) {
        if (failure.get() != null) {
            throw new CancellationException("another batch failed");
        }
        progress.advance(units);
    }

    /** Of every worker: beginnings and notes of single batches would only overwrite each other. */
    private final class Advance implements Progress {
        @Override
        public void begin(String what, long units) {}

        @Override
        public void advance(long units) {
            Workforce.this.advance(units);
        }

        @Override
        public void note(String stage) {}
    }
}
