package org.basinlab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.junit.jupiter.api.Test;

class ControlledTest {
    private static double parameter(DynamicalSystem system, String name) {
        return system.parameterValues()[system.parameters().indexOf(name)];
    }

    @Test
    void gainsSolveTheRiccatiEquation() {
        var pendulum = Controlled.pendulum(5);
        var alpha = parameter(pendulum, "gravity");
        var f = parameter(pendulum, "friction");
        var p12 = parameter(pendulum, "k1");
        var p22 = parameter(pendulum, "k2");
        // The entry beside the diagonal gives P11: P11 - f P12 + alpha P22 - P12 P22 = 0.
        var p11 = f * p12 - alpha * p22 + p12 * p22;
        var a = new Array2DRowRealMatrix(new double[][] {{0, 1}, {alpha, -f}});
        var b = new Array2DRowRealMatrix(new double[][] {{0}, {1}});
        var p = new Array2DRowRealMatrix(new double[][] {{p11, p12}, {p12, p22}});
        var residual = a.transpose()
                .multiply(p)
                .add(p.multiply(a))
                .subtract(p.multiply(b).multiply(b.transpose()).multiply(p));
        for (var i = 0; i < 2; i++) {
            for (var j = 0; j < 2; j++) {
                // Products of some 400.
                assertThat(residual.getEntry(i, j)).isCloseTo(i == j ? -1 : 0, within(1e-11));
            }
        }
        assertThat(p11 * p22 - p12 * p12).as("P is positive definite").isPositive();
        assertThat(p11).isPositive();
        assertThat(FlowJacobian.growth(pendulum, 0, 0)).isNegative();
        assertThat(FlowJacobian.growth(
                        pendulum.with(java.util.Map.of("limit", 1e-9)).from(0, 0), 0.1, 0))
                .as("it falls where u cannot follow")
                .isPositive();
    }

    @Test
    void jacobiansByHand() {
        var pendulum = Controlled.pendulum(100);
        var theta = 0.3;
        var j = FlowJacobian.at(pendulum, theta, -0.2);
        assertThat(j.getRow(0)).containsExactly(new double[] {0, 1}, within(1e-14));
        var k1 = parameter(pendulum, "k1");
        var k2 = parameter(pendulum, "k2");
        assertThat(j.getRow(1)).containsExactly(new double[] {9.81 * Math.cos(theta) - k1, -0.1 - k2}, within(1e-13));
        var pid = FlowJacobian.at(Controlled.pid(2, 0.5, 1), 0.7, 0.1, -4);
        assertThat(pid.getRow(0)).containsExactly(new double[] {0, 1, 0}, within(1e-14));
        assertThat(pid.getRow(1)).containsExactly(new double[] {-1 - 2, -0.04 - 1, -0.5}, within(1e-14));
        assertThat(pid.getRow(2)).containsExactly(new double[] {1, 0, 0}, within(1e-14));
        assertThat(FlowJacobian.growth(Controlled.pid(2, 0.5, 1), 0, 0, 0)).isNegative();
    }

    @Test
    void predatorAndPreyKeepTheirQuantity() {
        assertThat(drift(0.02) / drift(0.01)).as("order four, or more").isGreaterThan(12);
        assertThat(drift(0.01)).isLessThan(1e-7);
    }

    private static double drift(double h) {
        var path = new Path(new Stepping(Populations.predatorAndPrey(), Integrator.RK4, h), 10, 10);
        for (var k = 0; k < Math.round(30 / h); k++) {
            path.advance();
        }
        return Math.abs(kept(path.state()) - kept(10, 10));
    }

    private static double kept(double... state) {
        return 0.1 * state[0] - 0.4 * Math.log(state[0]) + 0.4 * state[1] - 1.1 * Math.log(state[1]);
    }
}
