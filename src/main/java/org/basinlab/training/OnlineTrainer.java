package org.basinlab.training;

import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;

/**
 * An engine that trains one datapoint at a time. Every method may be called from several threads at
 * once; what a call returns depends on its arguments alone.
 */
public interface OnlineTrainer {
    /** Its name on the command line. */
    String name();

    /** The array library's backend, such as {@code nd4j-native}; null where it uses none. */
    String backend();

    /** The linear algebra library; null where it uses none. */
    String blas();

    /** The GPU it computes on; null where it uses none of its own. */
    default String gpu() {
        return null;
    }

    /** How many trainings it gains from being given at once; 1 where it is as well given one after the other. */
    default int together() {
        return 1;
    }

    /**
     * Trains to the stream's end, or to the datapoint that diverged.
     *
     * @param progress advanced by one a datapoint
     */
    Trained train(TrainingJob job, Progress progress);

    /**
     * Trains several, side by side where that is faster: those on the same stream gain from it. Each comes out as it
     * would alone.
     *
     * @param progress advanced by one a datapoint and job
     */
    default List<Trained> trainAll(List<TrainingJob> jobs, Progress progress) {
        return jobs.stream().map(job -> train(job, progress)).toList();
    }

    /** The group with the greatest output, for every datapoint of a stream; the first of equals. */
    int[] classify(Parameters parameters, Precision precision, DatapointStream stream);
}
