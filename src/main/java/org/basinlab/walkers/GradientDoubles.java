package org.basinlab.walkers;

import java.util.List;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Formula;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.landscape.block.TapeDoubles;

/** One datapoint's gradient over an array, in double precision. */
@FunctionalInterface
interface GradientDoubles {
    /** {@code g[i]} = dl/dW at {@code w[i]} for i below n, at most a block of them. */
    void of(double[] w, double[] g, int n);

    /** By the formula's tape if there is one, else one by one in double precision. */
    static GradientDoubles of(DatapointLoss loss, Exponentials exponentials) {
        if (loss instanceof Formula formula) {
            var tape = new TapeDoubles(Tape.of(List.of(formula.slope())), Block.SIZE, exponentials);
            return (w, g, n) -> {
                tape.run(w, n);
                System.arraycopy(tape.output(0), 0, g, 0, n);
            };
        }
        return (w, g, n) -> {
            for (var i = 0; i < n; i++) {
                g[i] = loss.gradient(w[i]);
            }
        };
    }
}
