package org.basinlab.causal;

import static org.basinlab.landscape.Expression.parameter;

import java.util.Arrays;
import java.util.List;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Tape;

/** A formula of the parents, with its exact derivative. */
final class FormulaFunction implements NodeFunction {
    private final Tape value;
    private final Tape derivative;
    private final int parents;

    FormulaFunction(Expression formula, int parents) {
        this.parents = parents;
        value = Tape.of(List.of(formula), parents);
        derivative = Tape.of(List.of(formula.derivative(i -> parameter(parents + i))), 2 * parents);
    }

    @Override
    public double value(double[] values) {
        return value.at(values)[0];
    }

    @Override
    public double derivative(double[] values, double[] directions) {
        var both = Arrays.copyOf(values, 2 * parents);
        System.arraycopy(directions, 0, both, parents, parents);
        return derivative.at(both)[0];
    }
}
