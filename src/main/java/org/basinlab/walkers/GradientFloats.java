package org.basinlab.walkers;

import java.util.List;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Formula;
import org.basinlab.landscape.Tape;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.landscape.block.TapeFloats;

/** One datapoint's gradient over an array, in single precision. */
@FunctionalInterface
interface GradientFloats {
    /** {@code g[i]} = dl/dW at {@code w[i]} for i below n, at most a block of them. */
    void of(float[] w, float[] g, int n);

    /** By the formula's tape if there is one, else one by one in double precision. */
    static GradientFloats of(DatapointLoss loss, Exponentials exponentials) {
        if (loss instanceof Formula formula) {
            var tape = new TapeFloats(Tape.of(List.of(formula.slope())), Block.SIZE, exponentials);
            return (w, g, n) -> {
                tape.run(w, n);
                System.arraycopy(tape.output(0), 0, g, 0, n);
            };
        }
        return (w, g, n) -> {
            for (var i = 0; i < n; i++) {
                g[i] = (float) loss.gradient(w[i]);
            }
        };
    }
}
