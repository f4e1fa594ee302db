package org.basinlab.neural;

/**
 * What units are ranked by: Op, three simple measures of importance, and the unit's share of the controller's feedback
 * at one moment, which is what Op amounts to over a single step.
 */
public enum Measure {
    OP("Op"),
    SIZE_OF_OP("|Op|"),
    OUTGOING("outgoing weight"),
    PRODUCT("in x out weights"),
    GRADIENT_TIMES_ACTIVATION("gradient x activation"),
    FEEDBACK("share of feedback");

    private final String label;

    Measure(String label) {
        this.label = label;
    }

    /** Whether it is one of the simple ones that Op is held against. */
    public boolean isBaseline() {
        return this == OUTGOING || this == PRODUCT || this == GRADIENT_TIMES_ACTIVATION;
    }

    /** As figures call it. */
    @Override
    public String toString() {
        return label;
    }
}
