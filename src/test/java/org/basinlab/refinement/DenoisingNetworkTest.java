package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.experiment.InputException;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class DenoisingNetworkTest {
    private static final RandomStream RANDOM = new RandomStream(3, RandomStream.DENOISING, 0);

    @Test
    void isItsFormula() {
        // Seven pixels and five units: neither a multiple of the four rows taken at once.
        var network = Toys.free(7, 5, 1, 0);
        var x = Toys.drawn(3 * 7, 1, 10);
        var found = network.apply(x);
        for (var r = 0; r < 3; r++) {
            var expected = network.offset().clone();
            for (var j = 0; j < 5; j++) {
                var z = network.bias()[j];
                for (var i = 0; i < 7; i++) {
                    z += network.encode()[i * 5 + j] * x[r * 7 + i];
                }
                for (var i = 0; i < 7; i++) {
                    expected[i] += network.decode()[j * 7 + i] / (1 + Math.exp(-z));
                }
            }
            for (var i = 0; i < 7; i++) {
                // Sums of a dozen numbers of about 1, in another order.
                assertThat(found[r * 7 + i]).isCloseTo(expected[i], within(1e-14 * 10));
            }
        }
    }

    @Test
    void pushIsItsDerivative() {
        var network = Toys.free(7, 5, 1, 0);
        var x = Toys.drawn(3 * 7, 1, 10);
        var t = Toys.drawn(3 * 7, 1, 11);
        var h = 1e-5;
        var up = network.apply(Rows.sum(x, h, t));
        var down = network.apply(Rows.sum(x, -h, t));
        var found = network.push(x, t);
        for (var k = 0; k < found.length; k++) {
            // Central differences: h^2 times a third derivative of about 10, and 1e-16 / h of rounding.
            assertThat(found[k]).isCloseTo((up[k] - down[k]) / (2 * h), within(1e-8));
        }
    }

    @Test
    void imagesOfABatchKeepToThemselves() {
        var network = Toys.free(7, 5, 1, 0);
        var x = Toys.drawn(2 * 7, 1, 10);
        assertThat(Arrays.copyOfRange(network.apply(x), 7, 14))
                .containsExactly(network.apply(Arrays.copyOfRange(x, 7, 14)));
    }

    @Test
    void shufflesWithinEachMatrixAndStaysTied() {
        var free = Toys.free(7, 5, 1, 0);
        var broken = free.shuffled(RANDOM);
        assertThat(broken.encode()).containsExactlyInAnyOrder(free.encode()).isNotEqualTo(free.encode());
        assertThat(broken.decode()).containsExactlyInAnyOrder(free.decode()).isNotEqualTo(free.decode());
        assertThat(broken.isTied()).isFalse();
        var tied = Toys.tied(7, 5, 1, 0).shuffled(RANDOM);
        assertThat(tied.isTied()).isTrue();
        assertThat(tied.encode()).containsExactly(broken.encode());
    }

    @Test
    void refusesNumbersThatAreNoNetwork() {
        assertThatThrownBy(() -> DenoisingNetwork.tied(3, 2, new double[6], new double[3], new double[3]))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("3 pixels and 2 units");
        var network = Toys.free(7, 5, 1, 0);
        assertThatThrownBy(() -> network.push(new double[7], new double[14])).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> network.apply(new double[8])).isInstanceOf(InputException.class);
    }
}
