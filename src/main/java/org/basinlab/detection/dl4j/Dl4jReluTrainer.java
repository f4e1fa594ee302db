package org.basinlab.detection.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.basinlab.detection.ReluTrainer;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.dl4j.Dl4jNetworks;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * ReLU networks by DL4J: weights by He et al. (2015), biases 0, Adam (D. P. Kingma and J. Ba 2015) on the whole data set at
 * once in double precision, its rate falling to 0 along a line.
 *
 * <p>A step of DL4J costs about a millisecond whatever it computes, so networks of one shape are trained as the diagonal
 * {@link Blocks} of one, and what Adam puts off the blocks is taken away after each step. Adam moves every number by its own
 * history alone, so each network takes the steps that it would take by itself.
 */
public final class Dl4jReluTrainer implements ReluTrainer {
    private final Nd4jRuntime runtime = Nd4jRuntime.start();

    @Override
    public String name() {
        return "dl4j on " + runtime.backend();
    }

    @Override
    public List<Parameters> train(List<Task> tasks) {
        var first = tasks.get(0);
        if (!tasks.stream().allMatch(first::isLike)) {
            throw new IllegalArgumentException("networks trained side by side must be alike");
        }
        var widths = new ArrayList<>(List.of(first.width()));
        widths.addAll(first.hidden());
        widths.add(1);
        var spec = NetworkSpec.dense(widths, StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        var blocks = new Blocks(spec, tasks.size());
        var start = blocks.join(tasks.stream()
                .map(t -> Parameters.initial(spec, Initialization.HE, BiasInitialization.ZERO, t.seed()))
                .toList());
        var network = Dl4jNetworks.build(start, Precision.FLOAT64, first.rate());
        var falling = new PolySchedule(ScheduleType.ITERATION, first.rate(), 1, first.steps());
        for (var layer : network.getLayers()) {
            ((FeedForwardLayer) layer.conf().getLayer()).setIUpdater(new Adam(falling));
        }
        var x = sideBySide(tasks, Task::inputs);
        var y = sideBySide(tasks, Task::targets);
        var masks = IntStream.range(0, spec.depth()).mapToObj(blocks::mask).toList();
        for (var s = 0; s < first.steps(); s++) {
            network.fit(x, y);
            for (var l = 0; l < masks.size(); l++) {
                network.getLayer(l).getParam("W").muli(masks.get(l));
            }
        }
        return blocks.split(Dl4jNetworks.parameters(start.spec(), network));
    }

    /** A point a row. */
    private static INDArray sideBySide(List<Task> tasks, Function<Task, double[]> numbers) {
        var points = tasks.get(0).points();
        return Nd4j.concat(
                1,
                tasks.stream()
                        .map(t -> Nd4j.createFromArray(numbers.apply(t)).reshape(points, -1))
                        .toArray(INDArray[]::new));
    }
}
