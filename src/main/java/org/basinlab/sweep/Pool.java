package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

/**
 * Who works on a sweep; its rows do not depend on it.
 *
 * @param threads  that each take a batch at a time
 * @param replicas trainings a batch, at most
 * @param engine   that they run on, for the provenance
 * @param gpu      that computes, for the provenance; null where none does
 */
public record Pool(int threads, int replicas, String engine, String gpu) {
    public Pool {
        require(threads >= 1, "--threads must be at least 1, got %s", threads);
        require(replicas >= 1, "a batch has at least 1 training, got %s", replicas);
    }
}
