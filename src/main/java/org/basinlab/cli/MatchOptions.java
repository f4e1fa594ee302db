package org.basinlab.cli;

import org.basinlab.knowledge.match.Ablate;
import org.basinlab.knowledge.match.MatchConfig;
import org.basinlab.network.StandardActivation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How units of two networks are matched. */
final class MatchOptions {
    private static final String ALL = "all";

    @Option(
            names = "--match-hidden",
            paramLabel = "N",
            defaultValue = "200",
            description = "Of match: hidden units of the network of another width (default ${DEFAULT-VALUE}).")
    private int hidden;

    @Option(
            names = "--match-activation",
            paramLabel = "NAME",
            defaultValue = "relu",
            description = "Of match: of the network of another activation (default ${DEFAULT-VALUE}).")
    private StandardActivation activation;

    @Option(
            names = "--match-images",
            paramLabel = "N",
            defaultValue = "6000",
            converter = ImagesReader.class,
            description =
                    "Of match: datapoints at most that update sizes are compared over, the last of the stream; or all (default"
                            + " ${DEFAULT-VALUE}).")
    private Object images;

    @Option(
            names = "--small-hidden",
            paramLabel = "N",
            defaultValue = "20",
            description =
                    "Of match: hidden units of the small network that labels are carried from (default ${DEFAULT-VALUE}).")
    private int smallHidden;

    @Option(
            names = "--large-hidden",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Of match: hidden units of the large network they are carried to (default ${DEFAULT-VALUE}).")
    private int largeHidden;

    @Option(
            names = "--ablate",
            paramLabel = "HOW",
            defaultValue = "mean",
            converter = AblateReader.class,
            description =
                    "Of match: what a unit is held at while it is ablated: its mean over test images, or zero (default"
                            + " ${DEFAULT-VALUE}).")
    private Ablate ablate;

    @Option(
            names = "--block-replicas",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of match: replicas whose blocks of weights are matched, too (default ${DEFAULT-VALUE}).")
    private int blockReplicas;

    @Option(
            names = "--block-units",
            paramLabel = "N",
            defaultValue = "50",
            description =
                    "Of match: units at most whose blocks are all held against each other (default ${DEFAULT-VALUE}).")
    private int blockUnits;

    MatchConfig config() {
        return new MatchConfig(
                hidden, activation, images(), smallHidden, largeHidden, ablate, blockReplicas, blockUnits);
    }

    private Integer images() {
        return images instanceof Integer number ? number : null;
    }

    /** A number, or the word all, which configuration files must be able to say. */
    static final class ImagesReader implements ITypeConverter<Object> {
        @Override
        public Object convert(String text) {
            if (text.strip().equalsIgnoreCase(ALL)) {
                return ALL;
            }
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                throw new TypeConversionException("expected a number of datapoints, or all, got " + text);
            }
        }
    }

    /** Reads what a unit is held at. */
    static final class AblateReader implements ITypeConverter<Ablate> {
        @Override
        public Ablate convert(String text) {
            return Spelled.read(Ablate.class, text);
        }
    }
}
