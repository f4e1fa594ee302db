package org.basinlab.refinement;

import java.util.TreeMap;
import java.util.stream.IntStream;

/** What an image is recognised as: the class whose mean image is nearest. About four in five of MNIST's are right. */
final class ClassMeans {
    private final int pixels;
    private final int[] classes;
    private final double[][] means;

    /** Of the classes of some images. */
    ClassMeans(Digits digits) {
        pixels = digits.each();
        var sums = new TreeMap<Integer, double[]>();
        var counts = new TreeMap<Integer, Integer>();
        for (var k = 0; k < digits.count(); k++) {
            var sum = sums.computeIfAbsent(digits.labels()[k], label -> new double[pixels]);
            counts.merge(digits.labels()[k], 1, Integer::sum);
            for (var i = 0; i < pixels; i++) {
                sum[i] += digits.pixels()[k * pixels + i];
            }
        }
        sums.forEach((label, sum) -> {
            for (var i = 0; i < pixels; i++) {
                sum[i] /= counts.get(label);
            }
        });
        classes = sums.keySet().stream().mapToInt(Integer::intValue).toArray();
        means = sums.values().toArray(double[][]::new);
    }

    /** The class of each image of a batch. */
    int[] of(double[] batch) {
        return IntStream.range(0, batch.length / pixels)
                .map(r -> nearest(batch, r * pixels))
                .toArray();
    }

    /** The share of a batch that is recognised as these. */
    double right(double[] batch, int[] labels) {
        var found = of(batch);
        return IntStream.range(0, found.length)
                        .filter(r -> found[r] == labels[r])
                        .count()
                / (double) found.length;
    }

    private int nearest(double[] batch, int at) {
        var best = 0;
        var least = Double.POSITIVE_INFINITY;
        for (var c = 0; c < means.length; c++) {
            var distance = 0.0;
            for (var i = 0; i < pixels; i++) {
                var difference = batch[at + i] - means[c][i];
                distance += difference * difference;
            }
            if (distance < least) {
                least = distance;
                best = classes[c];
            }
        }
        return best;
    }
}
