package org.basinlab.refinement;

/** A map D from images to images, with the derivative of it. Batches are images one after the other. */
public interface Denoiser {
    /** Numbers in an image. */
    int pixels();

    /** D of each image of a batch. */
    double[] apply(double[] batch);

    /**
     * J t, the Jacobian of D at an image times a tangent there.
     *
     * @param batch    where the derivative is taken
     * @param tangents one for each image
     */
    double[] push(double[] batch, double[] tangents);
}
