package org.basinlab.neural;

import org.basinlab.causal.Comp;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.random.RandomStream;

/** A dense network written out number by number, with units that can be held at given values: the slow oracle. */
public final class ClampedNetwork {
    private final Parameters parameters;
    private final UnitSet held;
    private final double[][] at;

    /** Holds the units of a set at what they are for an input. */
    public ClampedNetwork(Parameters parameters, UnitSet held, double[] input) {
        this.parameters = parameters;
        this.held = held;
        this.at = activations(input, UnitSet.NONE);
    }

    /** The outputs for another input, the held units where they were. */
    public double[] outputs(double[] input) {
        var all = activations(input, held);
        return all[all.length - 1];
    }

    private double[][] activations(double[] input, UnitSet clamped) {
        var spec = parameters.spec();
        var all = new double[spec.depth()][];
        var a = input;
        for (var l = 0; l < spec.depth(); l++) {
            all[l] = new double[spec.units(l)];
            for (var j = 0; j < spec.units(l); j++) {
                var z = parameters.values()[spec.biasOffset(l) + j];
                for (var i = 0; i < a.length; i++) {
                    z += parameters.values()[spec.weightOffset(l) + j * a.length + i] * a[i];
                }
                all[l][j] = spec.layers().get(l).activation().value(z);
            }
            for (var j : clamped.units(l)) {
                all[l][j] = at[l][j];
            }
            a = all[l];
        }
        return all;
    }

    /** m at the outputs. */
    public static double outcome(Loss loss, Outcome m, int point, double[] outputs) {
        if (m instanceof Outcome.Output output) {
            return outputs[output.index()];
        }
        var targets = ((Outcome.OfLoss) m).targets();
        var sum = 0.0;
        var normal = 0.0;
        for (var o : outputs) {
            normal += Math.exp(o);
        }
        for (var k = 0; k < outputs.length; k++) {
            var y = targets[point * outputs.length + k];
            sum += loss == Loss.MSE ? 0.5 * (outputs[k] - y) * (outputs[k] - y) : -y * (outputs[k] - Math.log(normal));
        }
        return sum;
    }

    /** ds_m/ds_n with A free; good to rounding of a logarithm. */
    public static double free(Comp comp) {
        return comp.signFree() * Math.exp(comp.logFree());
    }

    /** ds_m/ds_n with A frozen; good to rounding of a logarithm. */
    public static double frozen(Comp comp) {
        return comp.signFrozen() * Math.exp(comp.logFrozen());
    }

    /** Standard normal numbers. */
    public static double[] drawn(int count, int part) {
        var random = new RandomStream(11, RandomStream.STARTS, part);
        var values = new double[count];
        for (var k = 0; k < count; k++) {
            values[k] = random.normal(k);
        }
        return values;
    }
}
