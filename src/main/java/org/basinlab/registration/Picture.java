package org.basinlab.registration;

/**
 * An image in closed form over the whole plane: it can be shifted by any real number without error, and has exact
 * derivatives. Coordinates are in pixels from the centre of the frame. On a lattice both kinds are products of a function of
 * the column and one of the row, summed, which saves most of the work.
 */
sealed interface Picture permits Blobs, SplinePicture {
    /**
     * Its values and derivatives.
     *
     * @param order of the highest derivative
     */
    Jets at(Points points, int order);

    /** Values alone. */
    default double[] values(Points points) {
        return at(points, 0).values();
    }
}
