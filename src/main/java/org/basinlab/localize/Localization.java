package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.basinlab.data.ImageSource;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Verdict;
import org.basinlab.training.OnlineTrainer;

/**
 * P4, "Knowledge Localization: Tentatively Positive Results on OCR".
 *
 * <p>Phase 1 trains a network to tell two groups of digits apart and adds up, over its second half, the
 * absolute update sizes of each parameter by group: r = a / (a + b). Then copies of the network go on,
 * each with one class left out: q = c / (c + d) tells inside which group leaving out one class rather than
 * another moves the parameter more. The claim is that r and q are correlated.
 */
public final class Localization implements Experiment<LocalizeConfig> {
    private final Supplier<OnlineTrainer> engine;
    private final ImageSource images;
    private final NetworkStore networks;

    /**
     * The experiment on an engine.
     *
     * @param engine   trains every network; asked for once the images are known to be good
     * @param images   where images come from
     * @param networks where networks are read from and kept, on request
     */
    public Localization(Supplier<OnlineTrainer> engine, ImageSource images, NetworkStore networks) {
        this.engine = engine;
        this.images = images;
        this.networks = networks;
    }

    @Override
    public String name() {
        return "localize";
    }

    @Override
    public Findings run(LocalizeConfig config, Progress progress, Consumer<Table> tables) {
        var train = images.train(config.data());
        var test = images.test(config.data());
        require(
                train.rows() == test.rows() && train.columns() == test.columns(),
                "%s: training images are %s x %s, test images %s x %s",
                config.data(),
                train.rows(),
                train.columns(),
                test.rows(),
                test.columns());
        var plan = Plan.of(config, train, test);
        var trainer = engine.get();
        var initial = networks.initial(plan.spec());

        progress.begin("localize", plan.datapoints() * config.replicas());
        var replicas = new ArrayList<Replica>();
        var figures = List.<Figure>of();
        for (var i = 0; i < config.replicas(); i++) {
            var outcome = new ReplicaRun(trainer, plan, config.seed() + i, networks).run(initial, progress);
            replicas.add(outcome.replica());
            if (outcome.sizes() != null) {
                tables.accept(LocalizeTables.parameters(outcome, plan.spec()));
                figures = figures.isEmpty() ? LocalizeFigures.of(outcome, plan.spec(), train) : figures;
            }
        }
        var results = LocalizeResults.of(replicas);
        var claims = new LocalizeClaims(config, digests(train, test), results).all();
        return new Findings(
                name(),
                config,
                LocalizeSummary.headline(
                        results, claims.stream().anyMatch(claim -> claim.verdict() != Verdict.NOT_TESTED)),
                claims,
                results,
                LocalizeSummary.keyNumbers(results),
                figures,
                new Origin(trainer.name(), trainer.backend(), trainer.blas(), null, digests(train, test)));
    }

    private static Map<String, String> digests(LabelledImages train, LabelledImages test) {
        var digests = new LinkedHashMap<>(new TreeMap<>(train.digests()));
        digests.putAll(new TreeMap<>(test.digests()));
        return digests;
    }
}
