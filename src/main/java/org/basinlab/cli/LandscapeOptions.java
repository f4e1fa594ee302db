package org.basinlab.cli;

import java.util.List;
import org.basinlab.landscape.LandscapeChoice;
import picocli.CommandLine.Option;

/** Which landscape: P1's pit, or losses of one's own. */
final class LandscapeOptions {
    @Option(
            names = "--depth",
            paramLabel = "D",
            defaultValue = "1",
            description = "Depth of the pit (default ${DEFAULT-VALUE}).")
    private double depth;

    @Option(
            names = "--sharpness",
            paramLabel = "K",
            defaultValue = "100",
            description = "Sharpness of the pit (default ${DEFAULT-VALUE}).")
    private double sharpness;

    @Option(
            names = "--datapoint",
            paramLabel = "EXPR",
            split = ";",
            description = "Loss of one datapoint as a formula of w, instead of the pit; one option a datapoint. Such as"
                    + " \"-exp(-(w-2)^2)\"; + - * / ^, exp, log, sqrt, sin, cos, tan, tanh, abs and more.")
    private List<String> datapoints;

    LandscapeChoice choice() {
        return new LandscapeChoice(depth, sharpness, datapoints == null ? List.of() : datapoints);
    }
}
