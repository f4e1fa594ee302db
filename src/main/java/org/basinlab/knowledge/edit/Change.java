package org.basinlab.knowledge.edit;

import org.basinlab.network.Parameters;

/**
 * What became of a twin by some time: d = theta_twin - theta_base. NaNs where either has diverged.
 *
 * @param seed       of the replica
 * @param datapoints learnt from by then
 * @param size       |d| / |theta_base - theta_start|; NaN if the base did not move
 * @param inStroke   the share of the first layer's energy of d in the pixels of the stroke
 * @param inEye      the same of the eye
 */
record Change(
        long seed,
        Twin twin,
        int datapoints,
        double size,
        double inStroke,
        double inEye,
        Concentration parameters,
        Concentration units,
        Concentration pixels) {
    static Change unknown(long seed, Twin twin, int datapoints) {
        return new Change(
                seed,
                twin,
                datapoints,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Concentration.UNKNOWN,
                Concentration.UNKNOWN,
                Concentration.UNKNOWN);
    }

    static Change of(
            long seed, Twin twin, int datapoints, ChangeEnergy energy, Edits edits, Parameters start, Parameters base) {
        var way = ChangeEnergy.of(start, base).total();
        return new Change(
                seed,
                twin,
                datapoints,
                way == 0 ? Double.NaN : Math.sqrt(energy.total() / way),
                energy.shareIn(edits.stroke().pixels()),
                energy.shareIn(edits.eye().pixels()),
                Concentration.of(energy.parameters()),
                Concentration.of(energy.units()),
                Concentration.of(energy.pixels()));
    }

    Concentration at(Level level) {
        return switch (level) {
            case PARAMETERS -> parameters;
            case UNITS -> units;
            case PIXELS -> pixels;
        };
    }

    /** The share in the pixels that a structured edit paints. */
    double in(Twin structured) {
        return structured == Twin.STROKE ? inStroke : inEye;
    }
}
