package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Independent jobs on a few threads. A job may have jobs of its own done: whoever waits for them works on them
 * first, so a replica's forks are finished before the next replica begins. Once a job has failed no other begins.
 */
final class Workers implements AutoCloseable {
    private final ForkJoinPool pool;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    Workers(int threads) {
        pool = new ForkJoinPool(Math.max(1, threads));
    }

    /** Results in the order of the jobs; the first failure is thrown as it was. */
    <T> List<T> all(List<Supplier<T>> jobs) {
        var results = new ArrayList<T>(Collections.nCopies(jobs.size(), null));
        var tasks = IntStream.range(0, jobs.size())
                .mapToObj(i -> ForkJoinTask.adapt(() -> run(jobs.get(i), result -> results.set(i, result))))
                .toList();
        if (ForkJoinTask.getPool() == pool) {
            ForkJoinTask.invokeAll(tasks);
        } else {
            await(tasks);
        }
        if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
        if (failure.get() instanceof Error e) {
            throw e;
        }
        return results;
    }

    /** Keeps what is thrown: the pool would throw a copy. */
    private <T> void run(Supplier<T> job, Consumer<T> result) {
        if (failure.get() == null) {
            try {
                result.accept(job.get());
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private void await(List<? extends ForkJoinTask<?>> tasks) {
        try {
            pool.submit(() -> ForkJoinTask.invokeAll(tasks)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while networks were training", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** What is under way is given up. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
