package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;

/** The K = C(m, b) maps phi_k of one SGD step, all equally likely. */
final class Maps {
    private static final int MOST = 4096;
    /** Beyond it W counts as infinite; squares and differences of what is within stay finite. */
    private static final double FAR = 1e100;

    private final SgdStep step;
    private final List<DatapointLoss> losses;
    private final int[][] batches;

    Maps(SgdStep given) {
        var all = given.batches();
        require(
                all.count() <= MOST,
                "--batch %s of %s datapoints can be drawn in %s ways, the exact operator takes at most %s: "
                        + "give another batch, or use walkers",
                all.size(),
                all.datapoints(),
                all.count(),
                MOST);
        batches = new int[(int) all.count()][];
        for (var k = 0; k < batches.length; k++) {
            batches[k] = all.batch(k);
        }
        // A landscape may make its losses anew when asked.
        losses = List.copyOf(given.landscape().losses());
        step = new SgdStep(
                Landscape.of(losses.toArray(DatapointLoss[]::new)),
                given.temperature(),
                given.batch(),
                given.innerSteps());
    }

    /** K. */
    int count() {
        return batches.length;
    }

    /** phi_k(w). */
    double to(int k, double w) {
        return checked(w, step.from(w, batches[k]));
    }

    private static double checked(double w, double to) {
        require(!Double.isNaN(to), "a step from W = %s is not a number: the losses must be defined there", w);
        return Math.max(-FAR, Math.min(FAR, to));
    }

    /** phi_k(w) for all k: each datapoint's gradient is found once where one gradient makes a step. */
    double[] to(double w) {
        var to = new double[batches.length];
        var each = step.innerSteps() == 1 ? gradients(w) : null;
        for (var k = 0; k < to.length; k++) {
            to[k] = each == null ? to(k, w) : checked(w, w - step.temperature() * each[k]);
        }
        return to;
    }

    /** g_k(w), the mean gradient of each minibatch. */
    double[] gradients(double w) {
        var each = new double[losses.size()];
        for (var j = 0; j < each.length; j++) {
            each[j] = losses.get(j).gradient(w);
        }
        var gradients = new double[batches.length];
        for (var k = 0; k < batches.length; k++) {
            var sum = 0.0;
            for (var j : batches[k]) {
                sum += each[j];
            }
            gradients[k] = sum / batches[k].length;
        }
        return gradients;
    }
}
