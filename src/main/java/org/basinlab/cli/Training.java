package org.basinlab.cli;

import java.util.List;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Precision;

/**
 * What a run asks of a training engine.
 *
 * @param engine  named, or {@code auto}
 * @param dtype   the type to compute in
 * @param shallow whether every network has one hidden layer, fully connected
 * @param specs   the networks, of any number of inputs; empty where they are not shallow
 */
record Training(String engine, Precision dtype, boolean shallow, List<NetworkSpec> specs) {
    Training {
        specs = List.copyOf(specs);
    }

    static Training of(LocalizeConfig config) {
        var shallow = config.network().isShallow();
        return new Training(
                config.replication().engine(),
                config.network().dtype(),
                shallow,
                !shallow
                        ? List.of()
                        : config.activations().stream()
                                .map(activation -> config.network().spec(1, 1, activation))
                                .toList());
    }
}
