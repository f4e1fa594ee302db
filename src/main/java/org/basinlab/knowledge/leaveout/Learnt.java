package org.basinlab.knowledge.leaveout;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;

/**
 * Networks from one start: one that has learnt from everything, and one without each element.
 *
 * @param start   of all
 * @param base    from everything
 * @param online  gathered on its way; null where something diverged
 * @param without the others, one an element
 */
record Learnt(Parameters start, Parameters base, Online online, List<Parameters> without) {
    private static final TrainingJob.Watch STEP_SIZES = new TrainingJob.Watch(false, false, 0, true);

    /** Whether a training ran away, so that nothing can be told. */
    boolean diverged() {
        return online == null;
    }

    /**
     * Trains them.
     *
     * @param known networks that have learnt without an element, where the lesson has no streams for it; null if they
     *              diverged
     */
    static Learnt from(
            Lesson lesson,
            Setting setting,
            Parameters start,
            List<Parameters> known,
            OnlineTrainer trainer,
            Progress progress) {
        var jobs = new ArrayList<TrainingJob>();
        jobs.add(job(setting, start, lesson.stream(), STEP_SIZES));
        lesson.without().forEach(s -> jobs.add(job(setting, start, s, TrainingJob.Watch.NONE)));
        var trained = trainer.trainAll(jobs, progress);
        var without = new ArrayList<>(
                trained.stream().skip(1).map(Trained::parameters).toList());
        if (known == null || trained.stream().anyMatch(Trained::diverged)) {
            return new Learnt(start, trained.get(0).parameters(), null, without);
        }
        without.addAll(known);
        // The update sizes are far larger than all that is made of them, and are let go of here.
        return new Learnt(
                start,
                trained.get(0).parameters(),
                Online.of(
                        trained.get(0).stepSizes(),
                        start.spec(),
                        lesson.elementOf(),
                        lesson.elements().size()),
                without);
    }

    private static TrainingJob job(Setting setting, Parameters start, DatapointStream stream, TrainingJob.Watch watch) {
        return new TrainingJob(start, setting.dtype(), setting.learningRate(), stream, watch);
    }
}
