package org.basinlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.basinlab.data.Sha256;
import org.basinlab.experiment.InputException;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.NetworkStore;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.training.dl4j.NetworkFiles;

/**
 * Networks in files, in DL4J's format.
 *
 * @param first  the network to begin from; null for drawn parameters
 * @param folder where trained networks go; null for nowhere
 */
record NetworkFolder(Path first, Path folder) implements NetworkStore {
    NetworkFolder {
        InputException.require(first == null || Files.isRegularFile(first), "no network at %s", first);
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new InputException(
                    "--save-networks " + folder + " is no folder that can be written: give another", e);
        }
    }

    @Override
    public Optional<Parameters> initial(NetworkSpec spec) {
        return Optional.ofNullable(first).map(file -> NetworkFiles.loadParameters(file, spec));
    }

    @Override
    public Map<String, String> digests() {
        if (first == null) {
            return Map.of();
        }
        try {
            return Map.of(first.toFile().getName(), Sha256.of(Files.readAllBytes(first)));
        } catch (IOException e) {
            throw new InputException("cannot read the network " + first + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(String name, LocalizeConfig config, Parameters parameters) {
        if (folder != null) {
            NetworkFiles.save(
                    parameters,
                    config.network().dtype(),
                    config.schedule().learningRate(),
                    folder.resolve(name + ".zip"));
        }
    }
}
