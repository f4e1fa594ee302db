package org.basinlab.neural;

import java.util.List;

/**
 * What a run of {@link OpInNetworks} found; the keys of {@code findings.json}.
 *
 * @param points datapoints that a saved network was asked about; 0 for the study
 * @param units  Op of every unit of a saved network, each alone as A; empty for the study
 * @param study  null for a saved network
 */
public record NetworkRun(int points, List<Unit> units, NeuralResults study) {
    /**
     * One unit as A.
     *
     * @param from  n, an input; -1 for all of them together
     * @param layer its layer's number, from 0 at the first after the inputs
     * @param name  the layer's
     * @param unit  its number in the layer
     * @param op    over the data set
     */
    public record Unit(int from, int layer, String name, int unit, OpSummary op) {}
}
