package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class FlatnessTest {
    /** Differences of sixth order in steps of 5e-4 on lengths of 1: rounding, 1e-16 / 5e-4 a few times over. */
    private static final double ROUNDING = 1e-10;

    @Test
    void constantNoiseIsFlat() {
        assertThat(Flatness.curvature(
                        PlaneExamples.linear(new Covariance(1, 0, 1), new Covariance(2, 0.5, 1)), 0.3, 0.8))
                .isCloseTo(0, within(ROUNDING));
    }

    @Test
    void polarAndShearedCoordinatesAreFlat() {
        // dr^2 + r^2 dphi^2.
        var polar = field(
                (r, phi) -> new Covariance(1, 0, 1 / (r * r)),
                (r, phi) -> new Covariance(0, 0, -2 / (r * r * r)),
                null);
        assertThat(Flatness.curvature(polar, 1.3, 0.4)).isCloseTo(0, within(ROUNDING));
        // u = x, v = y - x^3: S2 = J J^T with J = (1, 0; 3x^2, 1), so the cross terms count.
        var sheared = field(
                (x, y) -> new Covariance(1, 3 * x * x, 9 * Math.pow(x, 4) + 1),
                (x, y) -> new Covariance(0, 6 * x, 36 * x * x * x),
                null);
        assertThat(Flatness.curvature(sheared, 0.7, 0.2)).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void spheresAndSaddlesAreNot() {
        // dtheta^2 + sin^2 theta dphi^2.
        var sphere = field(
                (theta, phi) -> new Covariance(1, 0, Math.pow(Math.sin(theta), -2)),
                (theta, phi) -> new Covariance(0, 0, -2 * Math.cos(theta) * Math.pow(Math.sin(theta), -3)),
                null);
        assertThat(Flatness.curvature(sphere, 1.1, 0)).isCloseTo(1, within(ROUNDING));
        // Poincare's half plane, (dx^2 + dy^2) / y^2: noise in proportion to a parameter, in both.
        var plane = field((x, y) -> new Covariance(y * y, 0, y * y), null, (x, y) -> new Covariance(2 * y, 0, 2 * y));
        assertThat(Flatness.curvature(plane, 0.4, 0.9)).isCloseTo(-1, within(ROUNDING));
    }

    @Test
    void aShearedSphereIsStillASphere() {
        // The sphere again, in (theta, phi + theta^2): a cross term, and the same curvature.
        var sphere = field(
                (x, y) -> new Covariance(1, 2 * x, 4 * x * x + Math.pow(Math.sin(x), -2)),
                (x, y) -> new Covariance(0, 2, 8 * x - 2 * Math.cos(x) * Math.pow(Math.sin(x), -3)),
                null);
        assertThat(Flatness.curvature(sphere, 1.1, 0)).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void twoDatapointsHaveNoMetric() {
        var singular = PlaneExamples.linear(new Covariance(1, 0, 1), new Covariance(1, 2, 4));
        assertThatThrownBy(() -> Flatness.curvature(singular, 0, 0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("singular");
    }

    private static PlaneField field(
            BiFunction<Double, Double, Covariance> s,
            BiFunction<Double, Double, Covariance> byX,
            BiFunction<Double, Double, Covariance> byY) {
        return PlaneExamples.field(new Covariance(0, 0, 0), s, byX, byY);
    }
}
