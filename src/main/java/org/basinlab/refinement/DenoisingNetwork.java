package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;

/**
 * A network with one hidden layer from images to images, in plain double arithmetic:
 *
 * <pre>
 *   D(x) = U s(V x + b) + c,    J(x) = U diag(s'(V x + b)) V,    s(z) = 1 / (1 + e^-z)
 * </pre>
 *
 * Where U is the transpose of V it is <em>tied</em>, and its own gradient field ({@link Energy}). As s lies in (0, 1), D is
 * bounded whatever its weights, so no loop round it with a step below 2 can run away.
 *
 * @param pixels numbers in an image
 * @param units  hidden units
 * @param encode V, pixel by pixel: pixels x units, as DL4J has it; not copied
 * @param bias   b, one a unit; not copied
 * @param decode U, unit by unit: units x pixels; not copied
 * @param offset c, one a pixel; not copied
 */
public record DenoisingNetwork(int pixels, int units, double[] encode, double[] bias, double[] decode, double[] offset)
        implements Denoiser {
    public DenoisingNetwork {
        require(
                encode.length == pixels * units
                        && decode.length == units * pixels
                        && bias.length == units
                        && offset.length == pixels,
                "%s, %s, %s and %s numbers are no network of %s pixels and %s units",
                encode.length,
                bias.length,
                decode.length,
                offset.length,
                pixels,
                units);
    }

    /** The one whose decoder is its encoder transposed. */
    public static DenoisingNetwork tied(int pixels, int units, double[] encode, double[] bias, double[] offset) {
        return new DenoisingNetwork(pixels, units, encode, bias, transposed(encode, pixels, units), offset);
    }

    private static double[] transposed(double[] matrix, int rows, int columns) {
        var turned = new double[matrix.length];
        for (var r = 0; r < rows; r++) {
            for (var c = 0; c < columns; c++) {
                turned[c * rows + r] = matrix[r * columns + c];
            }
        }
        return turned;
    }

    /** Whether U is V transposed, number by number. */
    public boolean isTied() {
        return Arrays.equals(decode, transposed(encode, pixels, units));
    }

    /**
     * With the weights shuffled within each matrix and all else left: their sizes stay, what was learned goes. A tied
     * network stays tied.
     *
     * @param random permutation 0 is the encoder's, 1 the decoder's
     */
    public DenoisingNetwork shuffled(RandomStream random) {
        var first = dealt(encode, random.permutation(encode.length, 0));
        return isTied()
                ? tied(pixels, units, first, bias, offset)
                : new DenoisingNetwork(
                        pixels, units, first, bias, dealt(decode, random.permutation(decode.length, 1)), offset);
    }

    private static double[] dealt(double[] values, int[] order) {
        var dealt = new double[values.length];
        for (var k = 0; k < dealt.length; k++) {
            dealt[k] = values[order[k]];
        }
        return dealt;
    }

    @Override
    public double[] apply(double[] batch) {
        var hidden = inputs(batch);
        for (var k = 0; k < hidden.length; k++) {
            hidden[k] = StandardActivation.SIGMOID.value(hidden[k]);
        }
        var images = product(hidden, units, decode, pixels);
        for (var k = 0; k < images.length; k++) {
            images[k] += offset[k % pixels];
        }
        return images;
    }

    @Override
    public double[] push(double[] batch, double[] tangents) {
        require(
                batch.length == tangents.length,
                "%s numbers of images and %s of tangents: give a tangent for each image",
                batch.length,
                tangents.length);
        var at = inputs(batch);
        var pushed = product(tangents, pixels, encode, units);
        for (var k = 0; k < pushed.length; k++) {
            pushed[k] *= StandardActivation.SIGMOID.derivative(at[k]);
        }
        return product(pushed, units, decode, pixels);
    }

    /** V x + b of each image. */
    double[] inputs(double[] batch) {
        var z = product(batch, pixels, encode, units);
        for (var k = 0; k < z.length; k++) {
            z[k] += bias[k % units];
        }
        return z;
    }

    /**
     * Rows of so many numbers times a matrix of so many columns. The inner loop runs along memory, and takes four rows of the
     * matrix at once: with one, most of its time goes into reading and writing the sums.
     */
    private static double[] product(double[] left, int inner, double[] right, int columns) {
        require(left.length % inner == 0, "%s numbers are no rows of %s", left.length, inner);
        var rows = left.length / inner;
        var product = new double[rows * columns];
        var sum = new double[columns];
        for (var r = 0; r < rows; r++) {
            Arrays.fill(sum, 0);
            var i = 0;
            for (; i + 4 <= inner; i += 4) {
                addFour(left, r * inner + i, right, i * columns, columns, sum);
            }
            for (; i < inner; i++) {
                for (var c = 0; c < columns; c++) {
                    sum[c] += left[r * inner + i] * right[i * columns + c];
                }
            }
            System.arraycopy(sum, 0, product, r * columns, columns);
        }
        return product;
    }

    private static void addFour(double[] left, int at, double[] right, int from, int columns, double[] sum) {
        var first = left[at];
        var second = left[at + 1];
        var third = left[at + 2];
        var fourth = left[at + 3];
        for (var c = 0; c < columns; c++) {
            sum[c] += first * right[from + c]
                    + second * right[from + columns + c]
                    + third * right[from + 2 * columns + c]
                    + fourth * right[from + 3 * columns + c];
        }
    }
}
