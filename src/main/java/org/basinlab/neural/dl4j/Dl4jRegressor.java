package org.basinlab.neural.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.neural.DenseNetwork;
import org.basinlab.neural.Regressor;
import org.basinlab.neural.Standard;
import org.basinlab.training.dl4j.Dl4jNetworks;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Small regression networks by DL4J: Adam (D. P. Kingma and J. Ba 2015) on the whole data set at once, in double
 * precision, its rate falling to 0 as half a cosine. Inputs and targets are standardized for it, and the network is
 * handed back in their own units.
 *
 * <p>A step of DL4J costs some tenths of a millisecond whatever it computes, so whole-batch steps are what it does
 * best on networks of some units.
 */
public final class Dl4jRegressor implements Regressor {
    private final Nd4jRuntime runtime = Nd4jRuntime.start();

    @Override
    public String name() {
        return "dl4j on " + runtime.backend();
    }

    @Override
    public DenseNetwork train(Task task) {
        var widths = new ArrayList<>(List.of(task.width()));
        widths.addAll(task.hidden());
        widths.add(task.outputs());
        var spec = NetworkSpec.dense(widths, StandardActivation.TANH, StandardActivation.IDENTITY, Loss.MSE);
        var start = Parameters.initial(spec, Initialization.LECUN, BiasInitialization.HE, task.seed());
        var inputs = Standard.of(task.inputs(), task.width());
        var targets = Standard.of(task.targets(), task.outputs());
        var network = Dl4jNetworks.build(start, Precision.FLOAT64, task.rate());
        var x = Nd4j.createFromArray(inputs.applied(task.inputs())).reshape(task.points(), task.width());
        var y = Nd4j.createFromArray(targets.applied(task.targets())).reshape(task.points(), task.outputs());
        for (var layer : network.getLayers()) {
            ((FeedForwardLayer) layer.conf().getLayer())
                    .setIUpdater(new Adam(new HalfCosine(task.rate(), task.steps())));
        }
        for (var s = 0; s < task.steps(); s++) {
            network.fit(x, y);
        }
        return Standard.undone(Dl4jNetworks.parameters(spec, network), inputs, targets);
    }
}
