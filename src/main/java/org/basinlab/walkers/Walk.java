package org.basinlab.walkers;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;

/**
 * What many walkers do. Walker i is a function of the seed, i and the rest alone, in whatever company and on however
 * many threads.
 *
 * @param step      every one of their steps
 * @param start     where they begin
 * @param barrier   a walker beyond it, {@code W > barrier} in the walkers' precision, has escaped; infinite for none
 * @param steps     after how many steps they are looked at, ascending, at least 0
 * @param walkers   how many
 * @param seed      of all of them
 * @param precision they are computed in
 * @param bins      of the histograms of W; null for none
 */
public record Walk(
        SgdStep step,
        Start start,
        double barrier,
        int[] steps,
        long walkers,
        long seed,
        Precision precision,
        Bins bins) {
    private static final int MOST_PLACES = 1 << 27;

    public Walk {
        require(walkers >= 1, "--walkers must be at least 1, got %s", walkers);
        require(!Double.isNaN(barrier), "--barrier must be a number, got %s", barrier);
        require(steps.length > 0, "--steps needs at least one number of steps");
        for (var k = 0; k < steps.length; k++) {
            require(
                    steps[k] >= 0 && (k == 0 || steps[k] > steps[k - 1]),
                    "--steps must ascend and not be negative, got %s",
                    Arrays.toString(steps));
        }
        require(
                steps[steps.length - 1] < Tally.NEVER,
                "--steps must be less than %s, got %s",
                Tally.NEVER,
                steps[steps.length - 1]);
    }

    /**
     * An array for where each walker is.
     *
     * @throws org.basinlab.experiment.InputException if they are too many
     */
    public double[] places() {
        require(walkers <= MOST_PLACES, "--walkers must be at most %s to keep each, got %s", MOST_PLACES, walkers);
        return new double[(int) walkers];
    }
}
