package org.basinlab.localize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.basinlab.data.ImageSource;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Tables;
import org.basinlab.network.Activation;
import org.basinlab.training.OnlineTrainer;

/**
 * P4, "Knowledge Localization: Tentatively Positive Results on OCR".
 *
 * <p>Phase 1 trains a network to tell two groups of digits apart and adds up, over its second half, the
 * absolute update sizes of each parameter by group: r = a / (a + b). Then copies of the network go on,
 * each with one class left out: q = c / (c + d) tells inside which group leaving out one class rather than
 * another moves the parameter more. The claim is that r and q are correlated.
 *
 * <p>Replicas run side by side; each is a function of its seed and the configuration alone.
 */
public final class Localization implements Experiment<LocalizeConfig> {
    private final Supplier<OnlineTrainer> engine;
    private final ImageSource images;
    private final NetworkStore networks;
    private final List<Statistic> statistics;

    /**
     * The experiment on an engine.
     *
     * @param engine   trains every network; asked for once the images are known to be good
     * @param images   where images come from
     * @param networks where networks are read from and kept, on request
     */
    public Localization(Supplier<OnlineTrainer> engine, ImageSource images, NetworkStore networks) {
        this(engine, images, networks, List.of());
    }

    private Localization(
            Supplier<OnlineTrainer> engine, ImageSource images, NetworkStore networks, List<Statistic> statistics) {
        this.engine = engine;
        this.images = images;
        this.networks = networks;
        this.statistics = statistics;
    }

    /** The same, each replica measured with these too. */
    public Localization measuring(Statistic... own) {
        return new Localization(engine, images, networks, List.of(own));
    }

    @Override
    public String name() {
        return "localize";
    }

    @Override
    public Findings run(LocalizeConfig config, Progress progress, Tables tables) {
        var train = images.train(config.data());
        var test = images.test(config.data());
        var digests = digests(train, test);
        var origins = new LinkedHashMap<>(digests);
        origins.putAll(networks.digests());
        var plan = Plan.of(config, train, test);
        plan.requireRoom();
        var trainer = engine.get();

        progress.begin(
                "localize",
                plan.work()
                        * config.replication().replicas()
                        * config.activations().size());
        var finished = replicas(plan, trainer, progress, tables);
        var replicas = finished.all().stream().map(ReplicaRun.Outcome::replica).toList();
        var results = LocalizeResults.of(replicas, config.activations());
        LocalizeTables.small(finished, plan, tables);
        var setting = P4Setting.whatDiffers(config, digests);
        var claims = new LocalizeClaims(setting, results, train.columns()).all();
        return new Findings(
                name(),
                config,
                Headline.of(results, claims),
                claims,
                results,
                LocalizeNumbers.of(results),
                new LocalizeFigures(plan, results, setting.isEmpty()).of(finished),
                new Origin(trainer.name(), trainer.backend(), trainer.blas(), trainer.gpu(), origins));
    }

    private Finished replicas(Plan plan, OnlineTrainer trainer, Progress progress, Tables tables) {
        var config = plan.config();
        var finished = new Finished(
                config.activations().stream().map(Activation::toString).toList());
        try (var workers = new Workers(config.replication().threads())) {
            var batches = new ReplicaBatch(trainer, plan, workers, progress);
            var jobs = new ArrayList<Supplier<Boolean>>();
            for (var activation : config.activations()) {
                var initial = networks.initial(plan.spec(activation));
                var runs = LongStream.range(0, config.replication().replicas())
                        .map(i -> config.replication().seed() + i)
                        .mapToObj(seed -> new ReplicaRun(trainer, plan, activation, seed, networks, statistics))
                        .toList();
                for (var batch : batches.of(runs)) {
                    jobs.add(() -> {
                        batches.run(batch, initial, outcome -> {
                            synchronized (finished) {
                                if (outcome.sizes() != null && tables.ofEveryReplica()) {
                                    tables.accept(LocalizeTables.parameters(outcome, config));
                                }
                                finished.add(outcome);
                            }
                        });
                        return true;
                    });
                }
            }
            if (trainer.together() > 1) {
                // A batch fills the memory that there is for one: the next waits until it is done.
                jobs.forEach(Supplier::get);
            } else {
                workers.all(jobs);
            }
        }
        return finished;
    }

    private static Map<String, String> digests(LabelledImages train, LabelledImages test) {
        var digests = new LinkedHashMap<>(new TreeMap<>(train.digests()));
        digests.putAll(new TreeMap<>(test.digests()));
        return digests;
    }
}
