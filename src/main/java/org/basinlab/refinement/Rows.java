package org.basinlab.refinement;

/** Sums over the images of a batch, one after the other in one array. */
final class Rows {
    private Rows() {}

    /** The product of two batches, image by image. */
    static double[] dot(double[] one, double[] other, int pixels) {
        var sums = new double[one.length / pixels];
        for (var k = 0; k < one.length; k++) {
            sums[k / pixels] += one[k] * other[k];
        }
        return sums;
    }

    /** Length of each image as a vector. */
    static double[] norms(double[] batch, int pixels) {
        var norms = dot(batch, batch, pixels);
        for (var r = 0; r < norms.length; r++) {
            norms[r] = Math.sqrt(norms[r]);
        }
        return norms;
    }

    /** Distance of each image from its partner. */
    static double[] distances(double[] one, double[] other, int pixels) {
        return norms(sum(one, -1, other), pixels);
    }

    /** one + factor other. */
    static double[] sum(double[] one, double factor, double[] other) {
        var sum = new double[one.length];
        for (var k = 0; k < sum.length; k++) {
            sum[k] = one[k] + factor * other[k];
        }
        return sum;
    }
}
