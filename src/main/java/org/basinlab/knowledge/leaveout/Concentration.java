package org.basinlab.knowledge.leaveout;

import java.util.Arrays;

/**
 * How much of a change lies in the parameters that an order puts first: the share of sum change^2 that is held by the share
 * s of parameters with the greatest numbers. An order that knows nothing gives s.
 */
final class Concentration {
    private Concentration() {}

    /**
     * The shares of the energy.
     *
     * @param order  a number a parameter; those that are equal come together, each with the mean energy of all of them
     * @param change of each parameter
     * @param shares s, from 0 to 1; the number of parameters is rounded to a whole one
     * @return NaN where nothing changed
     */
    static double[] of(double[] order, double[] change, double... shares) {
        var sorted = order.clone();
        Arrays.sort(sorted);
        var held = new double[shares.length];
        for (var s = 0; s < shares.length; s++) {
            held[s] = first(order, sorted, change, (int) Math.round(shares[s] * order.length));
        }
        return held;
    }

    private static double first(double[] order, double[] sorted, double[] change, int count) {
        if (count == 0) {
            return 0;
        }
        var last = sorted[sorted.length - count];
        var above = 0.0;
        var equal = 0.0;
        var all = 0.0;
        var numberAbove = 0;
        var numberEqual = 0;
        for (var p = 0; p < order.length; p++) {
            var energy = change[p] * change[p];
            all += energy;
            if (order[p] > last) {
                above += energy;
                numberAbove++;
            } else if (!(order[p] < last)) {
                equal += energy;
                numberEqual++;
            }
        }
        return all > 0 ? (above + equal * (count - numberAbove) / numberEqual) / all : Double.NaN;
    }
}
