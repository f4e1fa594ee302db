package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;

/**
 * What P9 says of selection by ReLU, tried: every one a network run in single precision on the default grid.
 *
 * @param pairError     largest error of the post's maximum of two numbers
 * @param pairsKept     whether no kind of inputs breaks its bounds
 * @param powers        maxima of 2^k numbers in k layers
 * @param fiveError     largest error of the maximum of five in two layers
 * @param fiveKept      whether it stays within its bounds, and is exact in double precision
 * @param linesError    largest error of a choice of one of eight vectors of four numbers
 * @param digitsError   the same with what goes with the options in their low digits, one number of 8 bits
 * @param plainUnits    ReLU units of the maximum of eight
 * @param payloadUnits  those of a choice of one of eight that brings one number along on a line
 */
public record SelectionFacts(
        double pairError,
        boolean pairsKept,
        List<Power> powers,
        double fiveError,
        boolean fiveKept,
        double linesError,
        double digitsError,
        int plainUnits,
        int payloadUnits) {
    private static final long VECTORS = 5_000;

    public SelectionFacts {
        powers = List.copyOf(powers);
    }

    /**
     * A maximum of 2^k numbers.
     *
     * @param k        of them
     * @param depth    ReLU layers
     * @param maxError largest error
     */
    public record Power(int k, int depth, double maxError) {}

    /** Tries them. */
    static SelectionFacts of(RealNetworks networks, long seed) {
        var trying = new Trying(networks, seed);
        var pair = design(Operation.MAX, Form.TREE, 2, 1, false);
        var kept = true;
        for (var kind : Trial.Kind.values()) {
            for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
                kept &= trying.of(pair, kind, precision).kept();
            }
        }
        var powers = new ArrayList<Power>();
        for (var k = 1; k <= 7; k++) {
            var design = design(Operation.MAX, Form.TREE, 1 << k, 1, false);
            powers.add(new Power(k, design.circuit(24).depth(), trying.error(design)));
        }
        var five = design(Operation.MAX, Form.SHALLOW, 5, 1, false);
        var fiveSingle = trying.of(five, Trial.Kind.GRID, Precision.FLOAT32);
        var fiveDouble = trying.of(five, Trial.Kind.GRID, Precision.FLOAT64);
        return new SelectionFacts(
                trying.error(pair),
                kept,
                powers,
                fiveSingle.maxError(),
                fiveSingle.kept() && fiveDouble.kept() && !(fiveDouble.maxError() > 0),
                trying.error(design(Operation.SELECT, Form.TREE, 8, 4, false)),
                trying.error(design(Operation.SELECT, Form.TREE, 8, 1, true)),
                design(Operation.MAX, Form.TREE, 8, 1, false).circuit(24).units(),
                design(Operation.SELECT, Form.TREE, 8, 1, false).circuit(24).units());
    }

    private static Design design(Operation operation, Form form, int options, int payload, boolean digits) {
        var grid = digits ? new InputGrid(16, 0, 1) : InputGrid.DEFAULT;
        return new Design(operation, form, options, 1, payload, digits, true, grid, grid.margin());
    }

    private record Trying(RealNetworks networks, long seed) {
        Tried of(Design design, Trial.Kind kind, Precision precision) {
            try (var tester = new Tester(design, precision, networks, 1)) {
                return tester.run(kind, VECTORS, seed, Progress.NONE);
            }
        }

        double error(Design design) {
            return of(design, Trial.Kind.GRID, Precision.FLOAT32).maxError();
        }
    }
}
