package org.basinlab.knowledge.match;

import java.util.stream.IntStream;
import org.basinlab.knowledge.setting.Responses;
import org.basinlab.network.Parameters;
import org.basinlab.training.Trained;

/**
 * A trained network and all that its units are matched and judged by.
 *
 * @param start       parameters at the start
 * @param parameters  at the end
 * @param steps       |db_j| at each datapoint of the signatures, [datapoint x unit]; not copied
 * @param updates     the same as signatures
 * @param shares      as shares of the sum over units at each datapoint
 * @param activations over the same datapoints, of the trained network
 * @param unseen      over the test images
 * @param ablation    what its units are for
 * @param liking      the class at which each unit's mean activation over test images is greatest, by its place among the
 *                    classes, standardised within the unit or not; -1 of a unit whose activation never varies
 */
record Learned(
        Parameters start,
        Parameters parameters,
        float[] steps,
        Signatures updates,
        Signatures shares,
        Signatures activations,
        Signatures unseen,
        Ablation ablation,
        int[] liking) {
    /** Null for a training that diverged, or was so far on its way that losses are not finite. */
    static Learned of(Parameters start, Trained trained, Lesson lesson, Ablate how) {
        if (trained.diverged()) {
            return null;
        }
        var parameters = trained.parameters();
        var units = parameters.spec().units(0);
        var steps = trained.stepSizes().layers().get(0).biases();
        var totals = new double[lesson.rows()];
        for (var t = 0; t < totals.length; t++) {
            for (var j = 0; j < units; j++) {
                totals[t] += steps[t * units + j];
            }
        }
        var test = Responses.of(
                parameters,
                lesson.test(),
                IntStream.range(0, lesson.test().count()).toArray());
        var ablation = Ablation.of(test, lesson.test(), lesson.classes(), how);
        if (!ablation.finite()) {
            return null;
        }
        var seen = Responses.of(parameters, lesson.world().train(), lesson.seen());
        var unseen = Signatures.of(test.count(), units, test::hidden);
        return new Learned(
                start,
                parameters,
                steps,
                Signatures.of(lesson.rows(), units, (t, j) -> steps[t * units + j]),
                Signatures.of(lesson.rows(), units, (t, j) -> totals[t] > 0 ? steps[t * units + j] / totals[t] : 0),
                Signatures.of(lesson.rows(), units, seen::hidden),
                unseen,
                ablation,
                liking(test, lesson, unseen.varying()));
    }

    private static int[] liking(Responses test, Lesson lesson, boolean... varying) {
        var labels = lesson.classes().all();
        var units = test.parameters().spec().units(0);
        var count = new int[labels.size()];
        var sums = new double[units][labels.size()];
        for (var i = 0; i < test.count(); i++) {
            var k = labels.indexOf(lesson.test().label(i));
            count[k]++;
            for (var j = 0; j < units; j++) {
                sums[j][k] += test.hidden(i, j);
            }
        }
        return IntStream.range(0, units)
                .map(j -> varying[j]
                        ? Responses.greatest(IntStream.range(0, labels.size())
                                .mapToDouble(k -> sums[j][k] / count[k])
                                .toArray())
                        : -1)
                .toArray();
    }

    int units() {
        return parameters.spec().units(0);
    }

    /** The weight from an input to a unit. */
    double weight(int unit, int input) {
        return parameters.values()[unit * parameters.spec().inputs() + input];
    }

    /** What training has changed of it. */
    double change(int unit, int input) {
        return weight(unit, input) - start.values()[unit * start.spec().inputs() + input];
    }

    /** The weights into a unit. */
    double[] weights(int unit) {
        return IntStream.range(0, parameters.spec().inputs())
                .mapToDouble(i -> weight(unit, i))
                .toArray();
    }

    double[][] weights() {
        return IntStream.range(0, units()).mapToObj(this::weights).toArray(double[][]::new);
    }
}
