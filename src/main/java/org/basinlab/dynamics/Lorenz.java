package org.basinlab.dynamics;

/**
 * E. N. Lorenz's system of 1963 with P8's names of its variables: {@code da/dt = sigma (b - a)},
 * {@code db/dt = a (rho - c) - b}, {@code dc/dt = a b - beta c}. (P8 prints the first with a and b exchanged.)
 *
 * <p>The origin is the one equilibrium for rho up to 1 and attracts everything; beyond, there are three, of which two attract up
 * to rho = 24.74 and the origin does not.
 */
public final class Lorenz {
    /** sigma. */
    public static final double SIGMA = 10;
    /** beta. */
    public static final double BETA = 8.0 / 3;

    private Lorenz() {}

    /** With sigma 10 and beta 8/3, from (1, 1, 1). */
    public static DynamicalSystem of(double rho) {
        var building = DynamicalSystem.named("lorenz");
        var a = building.variable("a", 1);
        var b = building.variable("b", 1);
        var c = building.variable("c", 1);
        var r = building.parameter("rho", rho);
        var sigma = building.parameter("sigma", SIGMA);
        var beta = building.parameter("beta", BETA);
        return building.moves(a, sigma.times(b.minus(a)))
                .moves(b, a.times(r.minus(c)).minus(b))
                .moves(c, a.times(b).minus(beta.times(c)))
                .flow();
    }
}
