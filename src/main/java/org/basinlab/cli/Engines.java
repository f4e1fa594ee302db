package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.basinlab.experiment.Origin;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.run.Build;
import org.basinlab.run.DeviceProfile;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.chunked.ChunkedTrainer.Products;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of training engines: it picks one, says which, and never another than the one named. */
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

    private enum Kind {
        CHUNKED,
        DL4J
    }

    private final DeviceProfile profile;
    private final Map<Kind, OnlineTrainer> made = new EnumMap<>(Kind.class);

    /** Engines that shape their work as a profile says. */
    Engines(DeviceProfile profile) {
        this.profile = profile;
    }

    /**
     * Makes sure, before anything is loaded, that a run has an engine.
     *
     * @throws org.basinlab.experiment.InputException if this version has none of that name, or it does not train such
     *     a network
     */
    static void requireKnown(LocalizeConfig config) {
        var name = config.replication().engine();
        require(
                name.equals("auto") || name.equals("dl4j") || name.equals("chunked"),
                "no engine %s in this version; there are auto, chunked, dl4j",
                name);
        require(
                !name.equals("chunked") || config.network().isShallow(),
                "--engine chunked trains networks with one hidden layer, fully connected: give --engine dl4j or auto");
    }

    /**
     * The engine of a run; {@code auto} for the fastest that trains its network.
     *
     * @throws org.basinlab.experiment.InputException if it does not run here
     */
    synchronized OnlineTrainer trainer(LocalizeConfig config) {
        requireKnown(config);
        var name = config.replication().engine();
        var auto = name.equals("auto");
        var kind = name.equals("chunked") || auto && config.network().isShallow() ? Kind.CHUNKED : Kind.DL4J;
        return made.computeIfAbsent(kind, k -> make(k, auto));
    }

    /** Where the numbers of its engines come from. */
    synchronized Origin origin(Map<String, String> digests) {
        return new Origin(
                made.values().stream().map(OnlineTrainer::name).collect(Collectors.joining(", ")),
                first(OnlineTrainer::backend),
                first(OnlineTrainer::blas),
                null,
                digests);
    }

    private String first(Function<OnlineTrainer, String> property) {
        return made.values().stream()
                .map(property)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private OnlineTrainer make(Kind kind, boolean auto) {
        if (kind == Kind.DL4J) {
            var trainer = new Dl4jTrainer();
            LOG.info(
                    "engine: dl4j on {} ({})",
                    trainer.backend(),
                    auto ? "auto: chunked trains networks with one hidden layer only" : "as asked");
            return trainer;
        }
        var cuda = Build.current().backend().contains("cuda");
        LOG.info(
                "engine: chunked, {} datapoints a chunk, {} ({})",
                profile.chunk(),
                cuda ? "products by ND4J's CUDA backend" : "on the CPU",
                auto ? "auto: the fastest here; dl4j is the reference" : "as asked");
        return new ChunkedTrainer(profile.chunk(), profile.replicas(), cuda ? Products.DENSE : Products.AUTO);
    }
}
