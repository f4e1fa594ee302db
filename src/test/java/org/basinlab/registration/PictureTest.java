package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final RandomStream RANDOM = new RandomStream(3, RandomStream.REGISTRATION, 0);
    private static final double H = 1e-4;

    private final List<Picture> pictures =
            List.of(Blobs.drawn(RANDOM, 1), SplinePicture.noise(20, RANDOM, 0), SplinePicture.digit(Digits.ring()));

    @Test
    void everyDerivativeIsTheDifferenceOfTheOneBelow() {
        var at = new Points(new double[] {0.3, -4.7, 6.21}, new double[] {1.9, 0.04, -5.5}, 0);
        for (var picture : pictures) {
            var jets = picture.at(at, 3);
            var right = picture.at(at.moved(H, 0), 2);
            var left = picture.at(at.moved(-H, 0), 2);
            var up = picture.at(at.moved(0, H), 2);
            var down = picture.at(at.moved(0, -H), 2);
            for (var i = 0; i <= 2; i++) {
                for (var j = 0; i + j <= 2; j++) {
                    var row = Jets.row(i, j);
                    for (var p = 0; p < at.count(); p++) {
                        // Central differences: h^2 times a derivative of order up to 5 over 6, here of size 10 or less,
                        // and rounding over h.
                        assertThat(jets.row(Jets.row(i + 1, j))[p])
                                .isCloseTo((right.row(row)[p] - left.row(row)[p]) / (2 * H), within(1e-6));
                        assertThat(jets.row(Jets.row(i, j + 1))[p])
                                .isCloseTo((up.row(row)[p] - down.row(row)[p]) / (2 * H), within(1e-6));
                    }
                }
            }
        }
    }

    @Test
    void aLatticeIsMadeOfItsPoints() {
        var lattice = Points.lattice(9, 0.5).moved(0.13, -1.71);
        var scattered = new Points(lattice.x(), lattice.y(), 0);
        for (var picture : pictures) {
            var one = picture.at(lattice, 3);
            var other = picture.at(scattered, 3);
            for (var r = 0; r < Jets.count(3); r++) {
                // The same sums in another order, of terms up to about 10.
                assertThat(one.row(r)).containsExactly(other.row(r), within(1e-12));
            }
        }
    }

    @Test
    void brightnessIsScaledToOne() {
        for (var picture : List.of(pictures.get(0), pictures.get(2))) {
            assertThat(Arrays.stream(picture.values(Points.FRAME)).max().orElseThrow())
                    .isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void splineWeightsSumToOneAndReproduceLines() {
        for (var part : new double[] {0, 0.25, 0.9}) {
            var w = SplinePicture.weights(part, 1);
            var sum = 0.0;
            var line = 0.0;
            for (var k = 0; k < 6; k++) {
                sum += w[0][k];
                line += w[0][k] * (k - 2);
            }
            // Sums of six numbers below 1.
            assertThat(sum).isCloseTo(1, within(1e-14));
            assertThat(line).isCloseTo(part, within(1e-14));
            assertThat(Arrays.stream(w[1]).sum()).isCloseTo(0, within(1e-14));
        }
        // b(0) of the quintic B-spline is 66/120, b(1) 26/120, b(2) 1/120.
        var whole = SplinePicture.weights(0, 0)[0];
        assertThat(whole[2]).isCloseTo(66 / 120.0, within(1e-15));
        assertThat(whole[1]).isCloseTo(26 / 120.0, within(1e-15));
        assertThat(whole[0]).isCloseTo(1 / 120.0, within(1e-15));
    }

    @Test
    void noiseHasUnitVarianceOnAverage() {
        var sum = 0.0;
        var count = 0;
        for (var k = 0; k < 4; k++) {
            for (var v : SplinePicture.noise(60, RANDOM, 10 + k).values(Points.lattice(101, 0.5))) {
                sum += v * v;
                count++;
            }
        }
        // A field of 50 x 50 pixels correlated over about 3 has some 300 independent places: 4 of them have a relative
        // standard error of sqrt(2/1200) = 0.04, and the tolerance is four of those.
        assertThat(sum / count).isCloseTo(1, within(0.16));
    }

    @Test
    void digitsAreChecked() {
        assertThatThrownBy(() -> SplinePicture.digit(new double[100]))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("28 x 28");
        assertThatThrownBy(() -> SplinePicture.digit(new double[784]))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("black");
        var bright = Digits.ring();
        bright[3] = 255;
        assertThatThrownBy(() -> SplinePicture.digit(bright))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("0 to 1");
    }
}
