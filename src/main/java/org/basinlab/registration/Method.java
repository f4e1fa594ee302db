package org.basinlab.registration;

import org.basinlab.random.RandomStream;

/** Inner searches of few evaluations: the best shift seen so far after each budget. */
enum Method {
    /** The budget, a square number, as a square lattice over all shifts. */
    GRID("grid") {
        @Override
        double[][] run(Objective objective, int[] budgets, RandomStream random, long number) {
            var found = new double[budgets.length][];
            for (var b = 0; b < budgets.length; b++) {
                var side = (int) Math.round(Math.sqrt(budgets[b]));
                var best = new Best();
                for (var i = 0; i < side * side; i++) {
                    best.see(objective, centre(i % side, side), centre(i / side, side));
                }
                found[b] = best.shift;
            }
            return found;
        }
    },
    /** Shifts drawn uniformly. */
    RANDOM("random") {
        @Override
        double[][] run(Objective objective, int[] budgets, RandomStream random, long number) {
            var found = new double[budgets.length][];
            var best = new Best();
            var seen = 0;
            for (var b = 0; b < budgets.length; b++) {
                for (; seen < budgets[b]; seen++) {
                    var k = 2 * (number * budgets[budgets.length - 1] + seen);
                    best.see(objective, place(random.uniform(k)), place(random.uniform(k + 1)));
                }
                found[b] = best.shift;
            }
            return found;
        }
    },
    /** Steps along the gradient from no shift at all, half as long after a step that made things worse, 1.5 times else. */
    GRADIENT("gradient steps") {
        @Override
        double[][] run(Objective objective, int[] budgets, RandomStream random, long number) {
            var found = new double[budgets.length][];
            var x = 0.0;
            var y = 0.0;
            var at = objective.slope(x, y);
            var length = 1.0;
            var seen = 1;
            for (var b = 0; b < budgets.length; b++) {
                for (; seen < budgets[b]; seen++) {
                    var steepness = Math.hypot(at.x(), at.y());
                    if (length < ENOUGH || !(steepness > 0)) {
                        continue;
                    }
                    var nextX = inside(x + length * at.x() / steepness);
                    var nextY = inside(y + length * at.y() / steepness);
                    var next = objective.slope(nextX, nextY);
                    if (next.value() > at.value()) {
                        x = nextX;
                        y = nextY;
                        at = next;
                        length *= 1.5;
                    } else {
                        length /= 2;
                    }
                }
                found[b] = new double[] {x, y};
            }
            return found;
        }
    };

    /** Pixels. */
    private static final double ENOUGH = 1e-6;

    private final String label;

    Method(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * Searches.
     *
     * @param budgets evaluations of the objective, ascending
     * @param number  which of the random searches
     * @return the shift found within each budget
     */
    abstract double[][] run(Objective objective, int[] budgets, RandomStream random, long number);

    private static double centre(int cell, int side) {
        return place((cell + 0.5) / side);
    }

    private static double place(double share) {
        return ShiftSearch.REACH * (2 * share - 1);
    }

    private static double inside(double t) {
        return Math.max(-ShiftSearch.REACH, Math.min(ShiftSearch.REACH, t));
    }

    private static final class Best {
        private double value = Double.NEGATIVE_INFINITY;
        private double[] shift;

        void see(Objective objective, double x, double y) {
            var seen = objective.value(x, y);
            if (seen > value) {
                value = seen;
                shift = new double[] {x, y};
            }
        }
    }
}
