package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

/**
 * How often the experiment is made, and by what.
 *
 * @param seed      of the first replica; replica i has seed + i
 * @param replicas  how many networks go through the whole experiment, with each activation
 * @param nullDraws shuffles each permutation null is made of; 0 for no nulls
 * @param engine    the engine asked for, or {@code auto}
 * @param threads   networks trained side by side; 0 for what the device's profile says
 */
public record Replication(long seed, int replicas, int nullDraws, String engine, int threads) {
    public Replication {
        require(replicas >= 1, "--replicas must be at least 1, got %s", replicas);
        require(
                seed <= Long.MAX_VALUE - (replicas - 1),
                "--seed %s leaves no room for %s replicas: give a smaller",
                seed,
                replicas);
        require(nullDraws >= 0 && nullDraws <= 1_000_000, "--null-draws must be from 0 to 1000000, got %s", nullDraws);
        require(threads >= 0, "--threads must be at least 1, or 0 for the profile's number, got %s", threads);
    }
}
