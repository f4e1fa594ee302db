package org.basinlab.circuits;

/**
 * How far a circuit's network was from the right answer over many inputs, and how far it can be.
 *
 * @param inputs     what they were, such as {@code grid} or {@code near_ties}
 * @param precision  that the network ran in
 * @param vectors    how many inputs
 * @param outside    those of them about which the circuit promises nothing, since options differ by less than its margin;
 *     not counted in the errors
 * @param maxError   the largest error of any output; NaN where no input counts
 * @param errorBound what rounding can do at most; NaN where the bound is relative to each input's size alone
 * @param maxErrorUlps   the largest error in units of the last place of an input's largest number; NaN where the circuit
 *     is not one that scales with its inputs
 * @param errorBoundUlps what it can be at most
 */
public record Tried(
        String inputs,
        String precision,
        long vectors,
        long outside,
        double maxError,
        double errorBound,
        double maxErrorUlps,
        double errorBoundUlps) {
    /** Whether no error is above its bounds. */
    public boolean kept() {
        return !(maxError > errorBound) && !(maxErrorUlps > errorBoundUlps) && !Double.isInfinite(maxError);
    }
}
