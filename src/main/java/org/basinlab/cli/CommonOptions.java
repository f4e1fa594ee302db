package org.basinlab.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.basinlab.cuda.ComputeCapability;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.experiment.InputException;
import org.basinlab.run.DeviceProfile;
import org.basinlab.run.Machine;
import picocli.CommandLine.Option;

/** The options every experiment has. */
final class CommonOptions {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder to write; must not exist or be empty. Default: runs/TIME-EXPERIMENT.")
    Path out;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file of options, such as a run's config.yaml; options given here win over it.")
    Path config;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of everything random (default ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--json", description = "Print findings.json on standard output and nothing else.")
    boolean json;

    boolean quiet;

    /** Set while the command line is parsed: what logs is loaded later, and asks then. */
    @Option(names = "--quiet", description = "No progress and no remarks on standard error.")
    void quiet(boolean quiet) {
        this.quiet = quiet;
        if (quiet) {
            System.setProperty("basin.log", "ERROR");
        }
    }

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "CPU threads; 0 for what the device's profile says. Results do not depend on it.")
    int threads;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            defaultValue = "auto",
            description =
                    "Engine that computes, or auto for the fastest here that can (default ${DEFAULT-VALUE}):"
                            + " of training cuda, chunked, dl4j; of walkers cuda, vector, nd4j; of maps of Op cuda, vector, blocks, scalar.")
    String engine;

    @Option(
            names = "--device-profile",
            paramLabel = "NAME",
            description =
                    "Shape of the work: cpu, turing, ampere, ada, hopper, blackwell. Default: by the device found.")
    String deviceProfile;

    /** The threads to use: as asked, else the profile's, else one a core. */
    int resolvedThreads() {
        return threads(threads, profile());
    }

    /** The profile named, else that of the device found. */
    DeviceProfile profile() {
        return profile(deviceProfile);
    }

    /**
     * The threads to use.
     *
     * @param asked 0 for the profile's number, else one a core
     */
    static int threads(int asked, DeviceProfile profile) {
        InputException.require(asked >= 0, "--threads must be at least 1, or 0 for the profile's, got %s", asked);
        if (asked > 0) {
            return asked;
        }
        return profile.threads() > 0 ? profile.threads() : Machine.cores();
    }

    /**
     * The shape of the work.
     *
     * @param name of the profile; null for that of the device found
     */
    static DeviceProfile profile(String name) {
        if (name != null) {
            return DeviceProfile.named(name);
        }
        Optional<ComputeCapability> first =
                Driver.probe().gpus().stream().map(Gpu::computeCapability).findFirst();
        return DeviceProfile.forDevice(first).profile();
    }
}
