package org.basinlab.cli;

import org.basinlab.detection.DetectionConfig;
import picocli.CommandLine.Option;

/** How comparators are looked for, in planted networks and in trained ones. */
final class DetectionOptions {
    @Option(
            names = "--detection-points",
            paramLabel = "N",
            defaultValue = "256",
            description = "Of find: points that each network is looked at with (default ${DEFAULT-VALUE}).")
    private int points;

    @Option(
            names = "--angles",
            paramLabel = "LIST",
            defaultValue = "3,4.5,6,9,13",
            description = "Of find: tolerances to choose from, in degrees (default ${DEFAULT-VALUE}).")
    private String angles;

    @Option(
            names = "--bend-shares",
            paramLabel = "LIST",
            defaultValue = "0.1,0.3",
            description = "Of find: least shares of the bending to choose from (default ${DEFAULT-VALUE}).")
    private String shares;

    @Option(
            names = "--planted-seeds",
            paramLabel = "N",
            defaultValue = "6",
            description =
                    "Of find: networks of each kind, number of options and noise; as many others calibrate (default"
                            + " ${DEFAULT-VALUE}).")
    private int plantedSeeds;

    @Option(
            names = "--planted-options",
            paramLabel = "LIST",
            defaultValue = "2,3,4,8",
            description = "Of find: numbers that planted circuits select among (default ${DEFAULT-VALUE}).")
    private String plantedOptions;

    @Option(
            names = "--planted-noise",
            paramLabel = "LIST",
            defaultValue = "0,0.005,0.01,0.02,0.05,0.1,0.2",
            description = "Of find: relative noise on all weights, ascending (default ${DEFAULT-VALUE}).")
    private String noises;

    @Option(
            names = "--spare-inputs",
            paramLabel = "N",
            defaultValue = "2",
            description = "Of find: inputs that no planted circuit reads, at most (default ${DEFAULT-VALUE}).")
    private int spare;

    @Option(
            names = "--distractors",
            paramLabel = "N",
            defaultValue = "6",
            description = "Of find: random units a layer beside a planted circuit (default ${DEFAULT-VALUE}).")
    private int distractors;

    @Option(
            names = "--mixed",
            paramLabel = "X",
            defaultValue = "0.3",
            description =
                    "Of find: their part in the output, in standard deviations of the circuit's (default ${DEFAULT-VALUE}).")
    private double mixed;

    @Option(
            names = "--wild-options",
            paramLabel = "LIST",
            defaultValue = "2,3,4",
            description = "Of find: numbers k whose maximum networks are trained on (default ${DEFAULT-VALUE}).")
    private String wildOptions;

    @Option(
            names = "--wild-widths",
            paramLabel = "LIST",
            defaultValue = "4,8,16",
            description = "Of find: units of each of their hidden layers (default ${DEFAULT-VALUE}).")
    private String widths;

    @Option(
            names = "--wild-seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of find: trained networks of each k, width and target (default ${DEFAULT-VALUE}).")
    private int wildSeeds;

    @Option(
            names = "--wild-steps",
            paramLabel = "N",
            defaultValue = "600",
            description = "Of find: steps of their training (default ${DEFAULT-VALUE}).")
    private int steps;

    @Option(
            names = "--wild-rate",
            paramLabel = "R",
            defaultValue = "0.02",
            description = "Of find: learning rate of the first step (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--wild-batch",
            paramLabel = "N",
            defaultValue = "256",
            description = "Of find: datapoints they learn from, all in each step (default ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--learnt",
            paramLabel = "X",
            defaultValue = "0.02",
            description =
                    "Of find: error in variances of the target up to which it counts as learnt (default ${DEFAULT-VALUE}).")
    private double learnt;

    DetectionConfig config() {
        return new DetectionConfig(
                points,
                NumberList.doubles("--angles", angles),
                NumberList.doubles("--bend-shares", shares),
                new DetectionConfig.Plantings(
                        plantedSeeds,
                        NumberList.integers("--planted-options", plantedOptions),
                        NumberList.doubles("--planted-noise", noises),
                        spare,
                        distractors,
                        mixed),
                new DetectionConfig.Wild(
                        NumberList.integers("--wild-options", wildOptions),
                        NumberList.integers("--wild-widths", widths),
                        wildSeeds,
                        steps,
                        rate,
                        batch,
                        learnt));
    }
}
