package org.basinlab.registration;

/**
 * A nuisance at a strength, with the places and noise that were drawn for it.
 *
 * @param kind        which
 * @param strength    s
 * @param place       of the spot, the lesion and the shading
 * @param fixedNoise  of the fixed frame
 * @param movingNoise of the moving frame
 */
record Disturbance(Nuisance kind, double strength, Place place, SplinePicture fixedNoise, SplinePicture movingNoise) {
    private static final double SPOT_WIDTH = 1.5;
    private static final double LESION_WIDTH = 2;
    private static final double NOISE = 0.5;

    /**
     * Where things are.
     *
     * @param spotX   pixels from the centre of the frame
     * @param spotY   pixels from the centre of the frame
     * @param lesionX pixels from the centre of the anatomy
     * @param lesionY pixels from the centre of the anatomy
     * @param angle   to which side the shading is bright, radians
     */
    record Place(double spotX, double spotY, double lesionX, double lesionY, double angle) {}

    /** The same with another strength. */
    Disturbance of(double other) {
        return new Disturbance(kind, other, place, fixedNoise, movingNoise);
    }

    /** The fixed frame, of its anatomy. */
    Jets fixed(Jets anatomy, Points at) {
        return switch (kind) {
            case ARTEFACT -> anatomy.plus(strength, spot().at(at, anatomy.order()));
            case NOISE -> anatomy.plus(NOISE * strength, fixedNoise.at(at, anatomy.order()));
            case CONTRAST, SHADING, LESION -> anatomy;
        };
    }

    /**
     * The moving frame, of its anatomy.
     *
     * @param at in the frame
     * @param dx by how much the anatomy is shifted there
     * @param dy by how much the anatomy is shifted there
     */
    Jets moving(Jets anatomy, Points at, double dx, double dy) {
        var order = anatomy.order();
        return switch (kind) {
            case ARTEFACT -> anatomy.plus(strength, spot().at(at, order));
            case NOISE -> anatomy.plus(NOISE * strength, movingNoise.at(at, order));
            case LESION ->
                anatomy.plus(
                        strength,
                        Blobs.one(place.lesionX() + dx, place.lesionY() + dy, LESION_WIDTH)
                                .at(at, order));
            case SHADING -> anatomy.times(shading(at, order));
            case CONTRAST -> {
                var middle = anatomy.times(anatomy.scaled(-1, 1));
                yield anatomy.scaled(1 - 2 * strength, strength).plus(8 * strength * (1 - strength), middle);
            }
        };
    }

    private Blobs spot() {
        return Blobs.one(place.spotX(), place.spotY(), SPOT_WIDTH);
    }

    private Jets shading(Points at, int order) {
        var jets = Jets.zeros(order, at.count());
        var inX = strength * Math.cos(place.angle()) / (Points.SIDE / 2.0);
        var inY = strength * Math.sin(place.angle()) / (Points.SIDE / 2.0);
        for (var p = 0; p < at.count(); p++) {
            jets.row(0)[p] = 1 + inX * at.x()[p] + inY * at.y()[p];
            if (order >= 1) {
                jets.row(1)[p] = inX;
                jets.row(2)[p] = inY;
            }
        }
        return jets;
    }
}
