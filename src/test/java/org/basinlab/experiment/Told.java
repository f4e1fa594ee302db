package org.basinlab.experiment;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the progress that it is told of. */
public final class Told implements Progress {
    private final AtomicLong units = new AtomicLong();

    @Override
    public void begin(String what, long all) {}

    @Override
    public void advance(long more) {
        if (more < 0) {
            throw new AssertionError("progress goes back by " + -more);
        }
        units.addAndGet(more);
    }

    @Override
    public void note(String stage) {}

    /** Units so far. */
    public long units() {
        return units.get();
    }
}
