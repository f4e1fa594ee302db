package org.basinlab.neural;

import static org.basinlab.landscape.Expression.constant;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Expression.Function;
import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;

/**
 * A dense network as nodes of a dynamical system: each hidden unit is one, so that A can be a unit at all times. The
 * first hidden layer's are h1, h2, ..., a second's h2.1, h2.2, ....
 */
public final class NetworkNodes {
    private NetworkNodes() {}

    /**
     * Adds a network.
     *
     * @param building   the system in the making
     * @param inputs     what it takes, of quantities that are there
     * @param switchable whether each unit gets parameters keep_h and hold_h and is {@code keep_h h + hold_h}: as it is
     *     for 1 and 0, held at a value c for 0 and c
     * @return its outputs, as formulas of the nodes
     * @throws InputException for an activation that has no formula
     */
    public static List<Expression> add(
            DynamicalSystem.Building building, DenseNetwork network, List<Expression> inputs, boolean switchable) {
        var spec = network.parameters().spec();
        var a = inputs;
        for (var l = 0; l < spec.depth(); l++) {
            var next = new ArrayList<Expression>();
            for (var j = 0; j < spec.units(l); j++) {
                var out = activated(spec.layers().get(l).activation(), weighted(network, l, j, a));
                next.add(l == spec.depth() - 1 ? out : unit(building, name(l, j), out, switchable));
            }
            a = next;
        }
        return a;
    }

    /** The node's name of a hidden unit. */
    public static String name(int layer, int unit) {
        return "h" + (layer == 0 ? "" : layer + 1 + ".") + (unit + 1);
    }

    private static Expression unit(
            DynamicalSystem.Building building, String name, Expression value, boolean switchable) {
        if (!switchable) {
            return building.node(name, value);
        }
        var keep = building.parameter("keep_" + name, 1);
        var hold = building.parameter("hold_" + name, 0);
        return building.node(name, keep.times(value).plus(hold));
    }

    private static Expression weighted(DenseNetwork network, int layer, int unit, List<Expression> a) {
        var sum = constant(network.bias(layer, unit));
        for (var i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(constant(network.weight(layer, unit, i))));
        }
        return sum;
    }

    private static Expression activated(Activation activation, Expression z) {
        if (activation instanceof StandardActivation standard) {
            switch (standard) {
                case IDENTITY:
                    return z;
                case TANH:
                    return z.apply(Function.TANH);
                case SIGMOID:
                    return z.apply(Function.SIGMOID);
                case SOFTPLUS:
                    return z.apply(Function.SOFTPLUS);
                case RELU:
                    return z.plus(z.apply(Function.ABS)).times(constant(0.5));
                default:
                    break;
            }
        }
        throw new InputException("activation " + activation
                + " has no formula as a node of a system: use tanh, sigmoid, softplus, relu or identity");
    }
}
