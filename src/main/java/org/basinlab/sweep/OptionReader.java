package org.basinlab.sweep;

import java.util.Map;
import org.basinlab.experiment.Config;

/**
 * How the words of a sweep become configurations: the way the command line reads the options of one run, so that what
 * is valid, and what is said of what is not, is the same.
 *
 * @param <C> the configuration it makes
 */
public interface OptionReader<C extends Config> {
    /**
     * The name of an option, with underscores.
     *
     * @param written as somebody wrote it, with dashes or underscores
     * @throws org.basinlab.experiment.InputException if there is none such, or none that can be swept over
     */
    String option(String written);

    /** Whether an option takes whole numbers alone. */
    boolean whole(String option);

    /**
     * The configuration of a point, with any seed.
     *
     * @param point values by option; the options it does not name have their defaults
     * @throws org.basinlab.experiment.InputException if there is no such configuration
     */
    C config(Map<String, String> point);

    /** The same with another seed. */
    C seeded(C config, long seed);

    /**
     * The options that a run's numbers depend on, the seed among them: by name with underscores, in the order of the
     * help text. They identify the run, and are columns of its row.
     */
    Map<String, Object> options(C config);
}
