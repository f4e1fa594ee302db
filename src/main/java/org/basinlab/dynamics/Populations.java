package org.basinlab.dynamics;

/** Predator and prey. */
public final class Populations {
    private Populations() {}

    /**
     * A. J. Lotka's and V. Volterra's equations (1925, 1926): {@code dx/dt = alpha x - beta x y},
     * {@code dy/dt = delta x y - gamma y}, x the prey and y the predators, with alpha = 1.1, beta = 0.4, delta = 0.1 and gamma =
     * 0.4 a unit of time. Every orbit but the equilibrium's closes; {@code delta x - gamma log x + beta y - alpha log y} stays.
     */
    public static DynamicalSystem predatorAndPrey() {
        var building = DynamicalSystem.named("predator-prey");
        var x = building.variable("prey", 10);
        var y = building.variable("predator", 10);
        var alpha = building.parameter("alpha", 1.1);
        var beta = building.parameter("beta", 0.4);
        var gamma = building.parameter("gamma", 0.4);
        var delta = building.parameter("delta", 0.1);
        return building.moves(x, x.times(alpha.minus(beta.times(y))))
                .moves(y, y.times(delta.times(x).minus(gamma)))
                .flow();
    }
}
