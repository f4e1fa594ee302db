package org.basinlab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends work that the user stops (Ctrl-C, a signal): the thread that does it is interrupted, and has a few seconds to
 * put things in order before the process ends.
 */
final class Stopping {
    private static final long PATIENCE = 3;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /**
     * For work of this thread, until it has ended.
     *
     * @param lastWords said once the work has ended, or patience has
     */
    Stopping(String lastWords) {
        var worker = Thread.currentThread();
        hook = new Thread(() -> {
            worker.interrupt();
            try {
                ended.await(PATIENCE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.err.println("basin: " + lastWords);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The work has ended, in whatever way. */
    void end() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the last words are on their way, and nothing is to be added to them.
            Thread.interrupted();
            while (true) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
