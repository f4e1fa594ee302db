package org.basinlab.landscape;

import java.util.List;

/**
 * A datapoint loss l_j(x, y) of a model of two parameters, given as a formula of {@link Expression#parameter(int)} 0
 * and 1, with its gradient and Hessian.
 *
 * @param loss l_j(x, y)
 */
public record PlaneFormula(Expression loss) {
    /** dl/dx, dl/dy, d2l/dx2, d2l/dxdy, d2l/dy2. */
    List<Expression> derivatives() {
        var x = loss.derivative(0);
        var y = loss.derivative(1);
        return List.of(x, y, x.derivative(0), x.derivative(1), y.derivative(1));
    }

    /** The formula as text. */
    @Override
    public String toString() {
        return loss.toString();
    }
}
