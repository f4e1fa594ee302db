package org.basinlab.walkers;

import java.util.List;

/**
 * What became of many walkers.
 *
 * @param walkers  how many there were
 * @param looks    one for each of the walk's step counts
 * @param passages walkers that were beyond the barrier after some step for the first time, by the first step count they
 *     were looked at after it: the passages of look k lie in (steps[k-1], steps[k]]
 * @param atRisk   walker-steps taken by walkers that had not yet been beyond the barrier, those of the passage included;
 *     all passages over it is the maximum likelihood rate of an exponential law under censoring
 */
public record Walked(long walkers, List<Look> looks, long[] passages, double atRisk) {
    public Walked {
        looks = List.copyOf(looks);
    }

    /**
     * All walkers after some number of steps.
     *
     * @param steps      how many
     * @param atEnd      walkers beyond the barrier now
     * @param ever       walkers beyond it after some step from 0 to now
     * @param overflowed walkers whose W is not a finite number any more; they stay counted in {@code ever} if they were
     *     beyond the barrier before, and in no other count
     * @param mean       of W, of the others; NaN where there are none
     * @param sd         of W, of the others, the population's; not finite where W is too large to be squared
     * @param histogram  walkers in each bin; empty where the walk has no bins
     */
    public record Look(int steps, long atEnd, long ever, long overflowed, double mean, double sd, long[] histogram) {}
}
