package org.basinlab.neural;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.basinlab.causal.Comp;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;

/**
 * Op of the layers of a small network while SGD trains it: 2-6-6-2, tanh, cross-entropy, to tell points inside a circle
 * from points outside.
 */
final class LayersInTraining {
    private static final List<Integer> WIDTHS = List.of(2, 6, 6, 2);
    private static final int LAYERS = WIDTHS.size() - 1;
    private static final int POINTS = 64;
    private static final int BATCH = 8;
    private static final double RATE = 0.1;
    /** The circle that holds half of a square of side 2. */
    private static final double RADIUS = Math.sqrt(2 / Math.PI);

    private final int seeds;
    private final int steps;
    private final int every;

    LayersInTraining(int seeds, int steps, int every) {
        this.seeds = seeds;
        this.steps = steps;
        this.every = every;
    }

    static SgdTraining training(long seed) {
        var spec = NetworkSpec.dense(WIDTHS, StandardActivation.TANH, StandardActivation.IDENTITY, Loss.CROSS_ENTROPY);
        var random = new RandomStream(seed, RandomStream.STARTS, 0);
        var inputs = new double[2 * POINTS];
        var targets = new double[2 * POINTS];
        for (var p = 0; p < POINTS; p++) {
            inputs[2 * p] = 2 * random.uniform(2L * p) - 1;
            inputs[2 * p + 1] = 2 * random.uniform(2L * p + 1) - 1;
            targets[2 * p + (Math.hypot(inputs[2 * p], inputs[2 * p + 1]) < RADIUS ? 0 : 1)] = 1;
        }
        return new SgdTraining(
                Parameters.initial(spec, Initialization.LECUN, BiasInitialization.HE, seed),
                inputs,
                targets,
                RATE,
                BATCH);
    }

    /** Comp at every look of one weight as n: [look][A][loss or the weight], null where m is in A. */
    private record Followed(int layer, List<Comp[][]> looks, double loss) {}

    TrainingResult run(long seed, int threads, Progress progress) {
        var tasks = new ArrayList<Callable<List<Followed>>>();
        for (var s = 0; s < seeds; s++) {
            var training = training(seed + s);
            tasks.add(() -> {
                var all = new ArrayList<Followed>();
                for (var layer = 0; layer < LAYERS; layer++) {
                    var from = training.spec().weightOffset(layer);
                    for (var n = from; n < training.spec().biasOffset(layer); n++) {
                        all.add(follow(training, layer, n));
                    }
                }
                progress.advance(1);
                return all;
            });
        }
        var all = Threads.all(threads, tasks).stream().flatMap(List::stream).toList();
        var courses = new ArrayList<TrainingResult.Course>();
        for (var frozen = 0; frozen < LAYERS; frozen++) {
            for (var changed = 0; changed < LAYERS; changed++) {
                courses.add(course(all, frozen, changed, true));
                if (frozen != changed) {
                    courses.add(course(all, frozen, changed, false));
                }
            }
        }
        return new TrainingResult(
                WIDTHS,
                seeds,
                steps,
                RATE,
                BATCH,
                all.stream().mapToDouble(Followed::loss).average().orElseThrow(),
                courses);
    }

    private Followed follow(SgdTraining training, int layer, int n) {
        var tangents = new TrainingTangents(
                training, n, IntStream.range(0, LAYERS).boxed().toList());
        var looks = new ArrayList<Comp[][]>();
        for (var s = 1; s <= steps; s++) {
            tangents.advance();
            if (s % every == 0) {
                var look = new Comp[LAYERS][2];
                for (var a = 0; a < LAYERS; a++) {
                    look[a][0] = tangents.ofLoss(a);
                    look[a][1] = a == layer ? null : tangents.of(a, n);
                }
                looks.add(look);
            }
        }
        return new Followed(layer, looks, training.loss(tangents.parameters()));
    }

    private TrainingResult.Course course(List<Followed> all, int frozen, int changed, boolean onLoss) {
        var looks = steps / every;
        var at = new double[looks];
        var medians = new double[looks];
        var negative = new double[looks];
        for (var k = 0; k < looks; k++) {
            var look = k;
            var summary = OpSummary.of(all.stream()
                    .filter(f -> f.layer == changed)
                    .map(f -> f.looks.get(look)[frozen][onLoss ? 0 : 1])
                    .toList());
            at[k] = (k + 1.0) * every;
            medians[k] = summary.medianOp() == null ? Double.NaN : summary.medianOp();
            negative[k] = summary.negativeShare() == null ? Double.NaN : summary.negativeShare();
        }
        return new TrainingResult.Course(frozen, changed, onLoss, at, medians, negative);
    }
}
