package org.basinlab.searching.dl4j;

import org.basinlab.network.StandardActivation;
import org.basinlab.searching.SearchNeuron;
import org.basinlab.training.dl4j.SoftPlus;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The searches of all neurons for all rows of a batch at once, N rows by n neurons by P points, as
 * {@link SearchNeuron} does one.
 */
final class Search {
    private final Blocks blocks;
    private final boolean tanh;
    private final IActivation curve;
    private final INDArray rows;
    private final INDArray context;
    private final INDArray proposal;
    private final INDArray hiddenBias;
    /** V as 1 x K. */
    private final INDArray out;

    private final INDArray bias;

    /** What was found: the values, N x n, and where, N x nd. */
    record Found(INDArray values, INDArray choices) {}

    /** At one proposal a row: what the units gave and at which slope, both rows x K. */
    record Units(INDArray heights, INDArray slopes) {}

    Search(
            Blocks blocks,
            StandardActivation curve,
            INDArray rows,
            INDArray context,
            INDArray proposal,
            INDArray hiddenBias,
            INDArray out,
            INDArray bias) {
        this.blocks = blocks;
        this.tanh = curve == StandardActivation.TANH;
        this.curve = tanh ? new ActivationTanH() : new SoftPlus();
        this.rows = rows;
        this.context = context;
        this.proposal = proposal;
        this.hiddenBias = hiddenBias;
        this.out = out;
        this.bias = bias;
    }

    private long neurons() {
        return bias.length();
    }

    private long units() {
        return context.columns();
    }

    private long points() {
        return blocks.points().rows();
    }

    /** Searches. */
    Found run(int steps) {
        return steps == 0 ? amongPoints() : amongEnds(steps);
    }

    private Found amongPoints() {
        var n = rows.rows();
        // Every row with every point: a product of all candidates with all weights would take three times as long.
        var bends = base().reshape('c', n, 1, units())
                .add(blocks.points().mmul(proposal).reshape('c', 1, points(), units()));
        var values = values(height(bends).reshape('c', n * points(), units()), outs())
                .reshape('c', n, points(), neurons());
        var which = values.argMax(1);
        var kept = picked(blocks.points(), which.reshape('c', new long[] {n * neurons()}));
        return new Found(
                values.max(1), kept.reshape('c', n, neurons() * blocks.points().columns()));
    }

    private Found amongEnds(int steps) {
        var n = rows.rows();
        var starts = n * points();
        var d = blocks.points().columns();
        var repeated = base().repeat(0, points());
        var inward = inward();
        var outs = outs();
        var z = Nd4j.tile(blocks.points(), n, (int) neurons());
        var here = units(repeated, z, inward);
        var value = values(here.heights(), outs);
        var slope = slope(here, inward);
        var size = Nd4j.ones(value.dataType(), starts, neurons()).muli(SearchNeuron.FIRST_STEP);
        for (var s = 0; s < steps; s++) {
            var trial =
                    Transforms.hardTanh(size.mmul(blocks.numbers()).muli(slope).addi(z), false);
            var promised =
                    trial.sub(z).muli(slope).mmul(blocks.numbers().transpose()).muli(SearchNeuron.SUFFICIENT);
            var there = units(repeated, trial, inward);
            var reached = values(there.heights(), outs);
            var taken = reached.gt(promised.addi(value)).castTo(value.dataType());
            var takenNumbers = taken.mmul(blocks.numbers());
            z = chosen(takenNumbers, trial, z);
            slope = chosen(takenNumbers, slope(there, inward), slope);
            value = chosen(taken, reached, value);
            size.muli(taken.mul(1.5).addi(0.5));
        }
        var values = value.reshape('c', n, points(), neurons());
        var which = values.argMax(1).castTo(DataType.INT64);
        // Of row r, point p, neuron j, the proposal is row (r P + p) n + j.
        var first = Nd4j.arange(n)
                .castTo(DataType.INT64)
                .muli(points() * neurons())
                .reshape(n, 1)
                .repeat(1, neurons());
        var own = Nd4j.arange(neurons()).castTo(DataType.INT64).reshape(1, neurons());
        var places = which.mul(neurons()).addi(first).addiRowVector(own);
        var kept = picked(z.reshape('c', starts * neurons(), d), places.reshape('c', new long[] {n * neurons()}));
        return new Found(values.max(1), kept.reshape('c', n, neurons() * d));
    }

    /** One where taken is 1, the other where it is 0, to the bit. */
    private static INDArray chosen(INDArray taken, INDArray one, INDArray other) {
        return other.mul(taken.rsub(1)).addi(one.mul(taken));
    }

    private static INDArray picked(INDArray table, INDArray which) {
        return Nd4j.exec(new Gather(table, which, 0))[0];
    }

    /** The hidden units at what was chosen. */
    Units at(INDArray choices) {
        return units(base(), choices, inward());
    }

    private Units units(INDArray from, INDArray z, INDArray inward) {
        var bends = z.mmul(inward).addi(from);
        if (tanh) {
            var height = height(bends);
            return new Units(height, height.mul(height).rsubi(1));
        }
        var slope = Transforms.sigmoid(bends, true);
        return new Units(height(bends), slope);
    }

    /** In place. */
    private INDArray height(INDArray bends) {
        return curve.getActivation(bends, false);
    }

    private INDArray values(INDArray heights, INDArray outs) {
        return heights.mmul(outs).addiRowVector(bias);
    }

    /** What the context gives every hidden unit: N x K. */
    private INDArray base() {
        return rows.mmul(context).addiRowVector(hiddenBias);
    }

    /** Z as nd x K: each neuron's proposal to its own units alone. */
    private INDArray inward() {
        return Nd4j.tile(proposal, (int) neurons(), 1).muli(blocks.mask());
    }

    /** V as K x n, a column a neuron. */
    private INDArray outs() {
        return blocks.units().transpose().mulColumnVector(out.reshape(out.length(), 1));
    }

    private INDArray slope(Units units, INDArray inward) {
        return units.slopes().mulRowVector(out).mmul(inward.transpose());
    }
}
