package org.basinlab.circuits;

import java.util.List;
import org.basinlab.network.Precision;

/**
 * What rounding can do at most on a kind of inputs.
 *
 * @param low   least input of the kind
 * @param high  greatest
 * @param error in the outputs' own unit; NaN for kinds whose inputs are of all sizes
 * @param ulps  in units of the last place of an input's largest number; NaN for circuits that do not scale. An error of
 *     {@code c u M} is at most c ulp(M), u being the unit roundoff and M the largest number
 */
record Bounds(double low, double high, double error, double ulps) {
    static Bounds of(Design design, Trial.Kind kind, int bits) {
        var low = design.signed() ? -1.0 : 0.0;
        var ulps = design.homogeneous() ? perUnit(design, bits) : Double.NaN;
        return switch (kind) {
            case GRID, TIES, NEAR_TIES -> {
                var known = design.grid().known(bits);
                yield new Bounds(known.low(), known.high(), design.circuit(bits).bound(), ulps);
            }
            case UNIFORM -> {
                // Minima of two ReLUs a comparison are of the numbers that they are reflected in, and of no others.
                var own = design.grid().known(bits);
                var any = design.operation() == Operation.MIN && !design.signed()
                        ? new Known(own.low(), own.high(), Known.ANY, bits)
                        : new Known(low, 1, Known.ANY, bits);
                yield new Bounds(any.low(), any.high(), design.circuit(any).bound(), ulps);
            }
            case MIXED_SIGNS -> ofAnySize(design, low, 1, bits, ulps);
            case HUGE -> {
                // What all terms come to together must be a number too.
                var high = Math.scalb(largestInput(design, bits), -2);
                yield ofAnySize(design, low * high, high, bits, ulps);
            }
            case TINY -> ofAnySize(design, low * Float.MIN_NORMAL, Float.MIN_NORMAL, bits, ulps);
        };
    }

    /** Where the circuit scales, an error is measured by its input's own size, and by the largest of all inputs where not. */
    private static Bounds ofAnySize(Design design, double low, double high, int bits, double ulps) {
        var error = Double.isNaN(ulps)
                ? design.circuit(new Known(low, high, Known.ANY, bits)).bound()
                : Double.NaN;
        return new Bounds(low, high, error, ulps);
    }

    /** The error at any inputs up to 1 in size, in units of roundoff. */
    static double perUnit(Design design, int bits) {
        var any = new Known(design.signed() ? -1 : 0, 1, Known.ANY, bits);
        return design.circuit(any).bound() / any.roundoff();
    }

    /** A power of two up to which inputs can be without a sum inside that overflows. */
    static double largestInput(Design design, int bits) {
        var any = new Known(design.signed() ? -1 : 0, 1, Known.ANY, bits);
        var largest = bits == 24 ? Float.MAX_VALUE : Double.MAX_VALUE;
        return Math.scalb(1.0, Math.getExponent(largest / design.circuit(any).largestSum()));
    }

    Tried tried(Trial.Kind kind, Precision precision, long vectors, List<Tester.Worst> worst) {
        return new Tried(
                kind.toString(),
                precision.toString(),
                vectors,
                worst.stream().mapToLong(Tester.Worst::outside).sum(),
                Tester.Worst.error(worst),
                error,
                Double.isNaN(ulps) ? Double.NaN : Tester.Worst.ulps(worst),
                ulps);
    }
}
