package org.basinlab.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.basinlab.data.ImageFolders;
import org.basinlab.experiment.InputException;
import org.basinlab.knowledge.Knowledge;
import org.basinlab.knowledge.KnowledgeConfig;
import org.basinlab.knowledge.Part;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.network.StandardActivation;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code basin knowledge}: P3. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Where in a network is what it knows about a part of its data? (P3)",
            "",
            "edit: does a structured, localized change of the data change few of the parameters? leave-out: does the size of"
                    + " updates tell where leaving a part of the data out shows? match: does it find the same knowledge in"
                    + " another network? split: do the final parameters depend on the data or on the start? all: everything."
                    + " Each with cases built so that the answer is known.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin knowledge                              all four with 20 seeds, some minutes",
            "  basin knowledge edit --replicas 5            a look",
            "  basin knowledge edit --stroke-on 1 --eye-on 6",
            "  basin knowledge leave-out --activation relu --json",
            "  basin knowledge match --large-hidden 400     from 20 hidden units to 400",
            "  basin knowledge split --digits 0:1:2:3:4:5:6:7:8:9 --images 20000",
        })
public final class KnowledgeCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";
    private static final String ONE_OF = ": ${COMPLETION-CANDIDATES}" + DEFAULT;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SUBJECT",
            description = "edit, leave-out, match, split or all (default all).")
    private String subject;

    @Option(
            names = "--subject",
            paramLabel = "SUBJECT",
            description = "The same as an option, as configuration files have it; SUBJECT wins over it.")
    private String named;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often everything is made, with seeds seed, seed + 1, ..." + DEFAULT)
    private int replicas;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            defaultValue = "100",
            description = "Units of the hidden layer" + DEFAULT)
    private int hidden;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "softplus",
            description = "Of the hidden layer" + ONE_OF)
    private StandardActivation activation;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--learning-rate",
            paramLabel = "T",
            defaultValue = "0.001",
            description = "Learning rate, in parameter^2 / loss" + DEFAULT)
    private double learningRate;

    @Option(names = "--epochs", paramLabel = "N", defaultValue = "1", description = "Passes over the images" + DEFAULT)
    private int epochs;

    @Option(
            names = "--images",
            paramLabel = "N",
            defaultValue = "all",
            converter = OfImages.class,
            description = "The first N of the training set are learned from, or all" + DEFAULT)
    private Integer images;

    @Option(
            names = "--digits",
            paramLabel = "A,A:B,B",
            defaultValue = "1,7:6,8",
            converter = OfClasses.class,
            description = "Groups of classes; the network has an output for each group" + DEFAULT)
    private Classes digits;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "Folder of images in IDX files" + DEFAULT)
    private String data;

    @Mixin
    private EditOptions edit;

    @Mixin
    private LeaveOutOptions leaveOut;

    @Mixin
    private MatchOptions match;

    @Mixin
    private SplitOptions split;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var name = subject != null ? subject : named != null ? named : ALL;
        var parts = parts(name);
        EnumSet.complementOf(EnumSet.copyOf(parts))
                .forEach(part -> SubjectOptions.requireNoneGiven(spec, mixin(part), part.subject(), name));
        var threads = common.resolvedThreads();
        var config = config(name, parts, threads);
        Engines.requireKnown(training(config));
        if (common.engine.equals("dl4j")) {
            org.basinlab.run.Part.ARRAYS.require("--engine dl4j");
        }
        var experiment = new Knowledge(
                one -> new Engines(common.profile()).trainer(training(one)), new ImageFolders(DataFolder::of));
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        return new ExperimentRun(common, again).run(experiment, config, threads);
    }

    private Training training(KnowledgeConfig config) {
        return new Training(common.engine, network.dtype, true, config.specs());
    }

    private KnowledgeConfig config(String name, Set<Part> parts, int threads) {
        return new KnowledgeConfig(
                parts,
                new Setting(
                        hidden,
                        activation,
                        network.outputActivation,
                        network.loss,
                        network.init,
                        network.biasInit,
                        network.dtype,
                        learningRate,
                        epochs,
                        replicas,
                        common.seed),
                digits,
                images,
                data,
                edit.config(),
                leaveOut.config(),
                match.config(),
                split.config(),
                threads,
                options(parts, name, threads));
    }

    private static Set<Part> parts(String name) {
        if (name.equals(ALL)) {
            return EnumSet.allOf(Part.class);
        }
        return Arrays.stream(Part.values())
                .filter(part -> part.subject().equals(name))
                .findFirst()
                .map(Set::of)
                .orElseThrow(() -> new InputException("no subject " + name + ": give "
                        + Arrays.stream(Part.values()).map(Part::subject).collect(Collectors.joining(", ")) + " or "
                        + ALL));
    }

    /** The field above that holds a part's options. */
    private static String mixin(Part part) {
        return switch (part) {
            case EDIT -> "edit";
            case LEAVE_OUT -> "leaveOut";
            case MATCH -> "match";
            case SPLIT -> "split";
        };
    }

    /** What a configuration file holds: the subject, the network's options, those of its parts, and the common ones. */
    private Map<String, Object> options(Set<Part> parts, String name, int threads) {
        var options = new LinkedHashMap<String, Object>();
        options.put("subject", name);
        options.put("replicas", replicas);
        options.put("hidden", hidden);
        options.put("activation", activation.toString());
        options.put(
                "output_activation", network.outputActivation == null ? "same" : network.outputActivation.toString());
        options.put("loss", network.loss.toString());
        options.put("init", network.init.toString());
        options.put("bias_init", network.biasInit.toString());
        options.put("learning_rate", learningRate);
        options.put("epochs", epochs);
        options.put("images", images == null ? ALL : images);
        options.put("digits", digits.toString());
        options.put("data", data);
        options.put("dtype", network.dtype.toString());
        for (var part : Part.values()) {
            if (parts.contains(part)) {
                options.putAll(SubjectOptions.values(spec, mixin(part)));
            }
        }
        options.put("seed", common.seed);
        options.put("engine", common.engine);
        options.put("threads", threads);
        return options;
    }

    /** {@code all} is null. */
    private static final class OfImages implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return text.equals(ALL) ? null : Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected a number of images or all, got " + text);
            }
        }
    }

    private static final class OfClasses implements ITypeConverter<Classes> {
        @Override
        public Classes convert(String text) {
            return Classes.parse(text);
        }
    }
}
