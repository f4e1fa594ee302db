package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

/**
 * What the networks are trained on, and how fast.
 *
 * @param learningRate T, the same throughout
 * @param phase1Images phase 1 takes its images from the first so many of the training set, the forks
 *                     from the rest
 * @param balance      of the two groups in phase 1
 * @param tallyFrom    the share of phase 1 that passes before update sizes are tallied
 * @param forkLength   images a fork is trained on at most; null for all there are
 * @param forkBalance  the order of a fork's images
 */
public record Schedule(
        double learningRate,
        int phase1Images,
        Balance balance,
        double tallyFrom,
        Integer forkLength,
        ForkBalance forkBalance) {
    /** The plain reading of P4; the learning rate, which it does not state, is 0.001. */
    public static final Schedule P4 = new Schedule(0.001, 12_000, Balance.CAP, 0.5, null, ForkBalance.NONE);

    public Schedule {
        require(
                learningRate > 0 && Double.isFinite(learningRate),
                "--learning-rate must be a positive number, got %s",
                learningRate);
        require(phase1Images >= 2, "--phase1-images must be at least 2, got %s", phase1Images);
        require(tallyFrom >= 0 && tallyFrom < 1, "--tally-from must be in [0, 1), got %s", tallyFrom);
        require(forkLength == null || forkLength >= 1, "--fork-length must be at least 1 or all, got %s", forkLength);
    }

    /** The same at another learning rate. */
    public Schedule withLearningRate(double other) {
        return new Schedule(other, phase1Images, balance, tallyFrom, forkLength, forkBalance);
    }

    /** The same with phase 1 from other images and shorter or longer forks; null for all there are. */
    public Schedule withLengths(int images, Integer fork) {
        return new Schedule(learningRate, images, balance, tallyFrom, fork, forkBalance);
    }
}
