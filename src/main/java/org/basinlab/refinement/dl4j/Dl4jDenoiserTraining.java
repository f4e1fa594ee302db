package org.basinlab.refinement.dl4j;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.refinement.Denoiser;
import org.basinlab.refinement.DenoiserTraining;
import org.basinlab.refinement.DenoisingNetwork;
import org.basinlab.refinement.DenoisingTask;
import org.basinlab.training.dl4j.Dl4jNetworks;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * Denoisers by Adam (D. P. Kingma and J. Ba 2015) in single precision, the rate falling to 0 in a straight line. The free one
 * is an ordinary DL4J network; DL4J has no layers with shared weights, so the tied one takes its gradient from
 * {@link TiedWeights} and its steps from the same updater.
 */
public final class Dl4jDenoiserTraining implements DenoiserTraining {
    private final Nd4jRuntime runtime = Nd4jRuntime.start();

    @Override
    public String name() {
        return "dl4j on " + runtime.backend();
    }

    @Override
    public Denoiser onEngine(DenoisingNetwork network) {
        return new Nd4jDenoiser(network, DataType.FLOAT);
    }

    @Override
    public DenoisingNetwork tied(DenoisingTask task, Progress progress) {
        var weights = TiedWeights.of(task.tiedStart(), DataType.FLOAT);
        var adam = adam(task);
        var state = Nd4j.zeros(DataType.FLOAT, 1, adam.stateSize(weights.row().length()));
        var updater = adam.instantiate(state, true);
        for (var s = 0; s < task.steps(); s++) {
            var batch = task.at(s);
            var step = weights.gradient(rows(batch.noisy(), task), rows(batch.clean(), task));
            updater.applyUpdater(step, s, 0);
            weights.row().subi(step);
            progress.advance(1);
        }
        return finite(weights.network());
    }

    @Override
    public DenoisingNetwork free(DenoisingTask task, Progress progress) {
        var network = build(task.freeStart());
        for (var layer : network.getLayers()) {
            ((FeedForwardLayer) layer.conf().getLayer()).setIUpdater(adam(task));
        }
        for (var s = 0; s < task.steps(); s++) {
            var batch = task.at(s);
            network.fit(rows(batch.noisy(), task), rows(batch.clean(), task));
            progress.advance(1);
        }
        return finite(plain(network));
    }

    private static Adam adam(DenoisingTask task) {
        return new Adam(new PolySchedule(ScheduleType.ITERATION, task.rate(), 1, task.steps()));
    }

    private static INDArray rows(float[] images, DenoisingTask task) {
        return Nd4j.createFromArray(images).reshape(task.batch(), task.pixels());
    }

    /** The network as DL4J's own. */
    static MultiLayerNetwork build(DenoisingNetwork network) {
        var pixels = network.pixels();
        var units = network.units();
        var spec = NetworkSpec.dense(
                List.of(pixels, units, pixels), StandardActivation.SIGMOID, StandardActivation.IDENTITY, Loss.MSE);
        var values = new double[spec.parameterCount()];
        // The specification has the weights unit by unit.
        for (var j = 0; j < units; j++) {
            for (var i = 0; i < pixels; i++) {
                values[j * pixels + i] = network.encode()[i * units + j];
                values[spec.weightOffset(1) + i * units + j] = network.decode()[j * pixels + i];
            }
        }
        System.arraycopy(network.bias(), 0, values, spec.biasOffset(0), units);
        System.arraycopy(network.offset(), 0, values, spec.biasOffset(1), pixels);
        return Dl4jNetworks.build(new Parameters(spec, values), Precision.FLOAT32, 1);
    }

    /** DL4J's network in plain numbers, widened from singles. */
    static DenoisingNetwork plain(MultiLayerNetwork network) {
        var first = network.getLayer(0);
        var second = network.getLayer(1);
        return new DenoisingNetwork(
                (int) first.getParam("W").rows(),
                (int) first.getParam("W").columns(),
                numbers(first.getParam("W")),
                numbers(first.getParam("b")),
                numbers(second.getParam("W")),
                numbers(second.getParam("b")));
    }

    private static double[] numbers(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static DenoisingNetwork finite(DenoisingNetwork network) {
        for (var numbers : List.of(network.encode(), network.bias(), network.decode(), network.offset())) {
            for (var number : numbers) {
                InputException.require(
                        Double.isFinite(number), "the denoiser's training ran away: give a smaller --refine-rate");
            }
        }
        return network;
    }
}
