package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import org.basinlab.run.Part;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walkers;
import org.basinlab.walkers.nd4j.Nd4jWalkers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of walkers' engines: it makes the one named, or the fastest. */
final class WalkerEngines {
    private static final Logger LOG = LoggerFactory.getLogger(WalkerEngines.class);
    private static final List<String> NAMES = List.of("auto", "vector", "nd4j");

    private WalkerEngines() {}

    /**
     * Makes sure that there is such an engine, before anything is loaded.
     *
     * @throws org.basinlab.experiment.InputException if there is not
     */
    static void requireKnown(String name) {
        require(
                NAMES.contains(name),
                "no engine %s for walkers in this version; there are %s",
                name,
                String.join(", ", NAMES));
        if (name.equals("nd4j")) {
            Part.ARRAYS.require("--engine nd4j");
        }
    }

    /** The engine of that name, on so many threads. */
    static Walkers of(String name, int threads) {
        requireKnown(name);
        if (name.equals("nd4j")) {
            LOG.info("engine: nd4j (as asked)");
            return new Nd4jWalkers();
        }
        LOG.info(
                "engine: vector, on {} threads ({})",
                threads,
                name.equals("auto") ? "auto: the fastest here; nd4j is the reference" : "as asked");
        return new VectorWalkers(threads);
    }
}
