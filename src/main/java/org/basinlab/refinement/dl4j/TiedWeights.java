package org.basinlab.refinement.dl4j;

import org.basinlab.refinement.DenoisingNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A tied denoiser's parameters in one row, V then b then c, and the gradient of its loss in another such row. With images as
 * rows, x noisy and y clean, B of them, V of pixels x units:
 *
 * <pre>
 *   h = s(x V + b),  r = h V^T + c - y,  L = sum r^2 / (2 B)
 *   d = (r V) * h * (1 - h),   B dL/dV = r^T h + x^T d,   B dL/db = sum d,   B dL/dc = sum r
 * </pre>
 *
 * V has two terms, one as decoder and one as encoder.
 */
final class TiedWeights {
    private final int pixels;
    private final int units;
    private final INDArray row;
    private final INDArray encode;
    private final INDArray bias;
    private final INDArray offset;

    private TiedWeights(int pixels, int units, INDArray row) {
        this.pixels = pixels;
        this.units = units;
        this.row = row;
        var weights = (long) pixels * units;
        encode = part(0, weights).reshape('c', pixels, units);
        bias = part(weights, units);
        offset = part(weights + units, pixels);
    }

    private INDArray part(long from, long length) {
        return row.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + length));
    }

    /** With the numbers of a network. */
    static TiedWeights of(DenoisingNetwork network, DataType type) {
        var weights = new TiedWeights(
                network.pixels(),
                network.units(),
                Nd4j.zeros(type, 1, network.encode().length + network.units() + network.pixels()));
        weights.encode.assign(
                Nd4j.createFromArray(network.encode()).castTo(type).reshape(network.pixels(), network.units()));
        weights.bias.assign(Nd4j.createFromArray(network.bias()).castTo(type).reshape(1, network.units()));
        weights.offset.assign(
                Nd4j.createFromArray(network.offset()).castTo(type).reshape(1, network.pixels()));
        return weights;
    }

    /** All of them; a change of it is a change of the network. */
    INDArray row() {
        return row;
    }

    /** The gradient of the loss of a batch, in the order of {@link #row}. */
    INDArray gradient(INDArray noisy, INDArray clean) {
        var h = Transforms.sigmoid(noisy.mmul(encode).addiRowVector(bias), false);
        var r = h.mmul(encode.transpose()).addiRowVector(offset).subi(clean);
        var d = r.mmul(encode).muli(h).muli(h.rsub(1));
        var gradient = new TiedWeights(pixels, units, Nd4j.create(row.dataType(), row.shape()));
        gradient.encode.assign(r.transpose().mmul(h).addi(noisy.transpose().mmul(d)));
        gradient.bias.assign(d.sum(true, 0));
        gradient.offset.assign(r.sum(true, 0));
        return gradient.row.divi(noisy.rows());
    }

    /** The network with these numbers. */
    DenoisingNetwork network() {
        return DenoisingNetwork.tied(pixels, units, numbers(encode), numbers(bias), numbers(offset));
    }

    private static double[] numbers(INDArray array) {
        return array.dup('c').data().asDouble();
    }
}
