package org.basinlab.registration;

/**
 * What sets an image similarity and the place of the anatomy apart. Each has a strength s; at s = 0 there is nothing.
 * Brightness is in units of the anatomy's brightest pixel.
 */
public enum Nuisance {
    /** A bright spot of width 1.5 pixels and height s at one place of both frames: the scanner's, it does not move. */
    ARTEFACT("artefact of the scanner"),
    /**
     * Another contrast of the moving image: v becomes {@code (1 - 2s) v + s + 8 s (1 - s) v (1 - v)}. At s = 1 it is
     * inverted; on the way there the middle tissue is brightest, so that the image is never flat.
     */
    CONTRAST("contrast"),
    /** The moving image is brighter to one side of its frame: times 1 + s r, r from -1 to 1 across the frame. */
    SHADING("shading"),
    /** Noise of its own in each frame, of standard deviation s/2, correlated over two or three pixels. */
    NOISE("noise"),
    /** A bright spot of width 2 pixels and height s in the anatomy of the moving image alone: it moves with it. */
    LESION("lesion");

    private final String label;

    Nuisance(String label) {
        this.label = label;
    }

    /** Its name in tables and figures. */
    public String label() {
        return label;
    }
}
