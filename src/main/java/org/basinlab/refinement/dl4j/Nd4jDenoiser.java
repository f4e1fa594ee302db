package org.basinlab.refinement.dl4j;

import org.basinlab.refinement.Denoiser;
import org.basinlab.refinement.DenoisingNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@link DenoisingNetwork} on ND4J arrays, in single precision if asked so: the engine that the plain one is held against.
 * Images are rows.
 */
final class Nd4jDenoiser implements Denoiser {
    private final DataType type;
    private final INDArray encode;
    private final INDArray bias;
    private final INDArray decode;
    private final INDArray offset;

    /** With the numbers of a network, rounded to the type. */
    Nd4jDenoiser(DenoisingNetwork network, DataType type) {
        this.type = type;
        encode = rows(network.encode(), network.units());
        bias = rows(network.bias(), network.units());
        decode = rows(network.decode(), network.pixels());
        offset = rows(network.offset(), network.pixels());
    }

    private INDArray rows(double[] numbers, int width) {
        return Nd4j.createFromArray(numbers).castTo(type).reshape(-1, width);
    }

    @Override
    public int pixels() {
        return (int) offset.columns();
    }

    @Override
    public double[] apply(double[] batch) {
        return numbers(hidden(batch).mmul(decode).addiRowVector(offset));
    }

    @Override
    public double[] push(double[] batch, double[] tangents) {
        var s = hidden(batch);
        var slopes = s.rsub(1).muli(s);
        return numbers(rows(tangents, pixels()).mmul(encode).muli(slopes).mmul(decode));
    }

    private INDArray hidden(double[] batch) {
        return Transforms.sigmoid(rows(batch, pixels()).mmul(encode).addiRowVector(bias), false);
    }

    private static double[] numbers(INDArray rows) {
        return rows.dup('c').data().asDouble();
    }
}
