package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.PlaneLandscape.Covariance;
import org.junit.jupiter.api.Test;

class PlaneLandscapeTest {
    private static final PlaneLandscape THREE = new PlaneLandscape(List.of(
            Formulas.parsePlane("-exp(-(x-1)^2 - 2*y^2)"),
            Formulas.parsePlane("sin(x)*cos(2*y) + x*y"),
            Formulas.parsePlane("(x^2 + y^2)^2/8 - y")));

    /** With gradients (a x + b, c y + d) everything is known. */
    @Test
    void quadraticLossesInClosedForm() {
        var landscape =
                new PlaneLandscape(List.of(Formulas.parsePlane("x^2 + 2*y^2 + y"), Formulas.parsePlane("3*x^2 - x*y")));
        var x = 0.7;
        var y = -1.3;
        // Gradients (2x, 4y + 1) and (6x - y, -x): half their difference is (2x - y/2, -(x + 4y + 1)/2).
        var u = 2 * x - y / 2;
        var v = -(x + 4 * y + 1) / 2;
        var at = landscape.at(x, y);
        var exact = within(1e-14); // some roundings of numbers up to 10
        assertThat(landscape.loss(x, y)).isCloseTo((4 * x * x + 2 * y * y + y - x * y) / 2, exact);
        assertThat(at.gx()).isCloseTo(4 * x - y / 2, exact);
        assertThat(at.gy()).isCloseTo((4 * y + 1 - x) / 2, exact);
        assertThat(at.gxx()).isCloseTo(4, exact);
        assertThat(at.gxy()).isCloseTo(-0.5, exact);
        assertThat(at.gyy()).isCloseTo(2, exact);
        assertThat(at.sxx()).isCloseTo(u * u, exact);
        assertThat(at.sxy()).isCloseTo(u * v, exact);
        assertThat(at.syy()).isCloseTo(v * v, exact);
        close(at.dx(), new Covariance(4 * u, 2 * v - u / 2, -v), 1e-13);
        close(at.dy(), new Covariance(-u, -v / 2 - 2 * u, -4 * v), 1e-13);
        assertThat(landscape.gradient(1, x, y)).containsExactly(6 * x - y, -x);
    }

    private static void close(Covariance ours, Covariance expected, double tolerance) {
        assertThat(ours.xx()).isCloseTo(expected.xx(), within(tolerance));
        assertThat(ours.xy()).isCloseTo(expected.xy(), within(tolerance));
        assertThat(ours.yy()).isCloseTo(expected.yy(), within(tolerance));
    }

    @Test
    void derivativesAreTheLimitsOfDifferencesWithOrderTwo() {
        var x = 0.43;
        var y = -0.61;
        var at = THREE.at(x, y);
        orderTwo(h -> THREE.loss(x + h, y), at.gx());
        orderTwo(h -> THREE.loss(x, y + h), at.gy());
        orderTwo(h -> THREE.at(x + h, y).gx(), at.gxx());
        orderTwo(h -> THREE.at(x, y + h).gx(), at.gxy());
        orderTwo(h -> THREE.at(x + h, y).gy(), at.gxy());
        orderTwo(h -> THREE.at(x, y + h).gy(), at.gyy());
        orderTwo(h -> THREE.at(x + h, y).sxx(), at.dx().xx());
        orderTwo(h -> THREE.at(x + h, y).sxy(), at.dx().xy());
        orderTwo(h -> THREE.at(x + h, y).syy(), at.dx().yy());
        orderTwo(h -> THREE.at(x, y + h).sxx(), at.dy().xx());
        orderTwo(h -> THREE.at(x, y + h).sxy(), at.dy().xy());
        orderTwo(h -> THREE.at(x, y + h).syy(), at.dy().yy());
    }

    private static void orderTwo(DoubleUnaryOperator f, double exact) {
        var errors = new double[2];
        for (var i = 0; i < 2; i++) {
            var h = 2e-3 / (1 << i);
            errors[i] = Math.abs((f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h) - exact);
        }
        // Rounding, 2^-53 / h, is 10^-6 of the truncation, and the next term 10^-5 of it.
        assertThat(Math.log(errors[0] / errors[1]) / Math.log(2)).isCloseTo(2, within(0.02));
    }

    @Test
    void covarianceIsThatOfTheGradients() {
        var at = THREE.at(-0.2, 0.9);
        double xx = 0, xy = 0, yy = 0;
        for (var j = 0; j < 3; j++) {
            var g = THREE.gradient(j, -0.2, 0.9);
            xx += (g[0] - at.gx()) * (g[0] - at.gx()) / 3;
            xy += (g[0] - at.gx()) * (g[1] - at.gy()) / 3;
            yy += (g[1] - at.gy()) * (g[1] - at.gy()) / 3;
        }
        assertThat(at.sxx()).isCloseTo(xx, within(1e-15));
        assertThat(at.sxy()).isCloseTo(xy, within(1e-15));
        assertThat(at.syy()).isCloseTo(yy, within(1e-15));
    }

    @Property(tries = 100, seed = "20261122")
    void formulasOfTwoParametersReadBack(@ForAll("formulas") Expression e) {
        var written = e.plus(Expression.parameter(1));
        if (Structure.operandsFirst(List.of(written)).stream()
                .noneMatch(p -> p instanceof Expression.Constant c && !Double.isFinite(c.value()))) {
            assertThat(Formulas.parsePlane(written.toString()).loss()).isEqualTo(written);
        }
    }

    @Provide
    Arbitrary<Expression> formulas() {
        return Expressions.any(2);
    }

    @Test
    void needsADatapoint() {
        assertThatThrownBy(() -> new PlaneLandscape(List.of())).isInstanceOf(InputException.class);
    }
}
