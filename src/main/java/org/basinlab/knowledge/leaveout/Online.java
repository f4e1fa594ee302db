package org.basinlab.knowledge.leaveout;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Products;
import org.basinlab.network.NetworkSpec;
import org.basinlab.training.StepSizes;

/**
 * What is gathered on the way, from the update sizes of every datapoint. A weight's is |db_j| |in_i|, so that a sum over
 * some datapoints is a product of two matrices, and one of squares too.
 *
 * @param tallies      of each element, sum |update|
 * @param squares      of each element, sum update^2
 * @param meanInputs   of each element, what came in through a weight, the mean over its datapoints
 * @param total        sum |update| over all datapoints
 */
record Online(List<Sizes> tallies, List<Sizes> squares, List<Input> meanInputs, Sizes total) {
    /** An array of more is refused by some virtual machines. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    /**
     * What came in, on average.
     *
     * @param pixels of the hidden layer
     * @param hidden of the output layer
     */
    record Input(double[] pixels, double[] hidden) {
        /** For each weight of a network; biases have an input of 1. */
        Sizes sizes(int units, int outputs) {
            var weights = new double[units * pixels.length];
            for (var j = 0; j < units; j++) {
                System.arraycopy(pixels, 0, weights, j * pixels.length, pixels.length);
            }
            var biases = new double[units];
            Arrays.fill(biases, 1);
            var last = new double[outputs * units];
            for (var m = 0; m < outputs; m++) {
                System.arraycopy(hidden, 0, last, m * units, units);
            }
            return new Sizes(pixels.length, weights, biases, last);
        }
    }

    /** Bytes that the update sizes of so many datapoints take. */
    static long bytes(NetworkSpec spec, long datapoints) {
        return Float.BYTES * datapoints * (spec.inputs() + 2L * spec.units(0) + spec.outputs());
    }

    /**
     * Makes sure that they fit into arrays.
     *
     * @throws org.basinlab.experiment.InputException if they do not
     */
    static void requireRoom(NetworkSpec spec, long datapoints) {
        var width = Math.max(spec.inputs(), spec.units(0));
        require(
                datapoints * width <= LONGEST,
                "leave-out keeps what each of %s datapoints did to a layer %s wide, which is too much: give fewer --images, a"
                        + " smaller --hidden or fewer --epochs",
                datapoints,
                width);
    }

    /**
     * Adds them up.
     *
     * @param steps     squared on the way (modified)
     * @param elementOf the element of each datapoint, from 0; as many as there are for those of none
     * @param elements  how many there are
     */
    static Online of(StepSizes steps, NetworkSpec spec, int[] elementOf, int elements) {
        var hidden = (StepSizes.Factors) steps.layers().get(0);
        var output = (StepSizes.Factors) steps.layers().get(1);
        var rows = IntStream.rangeClosed(0, elements)
                .mapToObj(e -> IntStream.range(0, elementOf.length)
                        .filter(t -> elementOf[t] == e)
                        .toArray())
                .toList();
        var tallies = new ArrayList<Sizes>();
        rows.forEach(of -> tallies.add(sums(hidden, output, spec, of)));
        var total = tallies.stream().reduce(Sizes::plus).orElseThrow();
        var inputs = rows.stream()
                .limit(elements)
                .map(of ->
                        new Input(means(hidden.inputs(), spec.inputs(), of), means(output.inputs(), spec.units(0), of)))
                .toList();
        for (var factors : List.of(hidden, output)) {
            square(factors.biases());
            square(factors.inputs());
        }
        var squares = rows.stream()
                .limit(elements)
                .map(of -> sums(hidden, output, spec, of))
                .toList();
        return new Online(List.copyOf(tallies.subList(0, elements)), squares, inputs, total);
    }

    private static Sizes sums(StepSizes.Factors hidden, StepSizes.Factors output, NetworkSpec spec, int[] rows) {
        var units = spec.units(0);
        return new Sizes(
                spec.inputs(),
                Products.transposed(hidden.biases(), units, hidden.inputs(), spec.inputs(), rows),
                columnSums(hidden.biases(), units, rows),
                Products.transposed(output.biases(), spec.outputs(), output.inputs(), units, rows));
    }

    private static double[] columnSums(float[] matrix, int across, int[] rows) {
        var sums = new double[across];
        for (var r : rows) {
            for (var j = 0; j < across; j++) {
                sums[j] += matrix[r * across + j];
            }
        }
        return sums;
    }

    private static double[] means(float[] matrix, int across, int[] rows) {
        return Arrays.stream(columnSums(matrix, across, rows))
                .map(sum -> sum / rows.length)
                .toArray();
    }

    private static void square(float[] values) {
        for (var k = 0; k < values.length; k++) {
            values[k] *= values[k];
        }
    }
}
