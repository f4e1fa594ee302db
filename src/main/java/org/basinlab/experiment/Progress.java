package org.basinlab.experiment;

/** Told how far a run has come. Every method may be called from any thread. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String what, long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void note(String stage) {}
    };

    /** A piece of work begins; {@code units} is how much it is in all. */
    void begin(String what, long units);

    /** {@code units} more of it are done. */
    void advance(long units);

    /** What is being done now, in a word or two. */
    void note(String stage);
}
