package org.basinlab.trajectories.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

/** Parts of work: each is done once, and none goes on when another has failed. */
class PartsTest {
    @Test
    void everyPartIsDoneOnce() {
        var done = new AtomicIntegerArray(100);
        Parts.each(100, done::incrementAndGet);
        Parts.each(0, part -> done.incrementAndGet(200));
        for (var part = 0; part < 100; part++) {
            assertThat(done.get(part)).isOne();
        }
    }

    /** What parts use is closed when the failure is thrown, here by this thread's part, while others are at work. */
    @Test
    void aFailureIsThrownWhenNobodyWorksAnyMore() {
        var caller = Thread.currentThread();
        var begun = new CountDownLatch(1);
        var failing = new CountDownLatch(1);
        var atWork = new AtomicInteger();
        // So many that this thread gets one of them.
        assertThatThrownBy(() -> Parts.each(4 * Runtime.getRuntime().availableProcessors(), part -> {
                    if (Thread.currentThread() == caller) {
                        await(begun);
                        failing.countDown();
                        throw new InputException("one part");
                    }
                    if (failing.getCount() > 0) {
                        atWork.incrementAndGet();
                        begun.countDown();
                        await(failing);
                        // Long beside the time in which the failure would be thrown.
                        LockSupport.parkNanos(200_000_000);
                        atWork.decrementAndGet();
                    }
                }))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("one part");
        assertThat(atWork).hasValue(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
