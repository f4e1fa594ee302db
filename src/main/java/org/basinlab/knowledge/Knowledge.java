package org.basinlab.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.basinlab.data.ImageSource;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Tables;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.edit.EditClaims;
import org.basinlab.knowledge.edit.EditResult;
import org.basinlab.knowledge.edit.EditStudy;
import org.basinlab.knowledge.leaveout.LeaveOutClaims;
import org.basinlab.knowledge.leaveout.LeaveOutResult;
import org.basinlab.knowledge.leaveout.LeaveOutStudy;
import org.basinlab.knowledge.match.MatchClaims;
import org.basinlab.knowledge.match.MatchResult;
import org.basinlab.knowledge.match.MatchStudy;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.World;
import org.basinlab.knowledge.split.SplitClaims;
import org.basinlab.knowledge.split.SplitResult;
import org.basinlab.knowledge.split.SplitStudy;
import org.basinlab.training.OnlineTrainer;

/**
 * P3, "Hypotheses about Finding Knowledge and One-Shot Causal Entanglements": its three hypotheses and the statement before
 * them, on the network of P4, each with cases built so that it must hold and must not.
 */
public final class Knowledge implements Experiment<KnowledgeConfig> {
    private final Function<KnowledgeConfig, OnlineTrainer> engine;
    private final ImageSource images;

    /**
     * The experiment.
     *
     * @param engine asked once a run
     * @param images asked once a run
     */
    public Knowledge(Function<KnowledgeConfig, OnlineTrainer> engine, ImageSource images) {
        this.engine = engine;
        this.images = images;
    }

    @Override
    public String name() {
        return "knowledge";
    }

    @Override
    public Findings run(KnowledgeConfig config, Progress progress, Tables tables) {
        var train = images.train(config.data());
        var test = images.test(config.data());
        var world = World.of(train, test, config.classes(), config.images());
        var digests = new TreeMap<>(train.digests());
        digests.putAll(test.digests());
        requireRunnable(config, world);
        return new Run(config, world, engine.apply(config), progress, tables).findings(digests);
    }

    /** Of every part before the first, whose minutes would be lost. */
    private static void requireRunnable(KnowledgeConfig config, World world) {
        if (config.has(Part.EDIT)) {
            EditStudy.requireRunnable(config.edit(), world);
        }
        if (config.has(Part.LEAVE_OUT)) {
            LeaveOutStudy.requireRunnable(config.leaveOut(), config.setting(), world);
        }
        if (config.has(Part.MATCH)) {
            MatchStudy.requireRunnable(config.match(), config.setting(), world);
        }
        if (config.has(Part.SPLIT)) {
            SplitStudy.requireRunnable(config.split(), config.setting(), world);
        }
    }

    /** One run, and what its parts have found so far. */
    private static final class Run {
        private final KnowledgeConfig config;
        private final World world;
        private final OnlineTrainer trainer;
        private final Progress progress;
        private final Tables tables;
        private final List<Claim> claims = new ArrayList<>();
        private final List<List<Object>> answers = new ArrayList<>();
        private final List<KeyNumbers> numbers = new ArrayList<>();
        private final List<Figure> figures = new ArrayList<>();

        Run(KnowledgeConfig config, World world, OnlineTrainer trainer, Progress progress, Tables tables) {
            this.config = config;
            this.world = world;
            this.trainer = trainer;
            this.progress = progress;
            this.tables = tables;
        }

        Findings findings(Map<String, String> digests) {
            var setting = config.setting();
            var threads = config.threads();
            EditResult edit = null;
            LeaveOutResult leaveOut = null;
            MatchResult match = null;
            SplitResult split = null;
            if (config.has(Part.EDIT)) {
                edit = told(Part.EDIT, EditStudy.run(config.edit(), setting, world, trainer, threads, progress));
                claims.addAll(EditClaims.of(edit));
            }
            if (config.has(Part.LEAVE_OUT)) {
                leaveOut = told(
                        Part.LEAVE_OUT,
                        LeaveOutStudy.run(config.leaveOut(), setting, world, trainer, threads, progress));
                claims.addAll(LeaveOutClaims.of(leaveOut));
            }
            if (config.has(Part.MATCH)) {
                match = told(Part.MATCH, MatchStudy.run(config.match(), setting, world, trainer, threads, progress));
                claims.addAll(MatchClaims.of(match));
            }
            if (config.has(Part.SPLIT)) {
                split = told(Part.SPLIT, SplitStudy.run(config.split(), setting, world, trainer, threads, progress));
                claims.addAll(SplitClaims.of(split));
            }
            if (answers.size() > 1) {
                numbers.add(0, new KeyNumbers("What each part found", List.of("part", "found"), answers));
            }
            return new Findings(
                    "knowledge",
                    config,
                    headline(),
                    claims,
                    new KnowledgeResults(world.train().count(), world.test().count(), edit, leaveOut, match, split),
                    numbers,
                    figures,
                    new Origin(trainer.name(), trainer.backend(), trainer.blas(), trainer.gpu(), digests));
        }

        /** A part's own; of several parts, what became of the claims. */
        private String headline() {
            if (answers.size() == 1) {
                return (String) answers.get(0).get(1);
            }
            var counts = claims.stream().collect(Collectors.groupingBy(Claim::verdict, Collectors.counting()));
            return String.format(
                    Locale.ROOT,
                    "Of %d things said of where knowledge sits %d are reproduced, %d differ, %d are not reproduced, and %d these"
                            + " replicas cannot tell.",
                    claims.size(),
                    counts.getOrDefault(Verdict.REPRODUCED, 0L),
                    counts.getOrDefault(Verdict.DIFFERS, 0L),
                    counts.getOrDefault(Verdict.NOT_REPRODUCED, 0L),
                    counts.getOrDefault(Verdict.NOT_TESTED, 0L));
        }

        private <R extends Record> R told(Part part, Found<R> found) {
            answers.add(KeyNumbers.row(part.subject(), found.headline()));
            numbers.addAll(found.numbers());
            figures.addAll(found.figures());
            found.tables().forEach(tables::accept);
            return found.result();
        }
    }
}
