package org.basinlab.dynamics;

import org.basinlab.landscape.Expression.Function;

/** Flows under a controller whose output is the node {@code u}. */
public final class Controlled {
    private static final double GRAVITY = 9.81;

    private Controlled() {}

    /**
     * A weakly damped oscillator under a PID controller: {@code dx/dt = v}, {@code dv/dt = -w^2 x - 2 z w v + u},
     * {@code di/dt = x}, {@code u = -(kp x + ki i + kd v)}, with w = 1 and z = 0.02 a unit of time, from x = 1 at rest.
     *
     * @param proportional kp
     * @param integral     ki
     * @param derivative   kd
     */
    public static DynamicalSystem pid(double proportional, double integral, double derivative) {
        var building = DynamicalSystem.named("pid");
        var x = building.variable("x", 1);
        var v = building.variable("v", 0);
        var i = building.variable("i", 0);
        var kp = building.parameter("kp", proportional);
        var ki = building.parameter("ki", integral);
        var kd = building.parameter("kd", derivative);
        var frequency = building.parameter("frequency", 1);
        var damping = building.parameter("damping", 0.02);
        var u = building.node(
                "u", kp.times(x).plus(ki.times(i)).plus(kd.times(v)).negate());
        var spring = frequency.times(frequency).times(x);
        var friction = damping.times(frequency).times(v);
        return building.moves(x, v)
                .moves(v, u.minus(spring).minus(friction).minus(friction))
                .moves(i, x)
                .flow();
    }

    /**
     * A pendulum that stands on its end, theta its angle from upright, in seconds and radians:
     * {@code d theta/dt = omega}, {@code d omega/dt = (g / l) sin theta - f omega + u},
     * {@code u = clamp(-(k1 theta + k2 omega), -limit, limit)}, with l = 1 m and f = 0.1, from theta = 0.2 at rest. The gains
     * are those of the linear-quadratic regulator of the pendulum near upright, for the cost
     * {@code theta^2 + omega^2 + u^2}: of the algebraic Riccati equation's solution P, {@code k1 = P12} and {@code k2 = P22}
     * with {@code P12 = alpha + sqrt(alpha^2 + 1)}, {@code P22 = -f + sqrt(f^2 + 2 P12 + 1)}, {@code alpha = g / l}.
     *
     * @param limit the largest size of u, per second squared; positive
     */
    public static DynamicalSystem pendulum(double limit) {
        var building = DynamicalSystem.named("pendulum");
        var theta = building.variable("theta", 0.2);
        var omega = building.variable("omega", 0);
        var pull = GRAVITY;
        var drag = 0.1;
        var first = pull + Math.sqrt(pull * pull + 1);
        var second = -drag + Math.sqrt(drag * drag + 2 * first + 1);
        var alpha = building.parameter("gravity", pull);
        var friction = building.parameter("friction", drag);
        var k1 = building.parameter("k1", first);
        var k2 = building.parameter("k2", second);
        var most = building.parameter("limit", limit);
        var u = building.node(
                "u", k1.times(theta).plus(k2.times(omega)).negate().clamp(most.negate(), most));
        return building.moves(theta, omega)
                .moves(
                        omega,
                        alpha.times(theta.apply(Function.SIN))
                                .minus(friction.times(omega))
                                .plus(u))
                .flow();
    }
}
