package org.basinlab.registration;

import java.util.List;
import org.basinlab.random.RandomStream;

/**
 * Draws pairs of images. A case has one anatomy, one shift, one place of everything and one draw of noise, whatever the
 * nuisance and its strength, so that those are compared on the same cases.
 */
final class Scenes {
    /** Cells of noise beyond the frame, so that every shift of the search finds noise there. */
    private static final int NOISE_SIDE = Points.SIDE + 2 * ((int) ShiftSearch.REACH + 3);

    private static final int USES = 8;
    private static final double MOST_SHIFT = 3;

    private final long seed;
    private final int use;
    private final List<SplinePicture> digits;

    /**
     * For one use of a run.
     *
     * @param use    0 to 7, each with random numbers of its own
     * @param digits to draw from; empty for Gaussians
     */
    Scenes(long seed, int use, List<SplinePicture> digits) {
        this.seed = seed;
        this.use = use;
        this.digits = List.copyOf(digits);
    }

    /** A case with one nuisance, the true shift uniform on -3 to 3 pixels in each direction. */
    Scene scene(int number, Nuisance kind, double strength) {
        var shifts = stream(1);
        return new Scene(
                anatomy(number),
                MOST_SHIFT * (2 * shifts.uniform(2L * number) - 1),
                MOST_SHIFT * (2 * shifts.uniform(2L * number + 1) - 1),
                disturbance(number, kind, strength));
    }

    private Picture anatomy(int number) {
        return digits.isEmpty()
                ? Blobs.drawn(stream(0), number)
                : digits.get(stream(0).below(digits.size(), number));
    }

    private Disturbance disturbance(int number, Nuisance kind, double strength) {
        var places = stream(2);
        var first = 5L * number;
        var place = new Disturbance.Place(
                8 * (2 * places.uniform(first) - 1),
                8 * (2 * places.uniform(first + 1) - 1),
                6 * (2 * places.uniform(first + 2) - 1),
                6 * (2 * places.uniform(first + 3) - 1),
                2 * Math.PI * places.uniform(first + 4));
        return kind == Nuisance.NOISE
                ? new Disturbance(
                        kind,
                        strength,
                        place,
                        SplinePicture.noise(NOISE_SIDE, stream(3), number),
                        SplinePicture.noise(NOISE_SIDE, stream(4), number))
                : new Disturbance(kind, strength, place, null, null);
    }

    /** Numbers of this use, for one purpose. */
    RandomStream stream(int purpose) {
        return new RandomStream(seed, RandomStream.REGISTRATION, purpose * USES + use);
    }
}
