package org.basinlab.training.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.basinlab.experiment.InputException;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Networks in DL4J's own format, a zip archive that any DL4J program with Basin on its class path reads
 * back with {@code ModelSerializer.restoreMultiLayerNetwork}.
 */
public final class NetworkFiles {
    private NetworkFiles() {}

    /**
     * Writes a network; a file of that name is replaced only once the new one is whole.
     *
     * @throws InputException if it cannot be written
     */
    public static void save(Parameters parameters, Precision precision, double learningRate, Path file) {
        Nd4jRuntime.start();
        var aside = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(".").normalize());
            ModelSerializer.writeModel(Dl4jNetworks.build(parameters, precision, learningRate), aside.toFile(), false);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException("cannot write the network " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads a network.
     *
     * @throws InputException if the file is no such network
     */
    public static MultiLayerNetwork load(Path file) {
        Nd4jRuntime.start();
        if (!Files.isRegularFile(file)) {
            throw new InputException("no network at " + file);
        }
        try {
            return ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
        } catch (IOException | RuntimeException e) {
            throw new InputException(file + " is not a network saved by DL4J: give one saved by --save-networks", e);
        }
    }

    private static void requireSameFunctions(Path file, NetworkSpec spec, MultiLayerNetwork network) {
        for (var l = 0; l < spec.layers(); l++) {
            var theirs = ((BaseLayer) network.getLayer(l).conf().getLayer()).getActivationFn();
            var ours = Dl4jNetworks.activation(spec.activation(l));
            InputException.require(
                    theirs.equals(ours),
                    "%s has activation %s in layer %s, this run %s: change --activation or --output-activation",
                    file,
                    theirs,
                    l,
                    ours);
        }
    }

    /**
     * The parameters of a saved network, which must have the shape asked for.
     *
     * @throws InputException if the file is no such network, or has another shape or other activations
     */
    public static Parameters loadParameters(Path file, NetworkSpec spec) {
        var network = load(file);
        var shape = new StringBuilder();
        for (var l = 0; l < network.getnLayers(); l++) {
            var weights = network.getLayer(l).getParam("W");
            if (weights == null) {
                throw new InputException(file + ": layer " + l + " is not fully connected");
            }
            shape.append(weights.size(0)).append('-');
            if (l == network.getnLayers() - 1) {
                shape.append(weights.size(1));
            }
        }
        var wanted =
                String.join("-", spec.widths().stream().map(String::valueOf).toList());
        if (!wanted.contentEquals(shape)) {
            throw new InputException(file + " is a " + shape + " network, this run needs " + wanted
                    + ": change --hidden or give another file");
        }
        requireSameFunctions(file, spec, network);
        return Dl4jNetworks.parameters(spec, network);
    }
}
