package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.network.Activation;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final Activation F = StandardActivation.RELU;
    private static final int PIXELS = 10;
    private static final int NEURONS = 6;
    private static final ParameterMap PARAMETERS =
            new ParameterMap(NetworkSpec.dense(List.of(PIXELS, NEURONS, 2), F, F, Loss.MSE));
    /** The first three are never inked. */
    private static final boolean[] INKED = inked(3);

    @Test
    void thePartsOfR2AddUpAndSharesTo1() {
        var sizes = sizes(1, 0.5);
        var split = Structure.of(sizes, PARAMETERS, INKED).split();
        var weights = IntStream.range(0, PIXELS * NEURONS).toArray();
        var r = Drawn.correlation(sizes.r(), sizes.q(), weights);
        // Rounding of sums of 60 numbers.
        assertThat(split.r2()).isCloseTo(r * r, within(1e-12));
        assertThat(split.neurons().r2Share()
                        + split.pixels().r2Share()
                        + split.within().r2Share())
                .isCloseTo(split.r2(), within(1e-12));
        assertThat(split.neurons().rShare()
                        + split.pixels().rShare()
                        + split.within().rShare())
                .isCloseTo(1, within(1e-12));
        assertThat(split.neurons().qShare()
                        + split.pixels().qShare()
                        + split.within().qShare())
                .isCloseTo(1, within(1e-12));
        assertThat(split.neuronsUsed()).isEqualTo(NEURONS);
        assertThat(split.pixelsUsed()).isEqualTo(PIXELS);
    }

    @Test
    void weightsThatCopyTheirNeuronAreBetweenNeurons() {
        var sizes = sizes(2, 0);
        var split = Structure.of(sizes, PARAMETERS, INKED).split();
        assertThat(split.neurons().rShare()).isCloseTo(1, within(1e-12));
        assertThat(split.neurons().r2Share()).isCloseTo(split.r2(), within(1e-12));
    }

    @Test
    void constantPixelsThatCopyTheBiasAreClustersOfItsPattern() {
        var sizes = sizes(3, 0.5);
        copyBiases(sizes.r(), 3);
        copyBiases(sizes.q(), 3);
        var clusters = Structure.of(sizes, PARAMETERS, INKED).clusters();
        assertThat(clusters.constant().r()).isCloseTo(1, within(1e-12));
        assertThat(clusters.constant().q()).isCloseTo(1, within(1e-12));
        assertThat(clusters.biasPattern().r()).isCloseTo(1, within(1e-12));
        assertThat(clusters.biasPattern().q()).isCloseTo(1, within(1e-12));
        assertThat(clusters.all().r()).isLessThan(0.9);
    }

    @Test
    void rAndQHaveClustersOfTheirOwn() {
        var sizes = sizes(4, 0.5);
        copyBiases(sizes.r(), 3);
        for (var j = 0; j < NEURONS; j++) {
            for (var i = 0; i < 3; i++) {
                sizes.q()[j * PIXELS + i] = i;
            }
        }
        var clusters = Structure.of(sizes, PARAMETERS, INKED).clusters();
        assertThat(clusters.constant().r()).isCloseTo(1, within(1e-12));
        assertThat(clusters.constant().q()).as("the same in every neuron").isZero();
    }

    @Test
    void aPatternTheOtherWayRoundIsNegative() {
        var sizes = sizes(5, 0);
        for (var j = 0; j < NEURONS; j++) {
            sizes.r()[PARAMETERS.spec().biasOffset(0) + j] *= -1;
        }
        assertThat(Structure.of(sizes, PARAMETERS, INKED)
                        .clusters()
                        .biasPattern()
                        .r())
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void deadNeuronsAreLeftOut() {
        var sizes = sizes(6, 0.5);
        copyBiases(sizes.r(), 3);
        copyBiases(sizes.q(), 3);
        Arrays.fill(sizes.r(), 2 * PIXELS, 3 * PIXELS, Double.NaN);
        Arrays.fill(sizes.q(), 2 * PIXELS, 3 * PIXELS, Double.NaN);
        sizes.r()[PARAMETERS.spec().biasOffset(0) + 2] = Double.NaN;
        sizes.q()[PARAMETERS.spec().biasOffset(0) + 2] = Double.NaN;
        var structure = Structure.of(sizes, PARAMETERS, INKED);
        assertThat(structure.split().neuronsUsed()).isEqualTo(NEURONS - 1);
        assertThat(structure.split().pixelsUsed()).isEqualTo(PIXELS);
        var alive = IntStream.range(0, PIXELS * NEURONS)
                .filter(p -> p / PIXELS != 2)
                .toArray();
        var r = Drawn.correlation(sizes.r(), sizes.q(), alive);
        assertThat(structure.split().r2()).isCloseTo(r * r, within(1e-12));
        assertThat(structure.clusters().constant().r()).isCloseTo(1, within(1e-12));
        assertThat(structure.clusters().biasPattern().q()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatIsNotThereHasNoNumber() {
        var clusters = Structure.of(sizes(7, 0.5), PARAMETERS, inked(0)).clusters();
        assertThat(clusters.constant().r()).as("every pixel is inked").isNaN();
        assertThat(clusters.biasPattern().q()).isNaN();
        assertThat(clusters.all().r()).isBetween(0.0, 1.0);

        var dead = sizes(8, 0.5);
        Arrays.fill(dead.r(), Double.NaN);
        var none = Structure.of(dead, PARAMETERS, INKED);
        assertThat(none.split()).isNull();
        assertThat(none.clusters().all().r()).isNaN();
        assertThat(none.clusters().biasPattern().r()).isNaN();
    }

    private static boolean[] inked(int never) {
        var inked = new boolean[PIXELS];
        Arrays.fill(inked, never, PIXELS, true);
        return inked;
    }

    private static void copyBiases(double[] values, int pixels) {
        for (var j = 0; j < NEURONS; j++) {
            Arrays.fill(
                    values,
                    j * PIXELS,
                    j * PIXELS + pixels,
                    values[PARAMETERS.spec().biasOffset(0) + j]);
        }
    }

    /** Each neuron's level, and noise in its weights. */
    private static RelativeSizes sizes(long seed, double noise) {
        var drawn = new Drawn(seed);
        return Drawn.sizes(values(drawn, noise), values(drawn, noise));
    }

    private static double[] values(Drawn drawn, double noise) {
        var levels = drawn.uniforms(PARAMETERS.clusters());
        return IntStream.range(0, PARAMETERS.count())
                .mapToDouble(p -> levels[PARAMETERS.cluster(p)] + noise * drawn.uniform())
                .toArray();
    }
}
