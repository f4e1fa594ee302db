package org.basinlab.knowledge.edit;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.World;
import org.basinlab.random.RandomStream;

/**
 * The edits of a world, and its images as each twin sees them.
 *
 * @param stroke painted on one class
 * @param eye    painted on another, or the same
 */
record Edits(Edit stroke, Edit eye) {
    private static final int STROKE_SCATTERED = 100;
    private static final int STROKE_SAME_PLACES = 101;
    private static final int EYE_SCATTERED = 102;
    private static final int EYE_SAME_PLACES = 103;
    private static final int ORDER = 104;

    /**
     * As asked.
     *
     * @throws org.basinlab.experiment.InputException if a class is not among those in play
     */
    static Edits of(EditConfig config, World world) {
        var classes = world.classes();
        var first = classes.groups().get(0);
        var all = classes.all();
        var strokeOn = config.strokeOn() == null ? first.get(Math.min(1, first.size() - 1)) : config.strokeOn();
        var eyeOn = config.eyeOn() == null ? all.get(all.size() - 1) : config.eyeOn();
        require(
                all.contains(strokeOn),
                "--stroke-on %s is none of the classes %s: give one of them",
                strokeOn,
                classes);
        require(all.contains(eyeOn), "--eye-on %s is none of the classes %s: give one of them", eyeOn, classes);
        var images = world.train();
        return new Edits(
                Edit.stroke(strokeOn, images.rows(), images.columns()),
                Edit.eye(eyeOn, images.rows(), images.columns()));
    }

    /** The structured edit that a twin makes, or is a rival of by energy; null for none. */
    Edit of(Twin twin) {
        return twin.structured() == null ? null : twin.structured() == Twin.STROKE ? stroke : eye;
    }

    /**
     * A world's training images as a twin sees them.
     *
     * @param seed of the replica, which draws the pixels of unstructured edits
     */
    LabelledImages images(LabelledImages train, Twin twin, long seed) {
        return switch (twin) {
            case BASE, NONE, ORDER -> train;
            case STROKE, EYE -> of(twin).painted(train, i -> true);
            case STROKE_SCATTERED -> of(twin).scattered(train, i -> true, false, random(seed, STROKE_SCATTERED));
            case STROKE_SAME_PLACES -> of(twin).scattered(train, i -> true, true, random(seed, STROKE_SAME_PLACES));
            case EYE_SCATTERED -> of(twin).scattered(train, i -> true, false, random(seed, EYE_SCATTERED));
            case EYE_SAME_PLACES -> of(twin).scattered(train, i -> true, true, random(seed, EYE_SAME_PLACES));
        };
    }

    /** The order in which a twin sees them. */
    static int[] order(World world, Twin twin, long seed) {
        return twin == Twin.ORDER
                ? random(seed, ORDER).permutation(world.train().count(), 0)
                : world.order();
    }

    private static RandomStream random(long seed, int part) {
        return new RandomStream(seed, RandomStream.KNOWLEDGE, part);
    }
}
