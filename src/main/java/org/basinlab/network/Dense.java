package org.basinlab.network;

import static org.basinlab.experiment.InputException.require;

/**
 * A fully connected layer: out_j = f(sum_i W_ji in_i + b_j).
 *
 * @param inputs     i runs over so many
 * @param units      j runs over so many
 * @param activation f
 */
public record Dense(int inputs, int units, Activation activation) implements Layer {
    public Dense {
        require(
                inputs >= 1 && units >= 1,
                "every layer needs at least one unit, got %s inputs, %s units",
                inputs,
                units);
    }

    @Override
    public int outputs() {
        return units;
    }

    @Override
    public int fanIn() {
        return inputs;
    }

    @Override
    public int fanOut() {
        return units;
    }
}
