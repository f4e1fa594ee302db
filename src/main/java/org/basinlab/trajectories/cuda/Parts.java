package org.basinlab.trajectories.cuda;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Parts of some work on all cores. */
final class Parts {
    private Parts() {}

    /**
     * Does parts 0, ..., count - 1. When it returns nobody works on any of them, not even where one has failed: what they use may
     * be closed.
     */
    static void each(int count, IntConsumer work) {
        var tasks = IntStream.range(0, count)
                .mapToObj(part -> ForkJoinPool.commonPool().submit(() -> work.accept(part)))
                .toList();
        // The last first: those that nobody has begun are done by this thread.
        for (var k = count - 1; k >= 0; k--) {
            tasks.get(k).quietlyJoin();
        }
        tasks.forEach(ForkJoinTask::join);
    }
}
