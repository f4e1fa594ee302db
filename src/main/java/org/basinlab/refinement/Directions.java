package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;

/** Directions in which a start is changed: one of length 1 for each case. */
final class Directions {
    private Directions() {}

    /** Every direction equally likely. */
    static double[] random(Digits clean, long seed) {
        var random = Part.DIRECTIONS.of(seed);
        var drawn = new double[clean.pixels().length];
        Arrays.setAll(drawn, random::normal);
        return unit(drawn, clean.each());
    }

    /**
     * From each clean digit to another of the same class: along the data.
     *
     * @param others where the other is looked for; the first that differs
     */
    static double[] within(Digits clean, Digits others) {
        var pixels = clean.each();
        var differences = new double[clean.pixels().length];
        for (var k = 0; k < clean.count(); k++) {
            var mine = clean.image(k);
            var other = other(mine, clean.labels()[k], others);
            for (var i = 0; i < pixels; i++) {
                differences[k * pixels + i] = other[i] - mine[i];
            }
        }
        return unit(differences, pixels);
    }

    private static double[] other(double[] image, int label, Digits others) {
        for (var k = 0; k < others.count(); k++) {
            if (others.labels()[k] == label && !Arrays.equals(others.image(k), image)) {
                return others.image(k);
            }
        }
        require(false, "the test images have no second image of class %s: give --data a set that has", label);
        return image;
    }

    private static double[] unit(double[] batch, int pixels) {
        var norms = Rows.norms(batch, pixels);
        for (var k = 0; k < batch.length; k++) {
            batch[k] /= norms[k / pixels];
        }
        return batch;
    }
}
