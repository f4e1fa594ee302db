package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class AsymmetryTest {
    private static final RandomStream RANDOM = new RandomStream(3, RandomStream.DENOISING, 5);

    @Test
    void ofAGradientIsRounding() {
        // p and q are sums of some tens of numbers of about 1.
        assertThat(Asymmetry.of(Toys.tied(9, 6, 1, 0), Toys.drawn(18, 1, 60), 20, RANDOM, 0))
                .isLessThan(1e-13);
    }

    @Test
    void ofAMatrixIsTheRatioOfItsParts() {
        var n = 5;
        var numbers = Toys.drawn(n * n, 1, 61);
        var matrix = new double[n][n];
        var odd = 0.0;
        var even = 0.0;
        for (var k = 0; k < n * n; k++) {
            matrix[k / n][k % n] = numbers[k];
            var mirrored = numbers[k % n * n + k / n];
            odd += (numbers[k] - mirrored) * (numbers[k] - mirrored);
            even += (numbers[k] + mirrored) * (numbers[k] + mirrored);
        }
        // 4000 projections: a share of 1 / sqrt(4000) = 1.6%, heavy tails and all, within five of those.
        assertThat(Asymmetry.of(new Toys.Linear(matrix, new double[n]), new double[n], 4000, RANDOM, 0))
                .isCloseTo(Math.sqrt(odd / even), within(0.08 * Math.sqrt(odd / even)));
    }
}
