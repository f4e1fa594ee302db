package org.basinlab.experiment;

import java.util.Map;

/** A run's configuration: a record that checks itself when it is made. */
public interface Config {
    /**
     * Every option with its value as the command line spells it, keyed by the option's name with
     * underscores, in the order of the help text. A configuration file holds exactly this.
     */
    Map<String, Object> options();
}
