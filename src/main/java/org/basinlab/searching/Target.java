package org.basinlab.searching;

/** What networks learn, over contexts (p, q) of [-1, 1]^2. */
enum Target {
    /**
     * The value of a search: {@code max over z in [-1, 1] of sin(4 z + 2 p) + cos(7 z - 3 q) / 2 + p q z}, by a grid of
     * 2001, within 1e-5. It has kinks where the best of several maxima changes.
     */
    SEARCH("value of a search") {
        @Override
        double of(double p, double q) {
            var most = Double.NEGATIVE_INFINITY;
            for (var i = 0; i <= GRID; i++) {
                var z = 2.0 * i / GRID - 1;
                most = Math.max(most, Math.sin(4 * z + 2 * p) + Math.cos(7 * z - 3 * q) / 2 + p * q * z);
            }
            return most;
        }
    },
    /** A smooth function without a search, {@code sin(2 p + q) + cos(3 q - p) / 2 + p q}. */
    PLAIN("plain smooth function") {
        @Override
        double of(double p, double q) {
            return Math.sin(2 * p + q) + Math.cos(3 * q - p) / 2 + p * q;
        }
    };

    private static final int GRID = 2000;

    private final String label;

    Target(String label) {
        this.label = label;
    }

    abstract double of(double p, double q);

    /** Of rows of two. */
    double[] of(double[] rows) {
        var values = new double[rows.length / 2];
        for (var k = 0; k < values.length; k++) {
            values[k] = of(rows[2 * k], rows[2 * k + 1]);
        }
        return values;
    }

    @Override
    public String toString() {
        return label;
    }
}
