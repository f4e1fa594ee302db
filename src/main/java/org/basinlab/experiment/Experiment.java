package org.basinlab.experiment;

/**
 * One experiment of the catalogue: a function from a configuration to findings.
 *
 * <p>A run is repeatable: the same configuration, its seed included, gives the same findings on one
 * machine, at any number of threads. It touches no file and prints nothing.
 *
 * @param <C> the configuration it reads
 */
public interface Experiment<C extends Config> {
    /** Its name on the command line and in {@code findings.json}. */
    String name();

    /**
     * Runs it to the end.
     *
     * @param progress told of every unit of work done, from any thread
     * @param tables   given each table, from one thread at a time
     */
    Findings run(C config, Progress progress, Tables tables);
}
