package org.basinlab.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Parameters;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;

/** Replicas whose networks are trained side by side, as many as the engine gains from and memory holds. */
final class ReplicaBatch {
    /** The share of Java's memory that a batch may fill: much of the rest is used while its numbers are computed. */
    private static final double SHARE = 0.4;

    private final OnlineTrainer trainer;
    private final Plan plan;
    private final Workers workers;
    private final Progress progress;

    ReplicaBatch(OnlineTrainer trainer, Plan plan, Workers workers, Progress progress) {
        this.trainer = trainer;
        this.plan = plan;
        this.workers = workers;
        this.progress = progress;
    }

    /** Cuts replicas into batches. */
    List<List<ReplicaRun>> of(List<ReplicaRun> runs) {
        var size = (int) Math.max(
                1, Math.min(trainer.together(), SHARE * Runtime.getRuntime().maxMemory() / bytes()));
        return IntStream.iterate(0, from -> from < runs.size(), from -> from + size)
                .mapToObj(from -> runs.subList(from, Math.min(from + size, runs.size())))
                .toList();
    }

    /** Memory that the trainings of a replica take, in bytes. */
    private double bytes() {
        var spec = plan.spec(plan.config().activations().get(0));
        // The start and phase 1, its tallies by half and group, the forks.
        var arrays = 2 + 2 * spec.outputs() + plan.forks().size();
        var steps = plan.config().replication().nullDraws() > 0 ? plan.phase1().length() - plan.tallyFrom() : 0;
        var datapoints = plan.work() - plan.config().replication().nullDraws();
        return (double) arrays * spec.parameterCount() * Double.BYTES
                + 2.0 * steps * spec.units(0) * Float.BYTES
                + (double) datapoints * (Double.BYTES + Integer.BYTES);
    }

    /** Runs a batch: all of its first phases, all of its forks, then what is to be computed of each. */
    void run(List<ReplicaRun> runs, Optional<Parameters> initial, Consumer<ReplicaRun.Outcome> done) {
        var ofBatch = new ReplicaProgress(progress, plan.work() * runs.size());
        var label = runs.get(0).label() + (runs.size() > 1 ? " and " + (runs.size() - 1) + " more" : "");
        ofBatch.note(label + ": phase 1");
        var phase1 = trained(runs.stream().map(run -> run.phase1(initial)).toList(), ofBatch);
        ofBatch.note(label + ": forks");
        var forkJobs = IntStream.range(0, runs.size())
                .mapToObj(r -> runs.get(r).forks(phase1.get(r)))
                .toList();
        var forks = trained(forkJobs.stream().flatMap(List::stream).toList(), ofBatch);
        var outcomes = new ArrayList<Supplier<Boolean>>();
        var at = 0;
        for (var r = 0; r < runs.size(); r++) {
            var run = runs.get(r);
            var first = phase1.get(r);
            var theirs = forks.subList(at, at + forkJobs.get(r).size());
            at += theirs.size();
            outcomes.add(() -> {
                done.accept(run.outcome(first, theirs, workers, ofBatch));
                return true;
            });
        }
        workers.all(outcomes);
        ofBatch.end();
    }

    /** At once, or each on a thread of its own, as the engine prefers. */
    private List<Trained> trained(List<TrainingJob> jobs, Progress progress) {
        if (trainer.together() > 1) {
            return trainer.trainAll(jobs, progress);
        }
        return workers.all(jobs.stream()
                .<Supplier<Trained>>map(job -> () -> trainer.train(job, progress))
                .toList());
    }
}
