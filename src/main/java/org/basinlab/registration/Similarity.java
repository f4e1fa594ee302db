package org.basinlab.registration;

/** Inner objectives: how alike the fixed frame f and the moved frame w are, pixel by pixel. Greater is better. */
public enum Similarity {
    /** Less the mean squared difference, {@code -mean (w - f)^2}: right where both frames show the same grey levels. */
    SSD("squared difference"),
    /** Normalised cross-correlation of f and w: indifferent to brightness and positive contrast. */
    NCC("cross-correlation"),
    /**
     * Normalised cross-correlation of the sizes of the gradients, {@code sqrt(|grad|^2 + 0.05^2)}: looks at edges, not at grey
     * levels, and so does not mind inversion. Mutual information minds no one-to-one map of grey levels at all, but with the
     * smooth windows that derivatives need its best shift is not exactly the true one even for equal frames; by Cauchy
     * and Schwarz this one's is.
     */
    EDGES("edges");

    /** In units of full brightness a pixel. */
    private static final double FLOOR = 0.05;

    private final String label;

    Similarity(String label) {
        this.label = label;
    }

    /** Its name in tables and figures. */
    public String label() {
        return label;
    }

    /** How many more derivatives of a frame it takes than of what it compares. */
    int extraOrder() {
        return this == EDGES ? 1 : 0;
    }

    /** What is compared, of a frame. */
    Jets feature(Jets frame) {
        return this == EDGES ? frame.gradientSize(FLOOR) : frame;
    }
}
