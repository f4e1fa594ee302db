package org.basinlab.refinement;

import org.basinlab.experiment.Progress;

/** Trains denoisers: whichever library does it. Repeatable: the same task gives the same network. From any thread. */
public interface DenoiserTraining {
    /** What it is, for {@link org.basinlab.experiment.Origin}. */
    String name();

    /** A network with tied weights, widened from single precision; a unit of progress a step. */
    DenoisingNetwork tied(DenoisingTask task, Progress progress);

    /** An ordinary network of the same shape, encoder and decoder each with its own weights; a unit of progress a step. */
    DenoisingNetwork free(DenoisingTask task, Progress progress);

    /** The same network as the library computes it, in single precision. */
    Denoiser onEngine(DenoisingNetwork network);
}
