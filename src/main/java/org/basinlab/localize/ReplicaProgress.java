package org.basinlab.localize;

import java.util.concurrent.atomic.AtomicLong;
import org.basinlab.experiment.Progress;

/** The progress of one replica, which is done when the replica is, however early it ended. */
final class ReplicaProgress implements Progress {
    private final Progress whole;
    private final AtomicLong left;

    ReplicaProgress(Progress whole, long units) {
        this.whole = whole;
        left = new AtomicLong(units);
    }

    @Override
    public void begin(String what, long units) {
        throw new IllegalStateException("the run has begun");
    }

    @Override
    public void advance(long units) {
        left.addAndGet(-units);
        whole.advance(units);
    }

    @Override
    public void note(String stage) {
        whole.note(stage);
    }

    /** What a replica that diverged did not do counts as done. */
    void end() {
        whole.advance(left.getAndSet(0));
    }
}
