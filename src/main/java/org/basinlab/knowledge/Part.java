package org.basinlab.knowledge;

/** One of P3's hypotheses, tested. */
public enum Part {
    /** Structured, localized changes in the data cause localized changes in the parameters. */
    EDIT("edit"),
    /** Update size predicts where leaving a part of the data out shows. */
    LEAVE_OUT("leave-out"),
    /** Update size as a function of the datapoint finds the same knowledge in two networks. */
    MATCH("match"),
    /** The final parameters depend mostly on the data, little on the start. */
    SPLIT("split");

    private final String subject;

    Part(String subject) {
        this.subject = subject;
    }

    /** What to call it on the command line. */
    public String subject() {
        return subject;
    }
}
