package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

/**
 * Runs of equal draws: P1's first model of escape, where it takes so many draws of l0 one after another.
 *
 * <p>The length of the run so far is a Markov chain on 0 .. r - 1: up by one with probability p, back to 0 with 1 - p; at
 * r it is over. For p = 1/2, r = 5 and 100 draws the answer is 0.8101 (P1: "81% within 100 steps").
 */
public final class RunLength {
    private RunLength() {}

    /**
     * The probability of a run of at least {@code run} draws somewhere among {@code draws}.
     *
     * @param p of each draw in the run, from 0 to 1
     */
    public static double probability(int run, int draws, double p) {
        require(run >= 1, "a run has at least one draw, got %s", run);
        require(draws >= 0, "the number of draws must not be negative, got %s", draws);
        require(p >= 0 && p <= 1, "a probability must be from 0 to 1, got %s", p);
        var length = new double[run];
        length[0] = 1;
        var done = 0.0;
        for (var n = 0; n < draws; n++) {
            var left = 0.0;
            for (var at : length) {
                left += at;
            }
            done += p * length[run - 1];
            for (var i = run - 1; i > 0; i--) {
                length[i] = p * length[i - 1];
            }
            length[0] = (1 - p) * left;
        }
        return done;
    }
}
