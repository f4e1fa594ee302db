package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.basinlab.network.Activation;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class PerPixelTest {
    private static final Activation F = StandardActivation.RELU;
    private static final int PIXELS = 8;
    private static final int NEURONS = 12;
    private static final ParameterMap PARAMETERS =
            new ParameterMap(NetworkSpec.dense(List.of(PIXELS, NEURONS, 2), F, F, Loss.MSE));
    /** All but the first two. */
    private static final boolean[] INKED = {false, false, true, true, true, true, true, true};

    @Test
    void aPixelsCorrelationIsOverItsOutgoingWeights() {
        var sizes = sizes(1);
        var pixels = PerPixel.of(sizes, PARAMETERS, INKED);
        for (var i = 0; i < PIXELS; i++) {
            assertThat(pixels.map()[i]).isCloseTo(correlation(sizes, i), within(1e-12));
        }
        assertThat(pixels.mean())
                .isCloseTo(Arrays.stream(pixels.map()).average().orElseThrow(), within(1e-15));
        assertThat(pixels.negative())
                .isEqualTo((int) Arrays.stream(pixels.map()).filter(r -> r < 0).count());
    }

    @Test
    void inkedAndConstantPixelsAreToldApart() {
        var pixels = PerPixel.of(sizes(2), PARAMETERS, INKED);
        var map = pixels.map();
        assertThat(pixels.constant().pixels()).isEqualTo(2);
        assertThat(pixels.inked().pixels()).isEqualTo(6);
        assertThat(pixels.constant().mean()).isCloseTo((map[0] + map[1]) / 2, within(1e-15));
        assertThat(pixels.constant().meanAbsolute())
                .isCloseTo((Math.abs(map[0]) + Math.abs(map[1])) / 2, within(1e-15));
        assertThat(pixels.inked().mean())
                .isCloseTo(Arrays.stream(map, 2, 8).average().orElseThrow(), within(1e-15));
        assertThat(pixels.inked().negative() + pixels.constant().negative()).isEqualTo(pixels.negative());
    }

    @Test
    void onlyInkedPixelsAreTestedAndOnlyTheyAreCounted() {
        var sizes = sizes(3);
        // One goes with r and one against it, surely; a pixel never inked does too.
        for (var j = 0; j < NEURONS; j++) {
            sizes.q()[j * PIXELS] = sizes.r()[j * PIXELS];
            sizes.q()[j * PIXELS + 3] = sizes.r()[j * PIXELS + 3] + 1e-3 * j;
            sizes.q()[j * PIXELS + 5] = -sizes.r()[j * PIXELS + 5] + 1e-3 * j;
        }
        var pixels = PerPixel.of(sizes, PARAMETERS, INKED);
        for (var i = 0; i < PIXELS; i++) {
            assertThat(pixels.isTested(i)).isEqualTo(INKED[i]);
            assertThat(Double.isNaN(pixels.adjustedP()[i])).isNotEqualTo(INKED[i]);
        }
        assertThat(pixels.significant()).isEqualTo(new PerPixel.Significant(1, 1));

        // Benjamini and Hochberg by hand, over six: p_(k) 6/k, and no more than any after it.
        var p = IntStream.range(2, PIXELS)
                .mapToDouble(i -> p(pixels.map()[i]))
                .sorted()
                .toArray();
        for (var i = 2; i < PIXELS; i++) {
            var own = p(pixels.map()[i]);
            var adjusted = IntStream.range(0, 6)
                    .filter(k -> p[k] >= own)
                    .mapToDouble(k -> p[k] * 6 / (k + 1))
                    .min()
                    .orElseThrow();
            assertThat(pixels.adjustedP()[i]).isCloseTo(adjusted, within(1e-9));
        }
    }

    @Test
    void weightsWithoutBothNumbersAreLeftOut() {
        var sizes = sizes(4);
        // Two dead neurons, and a pixel with but two weights left.
        Arrays.fill(sizes.r(), 0, 2 * PIXELS, Double.NaN);
        for (var j = 0; j < NEURONS - 2; j++) {
            sizes.q()[j * PIXELS + 4] = Double.NaN;
        }
        var pixels = PerPixel.of(sizes, PARAMETERS, INKED);
        assertThat(pixels.map()[3]).isCloseTo(correlation(sizes, 3), within(1e-12));
        assertThat(pixels.map()[4]).isNaN();
        assertThat(pixels.adjustedP()[4]).isNaN();
        assertThat(pixels.inked().pixels()).isEqualTo(6);
        assertThat(pixels.inked().mean())
                .isCloseTo(
                        IntStream.of(2, 3, 5, 6, 7)
                                .mapToDouble(i -> pixels.map()[i])
                                .average()
                                .orElseThrow(),
                        within(1e-15));
    }

    @Test
    void withoutAnyCorrelationThereIsNoMean() {
        var sizes = sizes(5);
        Arrays.fill(sizes.r(), 0.5);
        var pixels = PerPixel.of(sizes, PARAMETERS, INKED);
        assertThat(pixels.map()).containsOnly(Double.NaN);
        assertThat(pixels.mean()).isNaN();
        assertThat(pixels.inked().meanAbsolute()).isNaN();
        assertThat(pixels.significant()).isEqualTo(new PerPixel.Significant(0, 0));
    }

    /** Two-sided, by Student's t on 10 degrees of freedom. */
    private static double p(double r) {
        var t = r * Math.sqrt((NEURONS - 2) / (1 - r * r));
        return 2 * new TDistribution(NEURONS - 2).cumulativeProbability(-Math.abs(t));
    }

    private static double correlation(RelativeSizes sizes, int pixel) {
        return Drawn.correlation(
                sizes.r(),
                sizes.q(),
                IntStream.range(0, NEURONS).map(j -> j * PIXELS + pixel).toArray());
    }

    private static RelativeSizes sizes(long seed) {
        var drawn = new Drawn(seed);
        return Drawn.sizes(drawn.uniforms(PARAMETERS.count()), drawn.uniforms(PARAMETERS.count()));
    }
}
