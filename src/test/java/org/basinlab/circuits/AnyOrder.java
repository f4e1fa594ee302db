package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/**
 * A circuit in the arithmetic of a precision, its sums in any order, by fused steps or not, in one chain or two, the bias
 * first or last: what some library on some device may do, and what a bound must hold for.
 */
record AnyOrder(Circuit circuit, boolean single, Random random) {
    double[] at(double[] input) {
        var a = input;
        for (var l = 0; l < circuit.layers().size(); l++) {
            var units = circuit.layers().get(l);
            var next = new double[units.size()];
            for (var j = 0; j < next.length; j++) {
                var z = single ? singles(units.get(j), a) : doubles(units.get(j), a);
                next[j] = l < circuit.depth() ? Math.max(z, 0) : z;
            }
            a = next;
        }
        return a;
    }

    private ArrayList<Integer> shuffled(Unit unit) {
        var order = new ArrayList<>(unit.weights().keySet());
        Collections.shuffle(order, random);
        return order;
    }

    private double singles(Unit unit, double[] a) {
        var sums = new float[] {random.nextBoolean() ? (float) unit.bias() : 0, 0};
        var bias = sums[0] == 0 ? (float) unit.bias() : 0;
        var fused = random.nextBoolean();
        var chains = 1 + random.nextInt(2);
        for (var i : shuffled(unit)) {
            var chain = random.nextInt(chains);
            var weight = (float) (double) unit.weights().get(i);
            sums[chain] = fused ? Math.fma(weight, (float) a[i], sums[chain]) : sums[chain] + weight * (float) a[i];
        }
        return sums[0] + sums[1] + bias;
    }

    private double doubles(Unit unit, double[] a) {
        var sums = new double[] {random.nextBoolean() ? unit.bias() : 0, 0};
        var bias = sums[0] == 0 ? unit.bias() : 0;
        var fused = random.nextBoolean();
        var chains = 1 + random.nextInt(2);
        for (var i : shuffled(unit)) {
            var chain = random.nextInt(chains);
            var weight = unit.weights().get(i);
            sums[chain] = fused ? Math.fma(weight, a[i], sums[chain]) : sums[chain] + weight * a[i];
        }
        return sums[0] + sums[1] + bias;
    }
}
