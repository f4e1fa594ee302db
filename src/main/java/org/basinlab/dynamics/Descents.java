package org.basinlab.dynamics;

import org.basinlab.landscape.Expression;

/** Gradient descent as a system: the gradient is what acts on the parameters. */
public final class Descents {
    private Descents() {}

    /**
     * Gradient descent on a loss of two parameters: {@code w' = w - T g(w)}, {@code g = grad L}, with variables {@code x} and
     * {@code y} and nodes {@code gx} and {@code gy}, from (1.6, 1).
     *
     * @param loss        L, of parameter 0 (x) and 1 (y)
     * @param temperature T, the learning rate; positive
     */
    public static DynamicalSystem of(Expression loss, double temperature) {
        var building = DynamicalSystem.named("descent");
        var x = building.variable("x", 1.6);
        var y = building.variable("y", 1);
        var t = building.parameter("temperature", temperature);
        var gx = building.node("gx", loss.derivative(0).of(i -> i == 0 ? x : y));
        var gy = building.node("gy", loss.derivative(1).of(i -> i == 0 ? x : y));
        return building.moves(x, x.minus(t.times(gx)))
                .moves(y, y.minus(t.times(gy)))
                .map();
    }
}
