package org.basinlab.experiment;

import java.util.List;
import java.util.Map;

/**
 * An experiment that can be run thousands of times: a configuration in, a row of numbers out, many in one call.
 *
 * <p>A row is a function of its configuration and inputs alone, whatever else is in the batch and on however many
 * threads batches run.
 *
 * @param <C> the configuration it reads
 */
public interface Sweepable<C extends Config> {
    /** The experiment's name on the command line. */
    String name();

    /**
     * Makes sure, before any run is made, that this one can be, as far as its options and inputs tell.
     *
     * @throws InputException if it cannot
     */
    default void requireRunnable(C config) {}

    /** SHA-256 of what a run reads besides its options, by name, such as its images; the same for every seed. */
    Map<String, String> inputs(C config);

    /** What runs can share: those with equal keys gain from being in one batch. */
    Object sharing(C config);

    /**
     * What runs are one training of: those with equal keys are always in one batch, and next to each other. A finer
     * division than {@link #sharing}.
     */
    Object training(C config);

    /**
     * Runs a batch. May be called from several threads at once.
     *
     * @param batch    configurations with equal keys of {@link #sharing}
     * @param progress advanced by one a run
     * @return a row a configuration, in their order; the same columns whatever the batch
     */
    Table rows(List<C> batch, Progress progress);
}
