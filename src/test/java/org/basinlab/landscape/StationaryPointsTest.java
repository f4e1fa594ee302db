package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.basinlab.landscape.StationaryPoint.Kind.FLAT;
import static org.basinlab.landscape.StationaryPoint.Kind.MAXIMUM;
import static org.basinlab.landscape.StationaryPoint.Kind.MINIMUM;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.StationaryPoint.Kind;
import org.junit.jupiter.api.Test;

class StationaryPointsTest {
    /** The published digits. */
    private static final Offset<Double> SEVENTH = within(5e-8);

    private static List<StationaryPoint> of(String text, double low, double high) {
        return StationaryPoints.of(Formulas.parse(text), low, high);
    }

    private static List<Kind> kinds(List<StationaryPoint> points) {
        return points.stream().map(StationaryPoint::kind).toList();
    }

    @Test
    void findsThoseOfP1() {
        var pit = Pit.PUBLISHED;
        var l1 = StationaryPoints.of(pit.losses().get(1), 0, 3);
        assertThat(kinds(l1)).containsExactly(MINIMUM, MAXIMUM, MINIMUM);
        assertThat(l1.get(0).w()).isCloseTo(1.0036974, SEVENTH);
        assertThat(l1.get(1).w()).isCloseTo(1.1959565, SEVENTH);
        assertThat(l1.get(2).w()).isCloseTo(2, within(1e-14));
        var mean = StationaryPoints.of(pit, 0, 3);
        assertThat(kinds(mean)).containsExactly(MINIMUM, MAXIMUM, MINIMUM);
        assertThat(mean.get(0).w()).isCloseTo(1.0074533, SEVENTH);
        assertThat(mean.get(1).w()).isCloseTo(1.1743102, SEVENTH);
        assertThat(mean.get(2).loss()).isCloseTo(-1, within(1e-15));
        var deep = new Pit(2, 100);
        assertThat(StationaryPoints.of(deep.losses().get(1), 0.5, 1.5).stream().map(StationaryPoint::w))
                .satisfiesExactly(
                        w -> assertThat(w).isCloseTo(1.0018434, SEVENTH),
                        w -> assertThat(w).isCloseTo(1.2149223, SEVENTH));
        // P1: the pit is the global minimum of L then.
        assertThat(StationaryPoints.of(deep, 0.5, 1.1).get(0).loss()).isCloseTo(-1.369, within(5e-4));
    }

    /** In intervals whose nodes hit the points, and in others. */
    @Test
    void findsEveryOneOnceWhereverTheGridLies() {
        for (var shift : new double[] {0, 1e-5, 0.1234, 1 / 3.0}) {
            var cubic = of("w^3/3 - w", -3 - shift, 3 + 2 * shift);
            assertThat(kinds(cubic)).containsExactly(MAXIMUM, MINIMUM);
            assertThat(cubic.get(0).w()).isCloseTo(-1, within(1e-14));
            assertThat(cubic.get(1).w()).isCloseTo(1, within(1e-14));
            assertThat(cubic.get(1).loss()).isCloseTo(-2 / 3.0, within(1e-15));
        }
        assertThat(of("sin(w)", 0, 40)).hasSize(13);
    }

    @Test
    void findsTouchingZeros() {
        for (var shift : new double[] {0, 0.1234, 1 / 3.0}) {
            for (var text : new String[] {"w^3", "-w^3", "w^5 + w^3", "w - sin(w)"}) {
                var points = of(text, -1 - shift, 1 + 2 * shift);
                assertThat(kinds(points)).as(text).containsExactly(FLAT);
                // The slope of the slope is 0 there to rounding, and rises by at least 1 a unit.
                assertThat(points.get(0).w()).isCloseTo(0, within(1e-14));
            }
            assertThat(kinds(of("w^4", -1 - shift, 1 + 2 * shift))).containsExactly(MINIMUM);
            assertThat(of("w^3 + 1e-6*w", -1 - shift, 1))
                    .as("it comes near 0 only")
                    .isEmpty();
        }
    }

    @Test
    void findsPairsWithinACell() {
        // w^3 - 3 e^2 w has its points at -e and e; a cell is 1e-4 wide.
        var points = of("w^3 - 3e-10*w", -1.00003, 1);
        assertThat(kinds(points)).containsExactly(MAXIMUM, MINIMUM);
        assertThat(points.get(0).w()).isCloseTo(-1e-5, within(1e-14));
        assertThat(points.get(1).w()).isCloseTo(1e-5, within(1e-14));
    }

    @Test
    void flatStretchesAreNoPoints() {
        // Beyond 27.2 from its centre exp(-x^2) is 0 exactly.
        var bell = of("-exp(-(w-2)^2)", -100, 100);
        assertThat(kinds(bell)).containsExactly(MINIMUM);
        assertThat(bell.get(0).w()).isCloseTo(2, within(1e-14));
        assertThat(kinds(of("-exp(-w^2) - exp(-(w-20)^2)", -100, 100))).containsExactly(MINIMUM, MAXIMUM, MINIMUM);
        assertThat(of("-exp(-w^2) - exp(-(w-80)^2)", -100, 100)).as("0 between").hasSize(2);
        assertThat(of("0*w + 3", -1, 1)).isEmpty();
        assertThat(of("abs(w) + w", -1, 1)).isEmpty();
        assertThat(kinds(of("abs(w-0.3)", -1, 1))).as("a kink").containsExactly(MINIMUM);
        assertThat(kinds(of("abs(w)", -1, 1))).as("a kink on a node").containsExactly(MINIMUM);
    }

    @Test
    void polesAndPlacesWithoutAValueAreNoPoints() {
        for (var shift : new double[] {0, 0.1234}) {
            assertThat(of("log(abs(w))", -1 - shift, 1)).isEmpty();
            assertThat(of("1/w^2", -1 - shift, 1)).isEmpty();
            assertThat(of("1/w", -1 - shift, 1)).isEmpty();
            assertThat(of("w*log(w)", -1 - shift, 1))
                    .satisfiesExactly(p -> assertThat(p.w()).isCloseTo(Math.exp(-1), within(1e-14)));
            assertThat(of("exp(w^2)", -100 - shift, 100))
                    .as("infinite for most")
                    .hasSize(1);
            assertThat(of("sqrt(w)*(w-1)", -1 - shift, 2))
                    .satisfiesExactly(p -> assertThat(p.w()).isCloseTo(1 / 3.0, within(1e-14)));
        }
        // Where the slope has no value for less than a cell around its change of sign.
        var hole = new DatapointLoss() {
            @Override
            public double value(double w) {
                return Math.abs(w);
            }

            @Override
            public double gradient(double w) {
                return Math.abs(w) < 1e-6 ? Double.NaN : Math.signum(w);
            }

            @Override
            public double curvature(double w) {
                return 0;
            }
        };
        assertThat(StationaryPoints.of(hole, -1.00003, 1)).isEmpty();
    }

    @Test
    void endsBelongToTheInterval() {
        assertThat(kinds(of("w^2", 0, 1))).containsExactly(MINIMUM);
        assertThat(kinds(of("w^2", -1, 0))).containsExactly(MINIMUM);
        assertThat(kinds(of("-(w^2)", 0, 1))).containsExactly(MAXIMUM);
        assertThat(of("w^2", 1e-9, 1)).isEmpty();
    }

    @Test
    void severalLossesAreTakenByTheirMean() {
        var landscape = Landscape.of(Formulas.parse("(w-1)^2"), Formulas.parse("(w-2)^2"), Formulas.parse("w"));
        // 2 (w-1) + 2 (w-2) + 1 = 0.
        assertThat(StationaryPoints.of(landscape, 0, 3))
                .satisfiesExactly(p -> assertThat(p.w()).isCloseTo(1.25, within(1e-14)));
    }

    @Test
    void refusesWhatIsNoInterval() {
        for (var ends :
                Arrays.asList(new double[] {1, 1}, new double[] {2, 1}, new double[] {0, Double.NaN}, new double[] {
                    0, Double.POSITIVE_INFINITY
                })) {
            assertThatThrownBy(() -> of("w^2", ends[0], ends[1]))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("stationary points need an interval from low to high, got ");
        }
    }
}
