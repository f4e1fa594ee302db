package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.network.Activation;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.StepSizes;

/**
 * What every replica of a run shares: the shape of its images and the streams of datapoints.
 *
 * @param config  the run's
 * @param rows    of an image
 * @param columns of an image
 * @param phase1  phase 1's datapoints
 * @param forks   each fork's datapoints, by the class it leaves out, in the order of the groups
 * @param test    the test images of all classes in play
 * @param inked   for each pixel, whether it is above 0 in any image of phase 1 or a fork; where it is not, the
 *                input is constant
 */
record Plan(
        LocalizeConfig config,
        int rows,
        int columns,
        DatapointStream phase1,
        Map<Integer, DatapointStream> forks,
        DatapointStream test,
        boolean[] inked) {
    /**
     * The plan of a run.
     *
     * @throws org.basinlab.experiment.InputException if the images do not fit each other or the run
     */
    static Plan of(LocalizeConfig config, LabelledImages train, LabelledImages test) {
        require(
                train.rows() == test.rows() && train.columns() == test.columns(),
                "%s: training images are %s x %s, test images %s x %s",
                config.data(),
                train.rows(),
                train.columns(),
                test.rows(),
                test.columns());
        var forks = new LinkedHashMap<Integer, DatapointStream>();
        var phase1 = Streams.phase1(train, config.schedule(), config.digits());
        for (var digit : config.digits().all()) {
            forks.put(digit, Streams.fork(train, config.schedule(), config.digits(), digit));
        }
        var streams = new ArrayList<>(forks.values());
        streams.add(phase1);
        return new Plan(
                config,
                train.rows(),
                train.columns(),
                phase1,
                forks,
                Streams.test(test, config.digits()),
                inked(train.pixelsPerImage(), streams));
    }

    /** The network with one of the run's activations. */
    NetworkSpec spec(Activation activation) {
        return config.network().spec(rows, columns, activation);
    }

    /**
     * Makes sure, before anything is loaded, that the network exists and that what its nulls need can be kept.
     *
     * @throws org.basinlab.experiment.InputException if not
     */
    void requireRoom() {
        var spec = spec(config.activations().get(0));
        if (config.replication().nullDraws() > 0) {
            StepSizes.requireRoom(spec, phase1.length() - tallyFrom());
        }
    }

    /** The datapoint of phase 1 from which update sizes are tallied. */
    int tallyFrom() {
        return (int) (phase1.length() * config.schedule().tallyFrom());
    }

    /** Whether a network names the group of each test image. */
    boolean[] right(OnlineTrainer trainer, Parameters parameters) {
        var guesses = trainer.classify(parameters, config.network().dtype(), test);
        var right = new boolean[guesses.length];
        for (var s = 0; s < right.length; s++) {
            right[s] = guesses[s] == test.groups()[s];
        }
        return right;
    }

    /** The share of the test images of some classes that is right. */
    double share(boolean[] right, IntPredicate digits) {
        return IntStream.range(0, right.length)
                .filter(s -> digits.test(test.images().label(test.order()[s])))
                .mapToDouble(s -> right[s] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** What a replica's progress adds up to: training steps, then shuffles of labels. */
    long work() {
        return phase1.length()
                + forks.values().stream().mapToLong(DatapointStream::length).sum()
                + config.replication().nullDraws();
    }

    private static boolean[] inked(int pixels, List<DatapointStream> streams) {
        var inked = new boolean[pixels];
        for (var stream : streams) {
            var bytes = stream.images().pixels();
            for (var image : stream.order()) {
                for (var i = 0; i < pixels; i++) {
                    inked[i] |= bytes[image * pixels + i] != 0;
                }
            }
        }
        return inked;
    }
}
