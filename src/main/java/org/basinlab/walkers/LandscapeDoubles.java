package org.basinlab.walkers;

import java.util.Arrays;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.landscape.block.TapeDoubles;

/**
 * Walkers on any landscape in double precision. Where there are a few formulas, the gradients of all are computed for
 * every walker, what they share once, and each takes that of the datapoint it drew. Else walkers are sorted at each step by
 * the datapoints they drew, and each datapoint's gradient is computed for its walkers alone.
 */
final class LandscapeDoubles extends Block {
    private static final int FEW = 4;

    private final BellKernels kernels;
    private final Draws draws;
    private final int[] drawn = new int[SIZE];
    private final double[][] slopes;
    private final Dealt dealt;
    private final GradientDoubles[] gradients;
    private final TapeDoubles together;
    private final int innerSteps;
    private final int batch;
    private final double rate;
    private final double barrier;
    private final double[] w = new double[SIZE];
    private final double[] sum = new double[SIZE];
    private final double[] at = new double[SIZE];
    private final double[] slope = new double[SIZE];
    private final long[] crossed = new long[SIZE];

    LandscapeDoubles(SgdStep step, double barrier, Draws draws, BellKernels kernels, Exponentials exponentials) {
        this.kernels = kernels;
        this.draws = draws;
        slopes = new double[step.landscape().datapoints()][];
        dealt = new Dealt(step.batches(), draws);
        gradients = step.landscape().losses().stream()
                .map(loss -> GradientDoubles.of(loss, exponentials))
                .toArray(GradientDoubles[]::new);
        together = step.batch() > 1 || gradients.length > FEW
                ? null
                : step.landscape()
                        .gradients()
                        .map(tape -> new TapeDoubles(tape, SIZE, exponentials))
                        .orElse(null);
        innerSteps = step.innerSteps();
        batch = step.batch();
        rate = (step.temperature() / innerSteps);
        this.barrier = barrier;
    }

    @Override
    void place(int i, double place) {
        w[i] = place;
    }

    @Override
    double at(int i) {
        return w[i];
    }

    @Override
    void advance(int[][] words, int from, int to, int n) {
        for (var d = from; d < to; d++) {
            if (together == null) {
                dealt.deal(words, d, n);
            } else {
                draws.few(words, d, drawn, n);
            }
            for (var inner = 0; inner < innerSteps; inner++) {
                if (together == null) {
                    descend(n);
                } else {
                    pick(n);
                }
            }
            kernels.mark(w, crossed, n, barrier);
        }
    }

    private void pick(int n) {
        together.run(w, n);
        for (var j = 0; j < gradients.length; j++) {
            slopes[j] = together.output(j);
        }
        for (var i = 0; i < n; i++) {
            w[i] -= rate * slopes[drawn[i]][i];
        }
    }

    private void descend(int n) {
        Arrays.fill(sum, 0, n, 0);
        var walkers = dealt.walkers();
        for (var j = 0; j < gradients.length; j++) {
            var first = dealt.first(j);
            var count = dealt.first(j + 1) - first;
            for (var k = 0; k < count; k++) {
                at[k] = w[walkers[first + k]];
            }
            gradients[j].of(at, slope, count);
            for (var k = 0; k < count; k++) {
                sum[walkers[first + k]] += slope[k];
            }
        }
        for (var i = 0; i < n; i++) {
            w[i] -= rate * (sum[i] / batch);
        }
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
