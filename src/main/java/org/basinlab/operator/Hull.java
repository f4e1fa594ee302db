package org.basinlab.operator;

/**
 * An interval that holds all places SGD can reach from an interval, by images of images until they bring nothing new.
 *
 * <p>Each new part is looked at in a thousand places per scale, so an image's end is found to second order in their
 * distance; a margin is added. The hull is cut off at two hundred times the given scale, for a walk without bounds
 * has none, and after a given number of rounds: then it is not closed.
 *
 * @param low    its lower end
 * @param high   its upper end
 * @param rounds steps that it took at least to a place above the ceiling; -1 if it was never reached
 * @param closed whether all images of it lie in it, or above the ceiling
 */
record Hull(double low, double high, int rounds, boolean closed) {
    /** More than any escape that can be told from none takes at the least. */
    static final int ROUNDS = 10_000;

    private static final double FARTHEST = 200;
    private static final int PER_SCALE = 1024;
    private static final int FEWEST = 16;
    private static final int MOST = 1 << 15;
    private static final double NEW = 1e-12;
    private static final double MARGIN = 1e-3;

    /**
     * Of what can be reached from [from, to].
     *
     * @param ceiling what comes above it is gone; infinity for none
     * @param scale   a length of the landscape's own
     * @param most    rounds
     */
    static Hull of(Maps maps, double from, double to, double ceiling, double scale, int most) {
        var lowest = from - FARTHEST * scale;
        var highest = to + FARTHEST * scale;
        var ends = new double[] {from, to};
        look(maps, from, Math.min(to, ceiling), scale, ends);
        var low = from;
        var high = to;
        var rounds = -1;
        var closed = false;
        for (var round = 1; round <= most && !closed; round++) {
            if (rounds < 0 && ends[1] > ceiling) {
                rounds = round;
            }
            var newLow = Math.max(lowest, Math.min(low, ends[0]));
            var newHigh = Math.min(Math.min(highest, ceiling), Math.max(high, ends[1]));
            closed = low - newLow <= NEW * scale && newHigh - high <= NEW * scale;
            if (newLow < low) {
                look(maps, newLow, low, scale, ends);
            }
            if (newHigh > high) {
                look(maps, high, newHigh, scale, ends);
            }
            low = newLow;
            high = newHigh;
        }
        closed &= low > lowest && (high < highest || high == ceiling);
        var margin = MARGIN * (high - low);
        return new Hull(low - margin, Math.min(ceiling, high + margin), rounds, closed);
    }

    private static void look(Maps maps, double from, double to, double scale, double[] ends) {
        var places = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil((to - from) / scale * PER_SCALE)));
        for (var i = 0; i <= places; i++) {
            for (var image : maps.to(from + (to - from) * i / places)) {
                ends[0] = Math.min(ends[0], image);
                ends[1] = Math.max(ends[1], image);
            }
        }
    }
}
