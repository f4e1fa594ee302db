package org.basinlab.knowledge.setting;

import static org.basinlab.experiment.InputException.require;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.training.DatapointStream;

/**
 * What networks learn from: P3's data set X, a function of the world.
 *
 * @param train   images to learn from, those of classes in play alone, in file order
 * @param test    images never learnt from, those of classes in play alone
 * @param classes what is to be told apart
 */
public record World(LabelledImages train, LabelledImages test, Classes classes) {
    /**
     * A world of images from files.
     *
     * @param images of the training set that are looked at, from its first on; null for all
     * @throws org.basinlab.experiment.InputException if a class has no image, or sizes differ
     */
    public static World of(LabelledImages train, LabelledImages test, Classes classes, Integer images) {
        require(
                train.rows() == test.rows() && train.columns() == test.columns(),
                "training images are %s x %s, test images %s x %s",
                train.rows(),
                train.columns(),
                test.rows(),
                test.columns());
        require(
                images == null || images <= train.count(),
                "--images %s: the training set has %s",
                images,
                train.count());
        var first = images == null ? train.count() : images;
        var world = new World(chosen(train, first, classes), chosen(test, test.count(), classes), classes);
        for (var label : classes.all()) {
            require(
                    world.train.count() > 0 && world.images(l -> l == label).length > 0,
                    "class %s has no image among the first %s: give other --digits or more --images",
                    label,
                    first);
            require(
                    IntStream.range(0, world.test.count()).anyMatch(i -> world.test.label(i) == label),
                    "class %s has no test image: give other --digits",
                    label);
        }
        return world;
    }

    /** The same world with other training images, as many, such as edited ones. */
    public World with(LabelledImages edited) {
        return new World(edited, test, classes);
    }

    /** The training images whose class is as asked, in file order. */
    public int[] images(IntPredicate label) {
        return IntStream.range(0, train.count())
                .filter(i -> label.test(train.label(i)))
                .toArray();
    }

    /** All training images in file order. */
    public int[] order() {
        return images(label -> true);
    }

    /**
     * Some training images in an order, over and over. Keep and share what is returned: engines remember what they have
     * computed of a stream by its identity.
     */
    public DatapointStream stream(int[] order, int epochs) {
        return stream(train, repeated(order, epochs));
    }

    /** Test images. */
    public DatapointStream testStream() {
        return stream(test, IntStream.range(0, test.count()).toArray());
    }

    private DatapointStream stream(LabelledImages images, int[] order) {
        return new DatapointStream(
                images,
                order,
                IntStream.of(order).map(i -> classes.groupOf(images.label(i))).toArray());
    }

    private static int[] repeated(int[] order, int epochs) {
        var length = Math.multiplyExact(order.length, epochs);
        return IntStream.range(0, length).map(k -> order[k % order.length]).toArray();
    }

    private static LabelledImages chosen(LabelledImages images, int first, Classes classes) {
        var which = IntStream.range(0, first)
                .filter(i -> classes.groupOf(images.label(i)) >= 0)
                .toArray();
        return some(images, which);
    }

    /** Some images of a set, copied, in the order given. */
    public static LabelledImages some(LabelledImages images, int[] which) {
        var each = images.pixelsPerImage();
        var pixels = new byte[Math.multiplyExact(which.length, each)];
        var labels = new byte[which.length];
        for (var k = 0; k < which.length; k++) {
            System.arraycopy(images.pixels(), which[k] * each, pixels, k * each, each);
            labels[k] = images.labels()[which[k]];
        }
        return new LabelledImages(images.rows(), images.columns(), pixels, labels, images.digests());
    }
}
