package org.basinlab.training.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.basinlab.experiment.InputException;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
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
        for (var layer : parameters.spec().layers()) {
            InputException.require(
                    layer.activation() instanceof StandardActivation,
                    "a network with activation %s cannot be saved: only standard ones can be read back",
                    layer.activation());
        }
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

    /**
     * The parameters of a saved network, which must have the shape asked for.
     *
     * @throws InputException if the file is no such network, or has another shape or other activations
     */
    public static Parameters loadParameters(Path file, NetworkSpec spec) {
        var network = load(file);
        var wanted = shape(
                Dl4jNetworks.build(new Parameters(spec, new double[spec.parameterCount()]), Precision.FLOAT32, 0));
        var found = shape(network);
        InputException.require(
                found.equals(wanted),
                "%s is a %s network, this run needs %s: change --hidden or --convolutions or give another file",
                file,
                found,
                wanted);
        for (var l = 0; l < spec.depth(); l++) {
            var theirs = ((BaseLayer) network.getLayer(l).conf().getLayer()).getActivationFn();
            var ours = Dl4jNetworks.activation(spec.layers().get(l).activation());
            InputException.require(
                    theirs.equals(ours),
                    "%s has activation %s in layer %s, this run %s: change --activation or --output-activation",
                    file,
                    theirs,
                    l,
                    ours);
        }
        return Dl4jNetworks.parameters(spec, network);
    }

    /** Inputs of each layer and the last one's units, such as 784-100-2; a convolution as its filters, such as 8x5. */
    private static String shape(MultiLayerNetwork network) {
        var shape = new StringBuilder();
        for (var layer : network.getLayers()) {
            var conf = layer.conf().getLayer();
            if (conf instanceof ConvolutionLayer convolution) {
                shape.append(convolution.getNOut())
                        .append('x')
                        .append(convolution.getKernelSize()[0])
                        .append('-');
            } else if (conf instanceof FeedForwardLayer dense) {
                shape.append(dense.getNIn()).append('-');
            } else {
                shape.append(conf.getClass().getSimpleName()).append('-');
            }
        }
        var last = network.getLayers()[network.getnLayers() - 1].conf().getLayer();
        return shape.append(last instanceof FeedForwardLayer dense ? dense.getNOut() : 0)
                .toString();
    }
}
