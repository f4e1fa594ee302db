package org.basinlab.detection;

import org.basinlab.experiment.Progress;

/**
 * A detector of max subcircuits: measured on planted ones, then let loose on trained networks.
 *
 * <p>Repeatable from its seed, whatever the number of threads.
 */
public final class DetectionStudy {
    /** Where the names of trained networks begin; those of planted ones are below. */
    static final long TRAINED = 1_000_000;
    /** A trained network takes about so many times a planted one. */
    private static final long TIMES = 30;

    private DetectionStudy() {}

    /**
     * Runs it.
     *
     * @param threads  side by side
     * @param trainer  of the networks in the wild
     * @param progress told of every network
     */
    public static DetectionResult run(
            DetectionConfig config, long seed, int threads, ReluTrainer trainer, Progress progress) {
        progress.begin(
                "networks searched for comparators",
                PlantedStudy.networks(config) + TIMES * WildStudy.networks(config));
        progress.note("planted, calibration");
        var planted = new PlantedStudy(config, seed, threads, progress);
        var chosen = planted.calibrate();
        progress.note("planted");
        var report = planted.report(chosen);
        progress.note("trained");
        var wild = new WildStudy(config, seed, threads, trainer, progress).run(chosen, TIMES);
        return new DetectionResult(
                chosen, report.noise(), report.kinds(), wild.networks(), wild.groups(), wild.strictness());
    }

    /** A seed for every network: no two of one run share it, and those of neighbouring runs do not either. */
    static long seed(long run, long name, int network) {
        return (run * 2_000_003 + name) * DetectionConfig.MOST + network;
    }
}
