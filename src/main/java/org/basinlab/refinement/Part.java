package org.basinlab.refinement;

import org.basinlab.random.RandomStream;

/** The uses of {@link RandomStream#DENOISING}, each a part of its own. */
enum Part {
    /** First weights of the tied network and of the free one's encoder. */
    ENCODER,
    /** First weights of the free network's decoder. */
    DECODER,
    /** Noise to train on, an image of it for each training image. */
    TRAINING_NOISE,
    /** Which image is learned from next. */
    IMAGES,
    /** Which noise goes with it. */
    NOISES,
    /** At which level. */
    LEVELS,
    /** Which test images are started from; draw 0. */
    CASES,
    /** Noise on what is started from. */
    START_NOISE,
    /** What is started from where that is noise alone. */
    PURE_NOISE,
    /** Directions of a change of the start. */
    DIRECTIONS,
    /** Projections of a Jacobian. */
    PROJECTIONS,
    /** Shuffles of weights. */
    SHUFFLES,
    /** Noise that a denoiser is measured on. */
    TEST_NOISE;

    RandomStream of(long seed) {
        return new RandomStream(seed, RandomStream.DENOISING, ordinal());
    }
}
