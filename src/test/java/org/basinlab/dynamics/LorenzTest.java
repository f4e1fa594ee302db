package org.basinlab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

/** Volumes shrink at constant rates, whole and conditional. */
class LorenzTest {
    /** log |det| of what a time of 0.16 makes of unit vectors, a unit of time. */
    private static double shrinking(double h, Set<String> frozen, List<String> rest) {
        var steps = (int) Math.round(0.16 / h);
        var stepping = new Stepping(Lorenz.of(28).from(-5, -7, 20), Integrator.RK4, h);
        var matrix = new Array2DRowRealMatrix(rest.size(), rest.size());
        for (var j = 0; j < rest.size(); j++) {
            var course = new Course(stepping, frozen, Window.ALWAYS, rest.get(j));
            for (var k = 0; k < steps; k++) {
                course.advance();
            }
            for (var i = 0; i < rest.size(); i++) {
                var place = stepping.system().node(rest.get(i));
                matrix.setEntry(i, j, course.frozen().mantissas()[place]);
            }
        }
        return Math.log(Math.abs(new LUDecomposition(matrix).getDeterminant())) / 0.16;
    }

    private static void orderFour(double exact, Set<String> frozen, List<String> rest) {
        var coarse = shrinking(0.01, frozen, rest) - exact;
        var fine = shrinking(0.005, frozen, rest) - exact;
        // (sigma h)^4 / 120 and less.
        assertThat(Math.abs(fine)).isLessThan(1e-4);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(3.6, 4.4);
    }

    @Test
    void exponentsAddUpToTheDivergence() {
        orderFour(-(Lorenz.SIGMA + 1 + Lorenz.BETA), Set.of(), List.of("a", "b", "c"));
    }

    @Test
    void conditionalExponentsAddUpToThatOfTheRest() {
        orderFour(-(1 + Lorenz.BETA), Set.of("a"), List.of("b", "c"));
        orderFour(-(Lorenz.SIGMA + Lorenz.BETA), Set.of("b"), List.of("a", "c"));
        orderFour(-(Lorenz.SIGMA + 1), Set.of("c"), List.of("a", "b"));
    }

    @Test
    void pairsLeaveOneThatShrinksAtItsOwnRate() {
        orderFour(-Lorenz.BETA, Set.of("a", "b"), List.of("c"));
        orderFour(-1, Set.of("a", "c"), List.of("b"));
        orderFour(-Lorenz.SIGMA, Set.of("b", "c"), List.of("a"));
    }

    @Test
    void jacobianByHand() {
        var j = FlowJacobian.at(Lorenz.of(28), 2, -3, 11);
        var expected = new double[][] {{-10, 10, 0}, {28 - 11, -1, -2}, {-3, 2, -8.0 / 3}};
        for (var i = 0; i < 3; i++) {
            // The identity is added and taken away again: roundings of some 28 u.
            assertThat(j.getRow(i)).containsExactly(expected[i], within(1e-14));
        }
        assertThat(FlowJacobian.growth(Lorenz.of(0.8), 0, 0, 0))
                .isCloseTo((-11 + Math.sqrt(121 - 4 * 10 * 0.2)) / 2, within(1e-12));
    }
}
