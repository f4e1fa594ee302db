package org.basinlab.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work on a number of threads of its own. */
final class SideBySide implements AutoCloseable {
    private final ExecutorService threads;

    SideBySide(int count) {
        threads = Executors.newFixedThreadPool(count, work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does all of it; what one throws is thrown. */
    void all(List<? extends Runnable> work) {
        CompletableFuture.allOf(work.stream()
                        .map(one -> CompletableFuture.runAsync(one, threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
