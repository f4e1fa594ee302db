package org.basinlab.cli;

import org.basinlab.refinement.RefinementConfig;
import picocli.CommandLine.Option;

/** How denoisers are trained and looped. */
final class RefinementOptions {
    @Option(
            names = "--refine-images",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Of refine: images the denoisers learn from (default ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--refine-units",
            paramLabel = "N",
            defaultValue = "128",
            description = "Of refine: hidden units of a denoiser (default ${DEFAULT-VALUE}).")
    private int units;

    @Option(
            names = "--refine-training",
            paramLabel = "N",
            defaultValue = "800",
            description = "Of refine: steps of a denoiser's training (default ${DEFAULT-VALUE}).")
    private int training;

    @Option(
            names = "--refine-batch",
            paramLabel = "N",
            defaultValue = "64",
            description = "Of refine: images a step of that training (default ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--refine-rate",
            paramLabel = "R",
            defaultValue = "0.003",
            description = "Of refine: learning rate of its first step (default ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--refine-levels",
            paramLabel = "V,V",
            defaultValue = "0.25,0.5,0.75,1",
            description =
                    "Of refine: noise to train on, standard deviations as shares of white; a start from pure noise has the"
                            + " greatest (default ${DEFAULT-VALUE}).")
    private String levels;

    @Option(
            names = "--refine-noise",
            paramLabel = "S",
            defaultValue = "0.5",
            description = "Of refine: noise on a noisy digit that the loop starts from (default ${DEFAULT-VALUE}).")
    private double noise;

    @Option(
            names = "--refine-cases",
            paramLabel = "N",
            defaultValue = "20",
            description = "Of refine: starts of each kind (default ${DEFAULT-VALUE}).")
    private int cases;

    @Option(
            names = "--refine-iterations",
            paramLabel = "N",
            defaultValue = "60",
            description = "Of refine: passes of the loop (default ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
            names = "--refine-step",
            paramLabel = "A",
            defaultValue = "0.5",
            description =
                    "Of refine: share of the denoiser's correction made at each pass, below 2 (default ${DEFAULT-VALUE}).")
    private double step;

    @Option(
            names = "--refine-change",
            paramLabel = "D",
            defaultValue = "1",
            description =
                    "Of refine: length of the finite change of the start that Op is asked of, beside its derivative"
                            + " (default ${DEFAULT-VALUE}).")
    private double change;

    RefinementConfig config() {
        return new RefinementConfig(
                images,
                units,
                training,
                batch,
                rate,
                NumberList.doubles("--refine-levels", levels),
                noise,
                cases,
                iterations,
                step,
                change);
    }
}
