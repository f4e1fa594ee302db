package org.basinlab.localize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.StepSizes;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;
import org.basinlab.training.UpdateTally;

/** One network through the whole experiment. */
final class ReplicaRun {
    private final OnlineTrainer trainer;
    private final Plan plan;
    private final Activation activation;
    private final long seed;
    private final NetworkStore networks;
    private final List<Statistic> statistics;

    ReplicaRun(
            OnlineTrainer trainer,
            Plan plan,
            Activation activation,
            long seed,
            NetworkStore networks,
            List<Statistic> statistics) {
        this.trainer = trainer;
        this.plan = plan;
        this.activation = activation;
        this.seed = seed;
        this.networks = networks;
        this.statistics = statistics;
    }

    /**
     * A replica and what its numbers were made of; where it diverged, the replica alone.
     *
     * @param replica    the numbers
     * @param parameters what each parameter is
     * @param sizes      one of each a parameter
     * @param whole      tallies of all of phase 1
     * @param curve      loss over time
     * @param nulls      the draws of the permutation nulls; null if there are none
     */
    record Outcome(
            Replica replica,
            ParameterMap parameters,
            RelativeSizes sizes,
            UpdateTally whole,
            LearningCurve curve,
            Draws nulls) {}

    /** Correlations by set, a number a draw. */
    record Draws(Map<ParameterSet, double[]> neurons, Map<ParameterSet, double[]> labels) {}

    /** What phase 1 is. */
    TrainingJob phase1(Optional<Parameters> given) {
        var choice = plan.config().network();
        var initial = given.orElseGet(
                () -> Parameters.initial(plan.spec(activation), choice.init(), choice.biasInit(), seed));
        var nulls = plan.config().replication().nullDraws() > 0;
        return job(initial, plan.phase1(), new Watch(true, true, plan.tallyFrom(), nulls));
    }

    /** What the forks are, in the order of the classes left out; none where phase 1 diverged. */
    List<TrainingJob> forks(Trained phase1) {
        if (phase1.diverged()) {
            return List.of();
        }
        keep("phase1", phase1.parameters());
        return plan.forks().values().stream()
                .map(stream -> job(phase1.parameters(), stream, Watch.NONE))
                .toList();
    }

    private TrainingJob job(Parameters start, DatapointStream stream, Watch watch) {
        var config = plan.config();
        return new TrainingJob(
                start, config.network().dtype(), config.schedule().learningRate(), stream, watch);
    }

    /** What came of both. */
    Outcome outcome(Trained phase1, List<Trained> trained, Workers workers, Progress progress) {
        if (phase1.diverged()) {
            return diverged(phase1.divergedAt(), "phase1", online(phase1));
        }
        var forks = new LinkedHashMap<Integer, Trained>();
        for (var digit : plan.forks().keySet()) {
            forks.put(digit, trained.get(forks.size()));
        }
        for (var fork : forks.entrySet()) {
            if (fork.getValue().diverged()) {
                return diverged(
                        plan.phase1().length() + fork.getValue().divergedAt(),
                        "fork without " + fork.getKey(),
                        online(phase1));
            }
            keep("without-" + fork.getKey(), fork.getValue().parameters());
        }
        return whole(phase1, forks, workers, progress);
    }

    private Outcome whole(Trained phase1, Map<Integer, Trained> forks, Workers workers, Progress progress) {
        var finals = new LinkedHashMap<Integer, Parameters>();
        forks.forEach((digit, fork) -> finals.put(digit, fork.parameters()));
        var parameters = new ParameterMap(plan.spec(activation));
        var sizes = RelativeSizes.of(phase1.late(), finals, plan.config().digits());
        var whole = phase1.early().plus(phase1.late());
        var associations = new Associations(parameters, sizes, seed);
        var pixels = parameters.hasPixels();
        var curve = LearningCurve.of(
                phase1,
                plan.phase1().groups(),
                forks,
                digit -> plan.forks().get(digit).groups());
        var draws = plan.config().replication().nullDraws() == 0
                ? null
                : draws(parameters, sizes, phase1.stepSizes(), workers, progress);
        var measured = new LinkedHashMap<String, Double>();
        statistics.forEach(statistic -> measured.put(statistic.name(), statistic.of(sizes, parameters)));
        var replica = new Replica(
                seed,
                activation.toString(),
                false,
                null,
                null,
                online(phase1),
                associations.of(ParameterSet.WEIGHTS),
                associations.of(ParameterSet.BIASES),
                associations.of(ParameterSet.HIDDEN_WEIGHTS),
                associations.of(ParameterSet.HIDDEN_BIASES),
                associations.of(ParameterSet.OUTPUT_WEIGHTS),
                associations.of(ParameterSet.OUTPUT_BIASES),
                associations.layers(),
                pixels ? associations.ofPixels(plan.inked(), false) : null,
                pixels ? associations.ofPixels(plan.inked(), true) : null,
                associations.against(new Associations(parameters, sizes.with(whole), seed)),
                draws == null ? null : draws.nulls(),
                pixels ? Structure.of(sizes, parameters, plan.inked()) : null,
                pixels ? PerPixel.of(sizes, parameters, plan.inked()) : null,
                curve.minimum(),
                finals.entrySet().stream()
                        .map(fork -> test(fork.getKey(), fork.getValue()))
                        .toList(),
                plan.share(plan.right(trainer, phase1.parameters()), digit -> true),
                measured);
        return new Outcome(replica, parameters, sizes, whole, curve, draws == null ? null : draws.draws());
    }

    private record Drawn(Nulls nulls, Draws draws) {}

    private Drawn draws(
            ParameterMap parameters, RelativeSizes sizes, StepSizes steps, Workers workers, Progress progress) {
        progress.note(label() + ": shuffles");
        var count = plan.config().replication().nullDraws();
        var neurons = new NeuronShuffle(parameters, sizes);
        var labels = new LabelShuffle(parameters, steps, sizes.q());
        var draws = new Draws(neurons.draws(count, seed), labels.draws(count, seed, workers, progress));
        return new Drawn(
                new Nulls(
                        Nulls.OfSets.of(neurons.observed(), draws.neurons()),
                        Nulls.OfSets.of(labels.observed(), draws.labels())),
                draws);
    }

    private Replica.Phase1 online(Trained phase1) {
        return Replica.Phase1.of(phase1, plan.phase1().groups());
    }

    private Replica.Fork test(int leftOut, Parameters parameters) {
        var right = plan.right(trainer, parameters);
        return new Replica.Fork(
                leftOut,
                plan.forks().get(leftOut).length(),
                plan.share(right, digit -> digit != leftOut),
                plan.share(right, digit -> digit == leftOut));
    }

    private Outcome diverged(int at, String where, Replica.Phase1 online) {
        return new Outcome(
                Replica.diverged(seed, activation.toString(), at, where, online), null, null, null, null, null);
    }

    /** What it is called among the others. */
    String label() {
        return (plan.config().activations().size() > 1 ? activation + " " : "") + "seed " + seed;
    }

    private void keep(String name, Parameters parameters) {
        var which = plan.config().activations().size() > 1 ? activation + "-" : "";
        networks.keep(which + "seed-" + seed + "-" + name, plan.config(), parameters);
    }
}
