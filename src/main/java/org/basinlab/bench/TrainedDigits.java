package org.basinlab.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.DatapointStream;

/** What benchmarks of training train: P4's network, 784-100-2 softplus, on MNIST's 1 and 7 against 6 and 8. */
final class TrainedDigits {
    private static final List<Integer> DIGITS = List.of(1, 7, 6, 8);
    private static final NetworkSpec SPEC =
            NetworkSpec.dense(List.of(784, 100, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE);

    private final LabelledImages images;
    private final int[] order;

    TrainedDigits(LabelledImages images) {
        this.images = images;
        order = chosen(0, images.count(), -1);
    }

    /**
     * Makes sure that there are so many datapoints.
     *
     * @throws InputException if not
     */
    void require(int datapoints) {
        InputException.require(
                images.pixelsPerImage() == SPEC.inputs() && order.length >= datapoints,
                "there are %s images of 1, 7, 6 and 8: give fewer --datapoints",
                order.length);
    }

    /** Images of the four digits but one, -1 for none, in file order. */
    private int[] chosen(int from, int to, int leftOut) {
        return IntStream.range(from, to)
                .filter(i -> images.label(i) != leftOut && DIGITS.contains(images.label(i)))
                .toArray();
    }

    private DatapointStream stream(int[] chosen) {
        var groups = IntStream.of(chosen)
                .map(i -> images.label(i) == 1 || images.label(i) == 7 ? 0 : 1)
                .toArray();
        return new DatapointStream(images, chosen, groups);
    }

    /** The first datapoints: a new stream every time, as engines know streams by the object. */
    DatapointStream stream(int datapoints) {
        return stream(Arrays.copyOf(order, datapoints));
    }

    /** Phase 1's images, unbalanced. */
    DatapointStream phase1() {
        return stream(chosen(0, 12_000, -1));
    }

    /** What the four forks are trained on. */
    List<DatapointStream> forks() {
        return DIGITS.stream()
                .map(leftOut -> stream(chosen(12_000, images.count(), leftOut)))
                .toList();
    }

    /** Initial parameters. */
    static Parameters start(long seed) {
        return Parameters.initial(SPEC, Initialization.HE, BiasInitialization.HE, seed);
    }
}
