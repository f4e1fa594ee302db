package org.basinlab.detection;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * How comparators are looked for, in planted networks and in trained ones.
 *
 * @param points   each network is looked at with; as many again judge what was found
 * @param angles   degrees, tolerances that are tried on the calibration networks
 * @param shares   of the bending, tried with each of them
 * @param planting of networks to measure the detector by
 * @param wild     networks that are trained
 */
public record DetectionConfig(int points, List<Double> angles, List<Double> shares, Plantings planting, Wild wild) {
    /** Of a stage; the seeds of networks of two stages do not meet below it. */
    static final int MOST = 10_000;

    /** As the command line has it. */
    public static final DetectionConfig DEFAULT = new DetectionConfig(
            256,
            List.of(3.0, 4.5, 6.0, 9.0, 13.0),
            List.of(0.1, 0.3),
            new Plantings(6, List.of(2, 3, 4, 8), List.of(0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2), 2, 6, 0.3),
            new Wild(List.of(2, 3, 4), List.of(4, 8, 16), 3, 600, 0.02, 256, 0.02));

    public DetectionConfig {
        angles = List.copyOf(angles);
        shares = List.copyOf(shares);
        require(points >= 64 && points <= 4096, "--detection-points must be from 64 to 4096, got %s", points);
        require(!angles.isEmpty() && !shares.isEmpty(), "--angles and --bend-shares need at least one tolerance each");
        angles.forEach(angle -> require(angle > 0 && angle < 45, "--angles must be between 0 and 45, got %s", angle));
        shares.forEach(
                share -> require(share > 0 && share < 1, "--bend-shares must be between 0 and 1, got %s", share));
    }

    /** Whether there are some and none comes twice, for the same networks would be counted twice. */
    private static boolean differ(List<Integer> numbers) {
        return !numbers.isEmpty() && numbers.stream().distinct().count() == numbers.size();
    }

    /**
     * Random networks with a circuit in them or without.
     *
     * @param seeds       networks of each kind, number of options and noise; as many others calibrate
     * @param options     numbers that the circuits select among
     * @param noises      relative noise on all weights, ascending
     * @param spare       inputs that no circuit reads, at most: from none to so many in turn
     * @param distractors random units a layer
     * @param mixed       their part in the output, in standard deviations of the circuit's
     */
    public record Plantings(
            int seeds, List<Integer> options, List<Double> noises, int spare, int distractors, double mixed) {
        /** A tree of this many has seven layers; more takes long and says no more. */
        private static final int MOST_OPTIONS = 64;

        private static final int MOST_SPARE = 16;

        public Plantings {
            options = List.copyOf(options);
            noises = List.copyOf(noises);
            require(seeds >= 1 && seeds < MOST, "--planted-seeds must be from 1 to 9999, got %s", seeds);
            require(
                    differ(options) && options.stream().allMatch(k -> k >= 2 && k <= MOST_OPTIONS),
                    "--planted-options must be different numbers from 2 to 64, got %s",
                    options);
            require(
                    !noises.isEmpty() && noises.stream().allMatch(n -> n >= 0 && n <= 1),
                    "--planted-noise must be numbers from 0 to 1, got %s",
                    noises);
            for (var i = 1; i < noises.size(); i++) {
                require(noises.get(i) > noises.get(i - 1), "--planted-noise must ascend, got %s", noises);
            }
            require(spare >= 0 && spare <= MOST_SPARE, "--spare-inputs must be from 0 to 16, got %s", spare);
            require(distractors >= 1 && distractors <= 256, "--distractors must be from 1 to 256, got %s", distractors);
            require(mixed >= 0 && mixed <= 10, "--mixed must be from 0 to 10, got %s", mixed);
        }
    }

    /**
     * Networks trained on the maximum of some numbers, and on other things.
     *
     * @param options numbers k; there are ceil(log2 k) hidden layers, as P9's tree has
     * @param widths  units of each of them
     * @param seeds   networks of each
     * @param steps   of training
     * @param rate    of the first step
     * @param batch   datapoints, all of them in each step
     * @param learnt  mean squared error on fresh points, in variances of the target, up to which a network counts as having
     *     learnt it; a linear function leaves a quarter of the variance of max of 2, and half of that of max of 4
     */
    public record Wild(
            List<Integer> options, List<Integer> widths, int seeds, int steps, double rate, int batch, double learnt) {
        public Wild {
            options = List.copyOf(options);
            widths = List.copyOf(widths);
            require(
                    differ(options) && options.stream().allMatch(k -> k >= 2 && k <= 8),
                    "--wild-options must be different numbers from 2 to 8, got %s",
                    options);
            require(
                    differ(widths) && widths.stream().allMatch(w -> w >= 1 && w <= 256),
                    "--wild-widths must be different numbers from 1 to 256, got %s",
                    widths);
            require(seeds >= 1 && seeds < MOST, "--wild-seeds must be from 1 to 9999, got %s", seeds);
            require(steps >= 1 && steps <= 1_000_000, "--wild-steps must be from 1 to 1000000, got %s", steps);
            require(rate > 0 && rate <= 1, "--wild-rate must be above 0 and at most 1, got %s", rate);
            require(batch >= 16 && batch <= 65_536, "--wild-batch must be from 16 to 65536, got %s", batch);
            require(learnt > 0 && learnt < 1, "--learnt must be between 0 and 1, got %s", learnt);
        }
    }
}
