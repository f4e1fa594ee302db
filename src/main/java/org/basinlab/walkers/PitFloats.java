package org.basinlab.walkers;

import java.util.Arrays;
import org.basinlab.landscape.SgdStep;

/** {@link PitDoubles} in single precision. */
final class PitFloats extends Block {
    /** Steps for which it is known who stays out of the spike's reach. */
    private static final int RUN = 16;

    /** |dl0/dW| is at most sqrt(2/e). */
    private static final double STEEPEST = 0.86;

    private int near;

    private final Pass[] passes;
    private final float safety;
    private final float[] w = new float[SIZE];
    private final float[] move = new float[SIZE];
    private final int[] crossed = new int[SIZE];
    private int[] coins;

    PitFloats(PitBells pit, SgdStep step, float barrier, BellKernels kernels) {
        var well = pit.well();
        var spike = pit.spike();
        safety = (float) spike.safety(Bell.REACH_FLOAT, RUN * STEEPEST * step.temperature());
        passes = Pass.step(
                (bit, n) -> kernels.drawn(w, move, coins, bit, near, spike),
                (bit, n) -> kernels.move(w, move, n, well),
                step.innerSteps(),
                (bit, n) -> kernels.mark(w, crossed, n, barrier));
    }

    @Override
    void place(int i, double at) {
        w[i] = (float) at;
    }

    @Override
    double at(int i) {
        return w[i];
    }

    @Override
    void advance(int[][] words, int from, int to, int n) {
        for (var d = from; d < to; d++) {
            coins = words[d / Integer.SIZE];
            if ((d - from) % RUN == 0) {
                near = near(n);
            }
            for (var pass : passes) {
                pass.run(d % Integer.SIZE, n);
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
