package org.basinlab.circuits;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A unit: {@code z = bias + sum_i weight_i x_i} of the layer before, and relu(z) of that unless it is an output.
 *
 * @param weights  by place in the layer before; those that are not there are 0
 * @param compares whether it is what a comparison turns on: how far one number is above another
 */
public record Unit(Map<Integer, Double> weights, double bias, boolean compares) {
    public Unit {
        // In their order: sums that are rounded, and pictures, would else differ from one run to the next.
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
    }
}
