package org.basinlab.circuits;

import java.util.Map;

/**
 * A number inside a circuit: {@code s = constant + sum_t weight_t u_t} over units u_t of one layer (or over inputs), and what is
 * known of it whatever the inputs are.
 *
 * @param weights  by unit
 * @param constant usually 0
 * @param low      least value without rounding
 * @param high     greatest
 * @param positive no sum of terms above zero is larger than this, the constant not counted
 * @param negative no sum of terms below zero is larger than this in size
 * @param step     its terms are multiples of 2^step
 * @param error    how far rounding can have moved the units' sum from s
 * @param plain    whether its terms are no more than its value needs, so that differences with another plain signal are
 *     as exact as they can be
 */
record Signal(
        Map<Integer, Double> weights,
        double constant,
        double low,
        double high,
        double positive,
        double negative,
        int step,
        double error,
        boolean plain) {
    Signal {
        weights = Map.copyOf(weights);
    }
}
