package org.basinlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.basinlab.data.ImageFolders;
import org.basinlab.localize.Balance;
import org.basinlab.localize.DigitGroups;
import org.basinlab.localize.FigureColour;
import org.basinlab.localize.Filters;
import org.basinlab.localize.ForkBalance;
import org.basinlab.localize.Localization;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.localize.NetworkChoice;
import org.basinlab.localize.Replication;
import org.basinlab.localize.Schedule;
import org.basinlab.network.StandardActivation;
import org.basinlab.run.Part;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code basin localize}: P4. */
@Command(
        name = "localize",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Does the size of a parameter's updates tell where a change of the data would show? (P4)",
            "",
            "Trains a 784-100-2 network to tell 1 and 7 from 6 and 8, adds up each parameter's update sizes by group,"
                    + " trains four copies on with one digit left out, and correlates the two. Every default is the plain"
                    + " reading of the post.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin localize                                   P4, seed 1",
            "  basin localize --seed 7 --learning-rate 0.01     another seed, another rate",
            "  basin localize --activation relu --json          ReLU; the findings as JSON",
            "  basin localize --replicas 6                      six seeds, side by side",
            "  basin localize --activation softplus,sigmoid     with each of the two",
            "  basin localize --hidden 100,50                   two hidden layers",
            "  basin localize --convolutions 8x5                a convolution first",
            "  basin localize --digits 3,5:4,9                  other digits",
            "  basin localize --data data/fashion --digits 0,6:7,9   another set of images",
            "  basin localize --config runs/NAME/config.yaml    a run once more"
        })
public final class LocalizeCommand implements Callable<Integer> {
    private static final String DEFAULT = " (default ${DEFAULT-VALUE}).";
    private static final String ONE_OF = ": ${COMPLETION-CANDIDATES}" + DEFAULT;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--hidden",
            paramLabel = "N",
            defaultValue = "100",
            split = ",",
            description = "Units of each hidden layer" + DEFAULT)
    private List<Integer> hidden;

    @Option(
            names = "--convolutions",
            paramLabel = "FxS[,FxS]",
            defaultValue = "none",
            description = "Convolutional layers before the hidden ones, F filters of S x S pixels each, stride 2;"
                    + " or none" + DEFAULT)
    private String convolutions;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            defaultValue = "softplus",
            split = ",",
            description = "Of the hidden layers; the whole run is made with each named" + ONE_OF)
    private List<StandardActivation> activations;

    @Mixin
    private NetworkOptions network;

    @Option(
            names = "--learning-rate",
            paramLabel = "T",
            defaultValue = "0.001",
            description = "Learning rate, in parameter^2 / loss" + DEFAULT)
    private double learningRate;

    @Option(
            names = "--phase1-images",
            paramLabel = "N",
            defaultValue = "12000",
            description = "Phase 1 takes its images from the first N, the forks from the rest" + DEFAULT)
    private int phase1Images;

    @Option(
            names = "--balance",
            paramLabel = "HOW",
            defaultValue = "cap",
            description = "Phase 1: cut the larger group to the size of the smaller, or not" + ONE_OF)
    private Balance balance;

    @Option(
            names = "--tally-from",
            paramLabel = "SHARE",
            defaultValue = "0.5",
            description = "Share of phase 1 that passes before update sizes are tallied" + DEFAULT)
    private double tallyFrom;

    @Option(
            names = "--fork-length",
            paramLabel = "N",
            defaultValue = "all",
            converter = OfForkLength.class,
            description = "Images each fork is trained on, or all" + DEFAULT)
    private Integer forkLength;

    @Option(
            names = "--fork-balance",
            paramLabel = "HOW",
            defaultValue = "none",
            description = "Forks in file order, or the groups in turn" + ONE_OF)
    private ForkBalance forkBalance;

    @Option(
            names = "--digits",
            paramLabel = "A,A:B,B",
            defaultValue = "1,7:6,8",
            converter = OfDigits.class,
            description = "Two groups of at least two classes each" + DEFAULT)
    private DigitGroups digits;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data/mnist",
            description = "Folder of images in IDX files" + DEFAULT)
    private String data;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "Networks with each activation, with seeds seed, seed + 1, ..., side by side" + DEFAULT)
    private int replicas;

    @Option(
            names = "--null-draws",
            paramLabel = "N",
            defaultValue = "999",
            description = "Shuffles that each permutation null of a replica is made of; 0 for no nulls" + DEFAULT)
    private int nullDraws;

    @Option(
            names = "--colour",
            paramLabel = "WHAT",
            defaultValue = "none",
            description = "Colour of the picture of all weights: none, or by hidden neuron" + ONE_OF)
    private FigureColour colour;

    @Option(
            names = "--save-networks",
            paramLabel = "DIR",
            description = "Keep every trained network there in DL4J's format, such as models/first.")
    private Path saveNetworks;

    @Option(
            names = "--initial-network",
            paramLabel = "FILE",
            description = "Begin from a saved network instead of drawn parameters.")
    private Path initialNetwork;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var threads = common.resolvedThreads();
        var config = config(threads);
        Engines.requireKnown(Training.of(config));
        requireArrays(config);
        var experiment = new Localization(
                () -> new Engines(common.profile()).trainer(Training.of(config)),
                new ImageFolders(DataFolder::of),
                new NetworkFolder(initialNetwork, saveNetworks));
        var again = CommandText.again(spec.commandLine().getParseResult().originalArgs());
        return new ExperimentRun(common, again).run(experiment, config, threads);
    }

    /** What only DL4J does is refused in a build without it. */
    private void requireArrays(LocalizeConfig config) {
        if (common.engine.equals("dl4j")) {
            Part.ARRAYS.require("--engine dl4j");
        }
        if (!config.network().isShallow()) {
            Part.ARRAYS.require("a network of more than one hidden layer, or with a convolution,");
        }
        if (saveNetworks != null || initialNetwork != null) {
            Part.ARRAYS.require("a network's file (--save-networks, --initial-network)");
        }
    }

    /** What the options say, on so many threads. */
    LocalizeConfig config(int threads) {
        return new LocalizeConfig(
                new NetworkChoice(
                        hidden,
                        Filters.parse(convolutions),
                        network.outputActivation,
                        network.loss,
                        network.init,
                        network.biasInit,
                        network.dtype),
                List.copyOf(activations),
                new Schedule(learningRate, phase1Images, balance, tallyFrom, forkLength, forkBalance),
                digits,
                data,
                Objects.toString(initialNetwork, null),
                colour,
                new Replication(common.seed, replicas, nullDraws, common.engine, threads));
    }

    /** {@code all} is null. */
    private static final class OfForkLength implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                return text.equals("all") ? null : Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected a number of images or all, got " + text);
            }
        }
    }

    private static final class OfDigits implements ITypeConverter<DigitGroups> {
        @Override
        public DigitGroups convert(String text) {
            return DigitGroups.parse(text);
        }
    }
}
