package org.basinlab.knowledge.leaveout;

/** What an effect must come to for its claim to be reproduced, fixed before any run. */
final class Margins {
    /** Of a rank correlation: one of 0.1 shares 1% of the variance, below which nobody would look a parameter up by it. */
    static final double CORRELATION = 0.1;

    /** Of specificity, a difference of correlations. */
    static final double SPECIFICITY = 0.02;

    /** Of a partial rank correlation. */
    static final double PARTIAL = 0.05;

    /** Of the lift: half as much again as a tenth's share is disproportionate. */
    static final double LIFT = 0.5;

    /** How far below a rival's correlation the tally's may lie and yet be as good. */
    static final double AS_GOOD = 0.02;

    private Margins() {}
}
