package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefinementLoopTest {
    private static final int PASSES = 12;

    @Test
    void ofALinearMapIsAPower() {
        // Both eigenvalues by hand: D(x) = diag(0.5, 0) x + (1, 1), at rest at (2, 1).
        var loop = new RefinementLoop(new Toys.Linear(new double[][] {{0.5, 0}, {0, 0}}, 1, 1), 0.4);
        var end = loop.end(new double[] {5, -3, 2, 1}, PASSES);
        // Some ulps a pass.
        assertThat(end[0]).isCloseTo(2 + 3 * Math.pow(0.8, PASSES), within(1e-14));
        assertThat(end[1]).isCloseTo(1 - 4 * Math.pow(0.6, PASSES), within(1e-14));
        assertThat(end[2]).isCloseTo(2, within(1e-14));
        assertThat(end[3]).isCloseTo(1, within(1e-14));
    }

    @Test
    void theTangentIsTheProductOfItsFactors() {
        var n = 6;
        var a = 0.7;
        for (var network : List.of(Toys.tied(n, 4, 1, 0), Toys.free(n, 4, 1, 0))) {
            var loop = new RefinementLoop(network, a);
            var start = Toys.drawn(n, 1, 30);
            var product = identity(n);
            var path = new ArrayList<double[]>();
            loop.watch(start, PASSES, (t, x, u) -> path.add(x.clone()));
            for (var t = 0; t < PASSES; t++) {
                var factor = new double[n][n];
                for (var i = 0; i < n; i++) {
                    var column = network.push(path.get(t), identity(n)[i]);
                    for (var r = 0; r < n; r++) {
                        factor[r][i] = a * column[r] + (r == i ? 1 - a : 0);
                    }
                }
                product = times(factor, product);
            }
            var direction = Toys.drawn(n, 1, 31);
            var found = loop.tangents(start, List.of(direction), PASSES);
            assertThat(found.end()).containsExactly(path.get(PASSES)).containsExactly(loop.end(start, PASSES));
            for (var r = 0; r < n; r++) {
                var expected = 0.0;
                for (var i = 0; i < n; i++) {
                    expected += product[r][i] * direction[i];
                }
                // Products of twelve matrices with entries of about 1, in another order.
                assertThat(found.tangents().get(0)[r]).isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected))));
            }
        }
    }

    private static double[][] identity(int n) {
        var identity = new double[n][n];
        for (var i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[][] times(double[][] one, double[][] other) {
        var n = one.length;
        var product = new double[n][n];
        for (var r = 0; r < n; r++) {
            for (var c = 0; c < n; c++) {
                for (var k = 0; k < n; k++) {
                    product[r][c] += one[r][k] * other[k][c];
                }
            }
        }
        return product;
    }
}
