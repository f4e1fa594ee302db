package org.basinlab.circuits;

import java.util.List;
import org.basinlab.causal.MechanismOp;

/**
 * A circuit, measured.
 *
 * @param operation      what it finds
 * @param form           {@code tree} or {@code shallow}
 * @param options        how many numbers it chooses from
 * @param inputs         numbers in an input, payloads among them
 * @param outputs        numbers in an output
 * @param relus          units of a maximum: 3 for all numbers, 2 for those of 0 and more
 * @param inputGrid      where inputs came from
 * @param margin         options must differ by this, or not at all, for the answer to be yes or no; NaN where nothing depends
 *     on it
 * @param depth          ReLU layers
 * @param width          units of the widest of them
 * @param units          units in all of them
 * @param parameters     weights and biases of the network, its layers full
 * @param nonzero        those that are not zero
 * @param vectors        inputs from the grid in single precision
 * @param maxError       largest error of any output over these
 * @param errorBound     what it can be at most, whatever the inputs on the grid: 0 where nothing is ever rounded
 * @param maxErrorUlps   largest error in single precision over all kinds of inputs, in units of the last place of an input's
 *     largest number; NaN for circuits that do not scale
 * @param errorBoundUlps what it can be at most for any numbers
 * @param exactBits      the finest grid, multiples of 2^-bits in the same range, on which nothing is ever rounded in single
 *     precision; NaN where there is none, or where it depends on the margin
 * @param exactBitsDouble the same for double precision
 * @param largestInput   in size, so that no sum overflows in single precision; NaN for circuits that do not scale
 * @param tried          every kind of inputs, in both precisions
 * @param forms          the other ways to lay it out beside it
 * @param growth         rounding by the number of options; empty for circuits that do not scale
 * @param op             Op of a maximum of eight as the same form
 * @param facts          what the claims are judged by
 */
public record CircuitResult(
        String operation,
        String form,
        int options,
        int inputs,
        int outputs,
        int relus,
        String inputGrid,
        double margin,
        int depth,
        int width,
        int units,
        long parameters,
        long nonzero,
        long vectors,
        double maxError,
        double errorBound,
        double maxErrorUlps,
        double errorBoundUlps,
        double exactBits,
        double exactBitsDouble,
        double largestInput,
        List<Tried> tried,
        List<FormRow> forms,
        List<Rounding> growth,
        List<MechanismOp> op,
        SelectionFacts facts) {
    public CircuitResult {
        tried = List.copyOf(tried);
        forms = List.copyOf(forms);
        growth = List.copyOf(growth);
        op = List.copyOf(op);
    }

    /**
     * One way to lay a circuit out.
     *
     * @param carry    how payloads ride: {@code lines} or {@code digits}; null where there are none
     * @param maxError over some random inputs of its grid in single precision; NaN where it is too large to be run too
     */
    public record FormRow(
            String form,
            int relus,
            String carry,
            String inputGrid,
            int depth,
            int width,
            int units,
            long parameters,
            long nonzero,
            double maxError,
            double errorBound,
            double errorBoundUlps) {}

    /**
     * Rounding in single precision of the same circuit for another number of options, over uniform inputs.
     *
     * @param maxErrorUlps   largest error, in units of the last place of an input's largest number
     * @param errorBoundUlps what it can be at most, for any numbers
     */
    public record Rounding(int options, double maxErrorUlps, double errorBoundUlps) {}
}
