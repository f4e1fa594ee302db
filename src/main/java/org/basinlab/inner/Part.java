package org.basinlab.inner;

/** A mechanism by which a network could search, or the search for one. */
public enum Part {
    /** Selection by ReLU: max, min, argmax, select, topk, sort. */
    CIRCUIT("max"),
    /** A neuron whose function is a search. */
    NEURON("neuron"),
    /** A loop around a denoiser. */
    REFINEMENT("refine"),
    /** An inner objective that is not the outer one. */
    REGISTRATION("register"),
    /** Maxima in networks that were trained. */
    DETECTION("find");

    private final String subject;

    Part(String subject) {
        this.subject = subject;
    }

    /** What to call it on the command line. */
    public String subject() {
        return subject;
    }

    /** Why a claim of this part is not judged by a run without it. */
    String instead() {
        return "Not tried in this run: basin circuits " + subject + " does.";
    }
}
