package org.basinlab.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Independent tasks side by side. */
public final class Threads {
    private Threads() {}

    /** What all tasks return, in their order; the first failure is thrown as it was. */
    public static <T> List<T> all(int threads, List<? extends Callable<T>> tasks) {
        var results = new ArrayList<T>();
        each(threads, tasks, results::add);
        return results;
    }

    /** Hands on what each task returns, in their order, as soon as it and those before it are done. */
    public static <T> void each(int threads, List<? extends Callable<T>> tasks, Consumer<T> results) {
        var pool = Executors.newFixedThreadPool(Math.max(1, Math.min(threads, tasks.size())));
        try {
            var running = new ArrayDeque<Future<T>>();
            tasks.forEach(task -> running.add(pool.submit(task)));
            while (!running.isEmpty()) {
                results.accept(running.remove().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed
                    ? failed
                    : new IllegalStateException("a task failed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
