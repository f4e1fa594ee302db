package org.basinlab.localize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Parameters;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.Association;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;

/** One network through the whole experiment. */
final class ReplicaRun {
    private final OnlineTrainer trainer;
    private final Plan plan;
    private final long seed;
    private final NetworkStore networks;

    ReplicaRun(OnlineTrainer trainer, Plan plan, long seed, NetworkStore networks) {
        this.trainer = trainer;
        this.plan = plan;
        this.seed = seed;
        this.networks = networks;
    }

    /**
     * A replica and what its numbers were made of.
     *
     * @param replica the numbers
     * @param sizes   one of each a parameter; null where the replica diverged
     */
    record Outcome(Replica replica, RelativeSizes sizes) {}

    Outcome run(Optional<Parameters> given, Progress progress) {
        var choice = plan.config().network();
        var schedule = plan.config().schedule();
        var initial = given.orElseGet(() -> Parameters.initial(plan.spec(), choice.init(), choice.biasInit(), seed));

        progress.note("seed " + seed + ": phase 1");
        var length = plan.phase1().length();
        var phase1 = trainer.train(
                new TrainingJob(
                        initial,
                        choice.dtype(),
                        schedule.learningRate(),
                        plan.phase1(),
                        (int) (length * schedule.tallyFrom()),
                        length / 2),
                progress);
        var online = new Replica.Phase1(length, phase1.accuracy(), phase1.loss());
        if (phase1.diverged()) {
            return diverged(phase1.divergedAt(), "phase1", online);
        }
        keep("phase1", phase1.parameters());

        progress.note("seed " + seed + ": forks");
        var forks = trainForks(phase1.parameters(), progress);
        for (var fork : forks.entrySet()) {
            if (fork.getValue().diverged()) {
                return diverged(length + fork.getValue().divergedAt(), "fork without " + fork.getKey(), online);
            }
            keep("without-" + fork.getKey(), fork.getValue().parameters());
        }
        return whole(phase1, forks, online);
    }

    private Map<Integer, Trained> trainForks(Parameters from, Progress progress) {
        var choice = plan.config().network();
        var rate = plan.config().schedule().learningRate();
        var jobs = new ArrayList<SideBySide.Job<Trained>>();
        for (var stream : plan.forks().values()) {
            jobs.add(() -> trainer.train(TrainingJob.unwatched(from, choice.dtype(), rate, stream), progress));
        }
        var trained = SideBySide.run(plan.config().threads(), jobs);
        var forks = new LinkedHashMap<Integer, Trained>();
        for (var digit : plan.forks().keySet()) {
            forks.put(digit, trained.get(forks.size()));
        }
        return forks;
    }

    private Outcome whole(Trained phase1, Map<Integer, Trained> forks, Replica.Phase1 online) {
        var parameters = new LinkedHashMap<Integer, Parameters>();
        forks.forEach((digit, fork) -> parameters.put(digit, fork.parameters()));
        var sizes = RelativeSizes.of(phase1.tally(), parameters, plan.config().digits());
        var sets = new ParameterSets(plan.spec());
        var tested = new ArrayList<Replica.Fork>();
        parameters.forEach((digit, final_) -> tested.add(test(digit, final_)));
        return new Outcome(
                new Replica(
                        seed,
                        false,
                        null,
                        null,
                        online,
                        association(sets, sizes, 0, sets::isWeight),
                        association(sets, sizes, 1, p -> !sets.isWeight(p)),
                        association(sets, sizes, 2, p -> sets.isWeight(p) && sets.isHidden(p)),
                        association(sets, sizes, 3, p -> !sets.isWeight(p) && sets.isHidden(p)),
                        association(sets, sizes, 4, p -> sets.isWeight(p) && !sets.isHidden(p)),
                        association(sets, sizes, 5, p -> !sets.isWeight(p) && !sets.isHidden(p)),
                        PerPixel.of(sizes, plan.spec()),
                        tested,
                        share(right(phase1.parameters()), digit -> true)),
                sizes);
    }

    private Association association(ParameterSets sets, RelativeSizes sizes, int part, IntPredicate in) {
        return sets.association(sizes, in, new RandomStream(seed, RandomStream.BOOTSTRAP, part));
    }

    private Replica.Fork test(int leftOut, Parameters parameters) {
        var right = right(parameters);
        return new Replica.Fork(
                leftOut,
                plan.forks().get(leftOut).length(),
                share(right, digit -> digit != leftOut),
                share(right, digit -> digit == leftOut));
    }

    /** Whether a network names the group of each test image. */
    private boolean[] right(Parameters parameters) {
        var guesses = trainer.classify(parameters, plan.config().network().dtype(), plan.test());
        var right = new boolean[guesses.length];
        for (var s = 0; s < right.length; s++) {
            right[s] = guesses[s] == plan.test().groups()[s];
        }
        return right;
    }

    /** The share of the test images of some classes that is right. */
    private double share(boolean[] right, IntPredicate digits) {
        var test = plan.test();
        return IntStream.range(0, right.length)
                .filter(s -> digits.test(test.images().label(test.order()[s])))
                .mapToDouble(s -> right[s] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private Outcome diverged(int at, String where, Replica.Phase1 online) {
        return new Outcome(
                new Replica(seed, true, at, where, online, null, null, null, null, null, null, null, List.of(), null),
                null);
    }

    private void keep(String name, Parameters parameters) {
        networks.keep("seed-" + seed + "-" + name, plan.config(), parameters);
    }
}
