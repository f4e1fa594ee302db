package org.basinlab.cli;

import org.basinlab.experiment.InputException;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of training engines: it picks one, says which, and never another than the one named. */
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private Engines() {}

    /**
     * Makes sure of a name before anything is loaded.
     *
     * @throws InputException if this version has no engine of that name
     */
    static void requireKnown(String name) {
        InputException.require(
                name.equals("auto") || name.equals("dl4j"), "no engine %s in this version; there are auto, dl4j", name);
    }

    /**
     * The engine of a name; {@code auto} for the fastest that runs here.
     *
     * @throws InputException if it does not run here
     */
    static OnlineTrainer trainer(String name) {
        var trainer = new Dl4jTrainer();
        LOG.info(
                "engine: {} on {} ({})",
                trainer.name(),
                trainer.backend(),
                name.equals("auto") ? "auto: the only one of this version" : "as asked");
        return trainer;
    }
}
