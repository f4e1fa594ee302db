package org.basinlab.localize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;

/** Networks trained side by side for runs of a sweep: phase 1 once a network, its forks once a fork length. */
final class SweptTraining {
    private final OnlineTrainer trainer;
    private final Function<LocalizeConfig, Plan> plans;

    SweptTraining(OnlineTrainer trainer, Function<LocalizeConfig, Plan> plans) {
        this.trainer = trainer;
        this.plans = plans;
    }

    /**
     * Where the early tallies end and the late ones begin: at half of phase 1 also for runs that tally all of it, so
     * that one training serves both.
     */
    static double boundary(LocalizeConfig config) {
        var from = config.schedule().tallyFrom();
        return from == 0 ? 0.5 : from;
    }

    /**
     * Trains.
     *
     * @param networks for each network the runs that are made of it, which differ in nothing but fork length and
     *                 tallies; all in the same streams
     * @return for each network a row a run
     */
    List<List<SweptRow>> rows(List<List<LocalizeConfig>> networks, Function<NetworkSpec, ParameterMap> maps) {
        var phase1 = trainer.trainAll(
                networks.stream().map(runs -> phase1(runs.get(0))).toList(), Progress.NONE);
        var alive = IntStream.range(0, networks.size())
                .filter(n -> !phase1.get(n).diverged())
                .boxed()
                .toList();
        var forks = new HashMap<Fork, Trained>();
        for (var length : networks.stream()
                .flatMap(List::stream)
                .map(run -> String.valueOf(run.schedule().forkLength()))
                .distinct()
                .toList()) {
            forks(length, networks, alive, phase1, forks);
        }
        // An engine that trains many at once has this thread alone to work for it.
        var each = IntStream.range(0, networks.size());
        return (trainer.together() > 1 ? each.parallel() : each)
                .mapToObj(n -> rows(n, networks.get(n), phase1.get(n), forks, maps))
                .toList();
    }

    /** A fork of one network. */
    private record Fork(int network, String length, int leftOut) {}

    private void forks(
            String length,
            List<List<LocalizeConfig>> networks,
            List<Integer> alive,
            List<Trained> phase1,
            Map<Fork, Trained> forks) {
        var runs = new LinkedHashMap<Integer, LocalizeConfig>();
        for (var n : alive) {
            networks.get(n).stream()
                    .filter(run -> String.valueOf(run.schedule().forkLength()).equals(length))
                    .findFirst()
                    .ifPresent(run -> runs.put(n, run));
        }
        if (runs.isEmpty()) {
            return;
        }
        var plan = plans.apply(runs.values().iterator().next());
        plan.forks().forEach((leftOut, stream) -> {
            var jobs = new ArrayList<TrainingJob>();
            runs.forEach((n, run) -> jobs.add(new TrainingJob(
                    phase1.get(n).parameters(),
                    run.network().dtype(),
                    run.schedule().learningRate(),
                    stream,
                    Watch.NONE)));
            var trained = trainer.trainAll(jobs, Progress.NONE);
            var i = 0;
            for (var n : runs.keySet()) {
                forks.put(new Fork(n, length, leftOut), trained.get(i++));
            }
        });
    }

    private TrainingJob phase1(LocalizeConfig run) {
        var plan = plans.apply(run);
        var network = run.network();
        var spec = network.spec(plan.rows(), plan.columns(), run.activations().get(0));
        var stream = plan.phase1();
        return new TrainingJob(
                Parameters.initial(
                        spec,
                        network.init(),
                        network.biasInit(),
                        run.replication().seed()),
                network.dtype(),
                run.schedule().learningRate(),
                stream,
                new Watch(true, true, (int) (stream.length() * boundary(run)), false));
    }

    private List<SweptRow> rows(
            int network,
            List<LocalizeConfig> runs,
            Trained phase1,
            Map<Fork, Trained> forks,
            Function<NetworkSpec, ParameterMap> maps) {
        var plan = plans.apply(runs.get(0));
        var online = Replica.Phase1.of(phase1, plan.phase1().groups());
        if (phase1.diverged()) {
            return runs.stream().map(run -> SweptRow.diverged(online)).toList();
        }
        var test = plan.share(plan.right(trainer, phase1.parameters()), digit -> true);
        var parameters = maps.apply(phase1.parameters().spec());
        return runs.stream()
                .map(run -> {
                    var finals = new LinkedHashMap<Integer, Parameters>();
                    for (var leftOut : plan.forks().keySet()) {
                        var fork = forks.get(
                                new Fork(network, String.valueOf(run.schedule().forkLength()), leftOut));
                        if (fork.diverged()) {
                            return SweptRow.diverged(online);
                        }
                        finals.put(leftOut, fork.parameters());
                    }
                    var tally = run.schedule().tallyFrom() == 0 ? phase1.early().plus(phase1.late()) : phase1.late();
                    return SweptRow.of(RelativeSizes.of(tally, finals, run.digits()), parameters, online, test);
                })
                .toList();
    }
}
