package org.basinlab.localize;

/** The numbers P4 prints. */
public final class Published {
    /** Squared correlation over the weights. */
    public static final double WEIGHTS_R2 = 0.28;

    /** Squared correlation over the biases. */
    public static final double BIASES_R2 = 0.17;

    /** The biases' p by Student's t is below this. */
    public static final double BIASES_P = 0.0001;

    private Published() {}
}
