package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiveAtATimeTest {
    private static final InputGrid SMALL = new InputGrid(1, -8, 8);

    /**
     * The identity is linear on every cone that an order of the five numbers and of the pair sums in it cuts out; whole
     * numbers from 0 to 4 reach into all orders, ties among them.
     */
    @Test
    void theLargestOfFiveForAllSmallNumbers() {
        for (var signed : new boolean[] {true, false}) {
            var grid = signed ? SMALL : new InputGrid(1, 0, 8);
            var circuit =
                    new Design(Operation.MAX, Form.SHALLOW, 5, 1, 1, false, signed, grid, grid.margin()).circuit(24);
            assertThat(circuit.depth()).isEqualTo(2);
            for (var n = 0; n < 5 * 5 * 5 * 5 * 5; n++) {
                var x = new double[] {n % 5, n / 5 % 5, n / 25 % 5, n / 125 % 5, n / 625};
                for (var i = 0; signed && i < 5; i++) {
                    x[i] -= 2;
                }
                var out = circuit.at(x)[0];
                if (out != Arrays.stream(x).max().orElseThrow()) {
                    throw new AssertionError(out + " of " + Arrays.toString(x));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "5, 2", "6, 3", "10, 3", "11, 4", "25, 4", "26, 5", "50, 5", "51, 6", "125, 6", "126, 7"
    })
    void fiveToTheMTakeTwoMLayers(int k, int depth) {
        assertThat(FiveAtATime.depth(k)).isEqualTo(depth);
        assertThat(new Design(
                                Operation.MAX,
                                Form.SHALLOW,
                                k,
                                1,
                                1,
                                false,
                                true,
                                InputGrid.DEFAULT,
                                InputGrid.DEFAULT.margin())
                        .circuit(24)
                        .depth())
                .isEqualTo(depth);
    }
}
