package org.basinlab.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Independent jobs on a few threads. */
final class SideBySide {
    private SideBySide() {}

    /** A job without checked exceptions. */
    interface Job<T> extends Callable<T> {
        @Override
        T call();
    }

    /** Results in the order of the jobs; the first failure in that order is thrown as it was. */
    static <T> List<T> run(int threads, List<Job<T>> jobs) {
        var pool = Executors.newFixedThreadPool(Math.min(Math.max(1, threads), jobs.size()), work -> {
            var thread = new Thread(work, "basin-fork");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var futures = new ArrayList<Future<T>>();
            jobs.forEach(job -> futures.add(pool.submit(job)));
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while networks were training", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
