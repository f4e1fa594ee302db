package org.basinlab.experiment;

/** A part of a larger piece of work, told of as so many of its units, whatever the part's own are. */
public final class Portion implements Progress {
    private final Progress whole;
    private final long units;
    private double own;
    private double done;
    private long told;

    /**
     * A part.
     *
     * @param whole told of; begun
     * @param units of the whole that the part makes up
     * @param own   the part's own units, unless it begins with others
     */
    public Portion(Progress whole, long units, double own) {
        this.whole = whole;
        this.units = units;
        this.own = own;
    }

    @Override
    public synchronized void begin(String what, long count) {
        own = count;
        done = 0;
    }

    @Override
    public synchronized void advance(long count) {
        done = Math.min(own, done + count);
        var now = (long) (done / own * units);
        if (now > told) {
            whole.advance(now - told);
            told = now;
        }
    }

    @Override
    public void note(String stage) {
        whole.note(stage);
    }
}
