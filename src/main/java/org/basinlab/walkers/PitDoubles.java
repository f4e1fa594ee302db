package org.basinlab.walkers;

import java.util.Arrays;
import org.basinlab.landscape.SgdStep;

/** Walkers on the pit in double precision, one datapoint a step: a coin says whether the spike is in it. */
final class PitDoubles extends Block {
    /** Steps for which it is known who stays out of the spike's reach. */
    private static final int RUN = 16;

    /** |dl0/dW| is at most sqrt(2/e). */
    private static final double STEEPEST = 0.86;

    private int near;

    private final Pass[] passes;
    private final double safety;
    private final double[] w = new double[SIZE];
    private final double[] move = new double[SIZE];
    private final long[] coins = new long[SIZE];
    private final long[] crossed = new long[SIZE];

    PitDoubles(PitBells pit, SgdStep step, double barrier, BellKernels kernels) {
        var well = pit.well();
        var spike = pit.spike();
        safety = spike.safety(Bell.REACH, RUN * STEEPEST * step.temperature());
        passes = Pass.step(
                (bit, n) -> kernels.drawn(w, move, coins, bit, near, spike),
                (bit, n) -> kernels.move(w, move, n, well),
                step.innerSteps(),
                (bit, n) -> kernels.mark(w, crossed, n, barrier));
    }

    @Override
    void place(int i, double at) {
        w[i] = at;
    }

    @Override
    double at(int i) {
        return w[i];
    }

    @Override
    void advance(int[][] words, int from, int to, int n) {
        for (var d = from; d < to; d++) {
            var half = d / Long.SIZE;
            if (d == from || d % Long.SIZE == 0) {
                for (var i = 0; i < n; i++) {
                    coins[i] = (long) words[2 * half + 1][i] << Integer.SIZE | words[2 * half][i] & 0xFFFFFFFFL;
                }
            }
            if ((d - from) % RUN == 0) {
                near = near(n);
            }
            for (var pass : passes) {
                pass.run(d % Long.SIZE, n);
            }
        }
    }

    /** How many there are without those at the end that the spike cannot move; their moves are 0. */
    private int near(int n) {
        var count = n;
        while (count > 0 && Math.abs(w[count - 1] - 1) > safety) {
            count--;
        }
        Arrays.fill(move, count, Math.min(SIZE, n + BellKernels.ROOM), 0);
        return count;
    }

    @Override
    boolean crossed(int i) {
        return crossed[i] < 0;
    }

    @Override
    void forget(int n) {
        Arrays.fill(crossed, 0, n, 0);
    }
}
