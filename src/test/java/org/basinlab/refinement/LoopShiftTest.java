package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.causal.MechanismOp;
import org.junit.jupiter.api.Test;

class LoopShiftTest {
    private static final int PASSES = 9;

    private static List<MechanismOp> of(Denoiser denoiser, double step, double[] direction, double delta) {
        var shift = LoopShift.of(
                        new RefinementLoop(denoiser, step),
                        Toys.drawn(direction.length, 1, 40),
                        List.of(direction),
                        PASSES,
                        delta)
                .get(0);
        return LoopShift.compared("a loop", "a direction", direction, direction.length, delta, shift, shift);
    }

    @Test
    void aDenoiserThatIgnoresItsInputTakesTheMostAway() {
        var constant = new Toys.Linear(new double[3][3], 1, 2, 3);
        for (var op : of(constant, 0.25, new double[] {0.6, 0, 0.8}, 0.5)) {
            // (1 - a)^T is left of any change. The finite one is a difference of numbers of about 3.
            assertThat(op.intact().median()).isCloseTo(-PASSES * Math.log(0.75), within(1e-13));
            assertThat(op.intact().positive()).isEqualTo(1);
        }
    }

    @Test
    void aDirectionThatTheDenoiserKeepsHasOpZeroAndOneItStretchesLess() {
        var map = new Toys.Linear(new double[][] {{1, 0}, {0, 1.5}}, 0, 0);
        // Eigenvalue 1: no correction depends on it. 1.5: each pass stretches by 1 + a / 2.
        of(map, 0.5, new double[] {1, 0}, 1)
                .forEach(op -> assertThat(op.intact().median()).isCloseTo(0, within(1e-13)));
        of(map, 0.5, new double[] {0, 1}, 1)
                .forEach(op -> assertThat(op.intact().median()).isCloseTo(-PASSES * Math.log(1.25), within(1e-13)));
    }

    @Test
    void alongAndSizeDifferWhereTheChangeTurns() {
        // A quarter turn in one pass of step 1: nothing is left along the direction, all of its length is.
        var turn = new Toys.Linear(new double[][] {{0, -1}, {1, 0}}, 0, 0);
        var ops = of(turn, 1, new double[] {1, 0}, 1);
        assertThat(ops.get(0).intact().removed()).isEqualTo(1);
        assertThat(ops.get(1).intact().median()).isEqualTo(0);
    }

    @Test
    void finiteChangesTendToTheDerivativeInProportion() {
        var network = Toys.free(6, 4, 1.5, 50);
        var direction = new double[] {1, 0, 0, 0, 0, 0};
        var errors = new double[2];
        for (var k = 0; k < 2; k++) {
            var delta = k == 0 ? 1e-3 : 1e-4;
            var shift = LoopShift.of(
                            new RefinementLoop(network, 0.5), Toys.drawn(6, 1, 41), List.of(direction), PASSES, delta)
                    .get(0);
            errors[k] = Math.abs(shift.alongFinite()[0] / delta - shift.along()[0]);
        }
        // First order: a tenth of the change has a tenth of the error, to a few per cent at these sizes.
        assertThat(errors[0] / errors[1]).isCloseTo(10, within(0.5));
    }
}
