package org.basinlab.walkers;

import java.util.Optional;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.block.PowersOfTwo;
import org.basinlab.network.Precision;

/**
 * What moves a walker on P1's pit in a step with one datapoint: the well always, the spike if the coin shows 1.
 *
 * @param well  around 2
 * @param spike around 1
 */
public record PitBells(Bell well, Bell spike) {
    /** Those of an inner step; empty where a step is not with one datapoint of a pit, or the pit has no spike. */
    public static Optional<PitBells> of(SgdStep step) {
        return step.landscape() instanceof Pit pit
                        && step.batch() == 1
                        && Math.abs(pit.depth()) > 0
                        && pit.sharpness() > 0
                ? Optional.of(of(pit, step.temperature() / step.innerSteps()))
                : Optional.empty();
    }

    private static PitBells of(Pit pit, double temperature) {
        return new PitBells(Bell.of(1, 1, 2, temperature), Bell.of(pit.depth(), pit.sharpness(), 1, temperature));
    }

    /**
     * Whether powers of two made by adding to an exponent are right in a precision: a well or a spike of next to no height, as
     * of the least temperatures, is for formulas.
     */
    public boolean areNormal(Precision precision) {
        return precision.isSingle()
                ? well.isNormal(PowersOfTwo.MOST_FLOAT, Float.MIN_NORMAL)
                        && spike.isNormal(Bell.REACH_FLOAT, Float.MIN_NORMAL)
                : well.isNormal(PowersOfTwo.MOST, Double.MIN_NORMAL) && spike.isNormal(Bell.REACH, Double.MIN_NORMAL);
    }
}
