package org.basinlab.walkers;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.random.RandomStream;

/** Where walkers begin. */
public sealed interface Start {
    /** Where a walker begins, by the seed and its number. */
    double of(long seed, long walker);

    /** All at one place. */
    record Point(double w) implements Start {
        public Point {
            require(Double.isFinite(w), "walkers must start at a finite W, got %s", w);
        }

        @Override
        public double of(long seed, long walker) {
            return w;
        }
    }

    /**
     * Normally distributed, cut off below {@code low}: who falls there draws again.
     *
     * @param mean before the cut
     * @param sd   before the cut, positive
     * @param low  negative infinity for none
     */
    record Normal(double mean, double sd, double low) implements Start {
        /** Below this the cut leaves so little of the law that drawing again takes for ever. */
        private static final double FAR = 5;

        public Normal {
            require(
                    sd > 0 && Double.isFinite(sd) && Double.isFinite(mean),
                    "--initial needs a finite mean and a positive deviation, got %s and %s",
                    mean,
                    sd);
            require(
                    low < mean + FAR * sd,
                    "--initial: nearly all of a normal law around %s with deviation %s lies below the cut at %s",
                    mean,
                    sd,
                    low);
        }

        @Override
        public double of(long seed, long walker) {
            for (var attempt = 0; ; attempt++) {
                var w = mean + sd * new RandomStream(seed, RandomStream.STARTS, attempt).normal(walker);
                if (w >= low) {
                    return w;
                }
            }
        }
    }
}
