package org.basinlab.cli;

import org.basinlab.registration.RegistrationConfig;
import picocli.CommandLine.Option;

/** How much of image registration is studied (P9). */
final class RegistrationOptions {
    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "12",
            description =
                    "Of register: pairs of images to register, for each nuisance and strength; even (default ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(
            names = "--strengths",
            paramLabel = "LIST",
            defaultValue = "0,0.25,0.5,0.75,1",
            description =
                    "Of register: strengths at which each nuisance is tried, from 0 to 1 (default ${DEFAULT-VALUE}).")
    private String strengths;

    @Option(
            names = "--strength",
            paramLabel = "S",
            defaultValue = "0.5",
            description =
                    "Of register: strength of the nuisances in searches, fields, training and Op (default ${DEFAULT-VALUE}).")
    private double strength;

    @Option(
            names = "--warps",
            paramLabel = "N",
            defaultValue = "100",
            description = "Of register: steps of the search for a displacement field (default ${DEFAULT-VALUE}).")
    private int warps;

    @Option(
            names = "--stiffness",
            paramLabel = "LIST",
            defaultValue = "0,0.01,0.1",
            description =
                    "Of register: what a displacement field pays for bending, each tried (default ${DEFAULT-VALUE}).")
    private String stiffness;

    RegistrationConfig config() {
        return new RegistrationConfig(
                pairs,
                NumberList.doubles("--strengths", strengths),
                strength,
                warps,
                NumberList.doubles("--stiffness", stiffness));
    }
}
