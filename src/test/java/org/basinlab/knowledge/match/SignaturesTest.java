package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.basinlab.stats.Pearson;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final int ROWS = 101;

    @Test
    void oneProductGivesEveryCorrelation() {
        var ones = Toys.cells(3, ROWS, 10);
        var others = Toys.cells(5, ROWS, 2000);
        for (var t = 0; t < ROWS; t++) {
            others[2][t] = 4 + 1e-3 * ones[1][t];
        }
        var found = Signatures.of(ROWS, 3, (t, j) -> ones[j][t]).with(Signatures.of(ROWS, 5, (t, j) -> others[j][t]));
        var all = IntStream.range(0, ROWS).toArray();
        for (var i = 0; i < 3; i++) {
            for (var j = 0; j < 5; j++) {
                assertThat(found.at(i, j)).isCloseTo(Pearson.r(ones[i], others[j], all), within(1e-5));
            }
        }
        assertThat(found.at(1, 2)).isCloseTo(1, within(1e-5));
    }

    @Test
    void deadUnitsAreLikeNothing() {
        var signatures = Signatures.of(ROWS, 3, (t, j) -> j == 0 ? 0 : j == 1 ? 0.1 : t);
        assertThat(signatures.varying()).containsExactly(false, false, true);
        var alike = signatures.with(signatures);
        assertThat(alike.at(0, 0)).isZero();
        assertThat(alike.at(1, 2)).isZero();
        assertThat(alike.at(2, 2)).isCloseTo(1, within(1e-5));
    }

    @Test
    void datapointsCanBeTakenInAnotherOrder() {
        var values = Toys.cells(2, ROWS, 30);
        var order = Toys.RANDOM.permutation(ROWS, 3);
        var direct = Signatures.of(ROWS, 2, (t, j) -> values[j][order[t]]);
        var moved = Signatures.of(ROWS, 2, (t, j) -> values[j][t]).at(order);
        for (var k = 0; k < direct.values().length; k++) {
            assertThat(moved.values()[k]).isCloseTo(direct.values()[k], within(1e-6f));
        }
    }
}
