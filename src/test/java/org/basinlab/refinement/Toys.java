package org.basinlab.refinement;

import java.util.Arrays;
import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.random.RandomStream;

/** Small things to try loops on. */
public final class Toys {
    private Toys() {}

    /** Standard normal numbers times a size. */
    public static double[] drawn(int count, double size, int part) {
        var random = new RandomStream(7, RandomStream.DENOISING, 1000 + part);
        var drawn = new double[count];
        Arrays.setAll(drawn, k -> size * random.normal(k));
        return drawn;
    }

    /** A tied network with weights and biases of a size. */
    public static DenoisingNetwork tied(int pixels, int units, double size, int part) {
        return DenoisingNetwork.tied(
                pixels,
                units,
                drawn(pixels * units, size, part),
                drawn(units, size, part + 1),
                drawn(pixels, size, part + 2));
    }

    /** A free network likewise. */
    public static DenoisingNetwork free(int pixels, int units, double size, int part) {
        return new DenoisingNetwork(
                pixels,
                units,
                drawn(pixels * units, size, part),
                drawn(units, size, part + 1),
                drawn(units * pixels, size, part + 3),
                drawn(pixels, size, part + 2));
    }

    /** D(x) = M x + c. */
    static final class Linear implements Denoiser {
        private final double[][] matrix;
        private final double[] offset;

        Linear(double[][] matrix, double... offset) {
            this.matrix = matrix;
            this.offset = offset;
        }

        @Override
        public int pixels() {
            return offset.length;
        }

        @Override
        public double[] apply(double[] batch) {
            var out = push(batch, batch);
            for (var k = 0; k < out.length; k++) {
                out[k] += offset[k % pixels()];
            }
            return out;
        }

        @Override
        public double[] push(double[] batch, double[] tangents) {
            var n = pixels();
            var out = new double[tangents.length];
            for (var k = 0; k < out.length; k++) {
                for (var i = 0; i < n; i++) {
                    out[k] += matrix[k % n][i] * tangents[k / n * n + i];
                }
            }
            return out;
        }
    }

    /** Images of 6 x 6 with one bright line each: across in class 0, down in class 1, at one of six places. */
    public static LabelledImages bars(int count) {
        var random = new RandomStream(7, RandomStream.DENOISING, 2000);
        var pixels = new byte[count * 36];
        var labels = new byte[count];
        for (var k = 0; k < count; k++) {
            labels[k] = (byte) (k % 2);
            var place = random.below(6, 2L * k);
            var bright = 128 + random.below(128, 2L * k + 1);
            for (var i = 0; i < 6; i++) {
                pixels[k * 36 + (k % 2 == 0 ? place * 6 + i : i * 6 + place)] = (byte) bright;
            }
        }
        return new LabelledImages(6, 6, pixels, labels, Map.of());
    }
}
