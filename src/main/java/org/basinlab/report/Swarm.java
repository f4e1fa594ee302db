package org.basinlab.report;

/**
 * How far each dot of a cloud stands off its line, so that dots of like values do not hide each
 * other: the further the more of them there are, so that the cloud is as wide as it is dense.
 *
 * <p>Not by chance: the same values stand at the same places in every picture.
 */
final class Swarm {
    /** Along the whole axis; a bin is then about as wide as a dot. */
    private static final int BINS = 48;
    /** A cloud of few dots stays narrow: this many in a bin, at least, make it as wide as it gets. */
    private static final int WIDE = 7;
    /** Steps of the golden section spread any number of dots evenly. */
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Swarm() {}

    /**
     * Off the line by -1 to 1.
     *
     * @param places coordinates on the scale, inside it
     */
    static double[] offsets(double[] places, Scale across) {
        var bins = new int[places.length];
        var count = new int[BINS];
        var most = WIDE;
        for (var i = 0; i < places.length; i++) {
            var part = (places[i] - across.low()) / (across.high() - across.low());
            bins[i] = Math.max(0, Math.min(BINS - 1, (int) (part * BINS)));
            most = Math.max(most, ++count[bins[i]]);
        }
        var seen = new int[BINS];
        var offsets = new double[places.length];
        for (var i = 0; i < places.length; i++) {
            var width = (count[bins[i]] - 1.0) / (most - 1);
            offsets[i] = width * (2 * (GOLDEN * ++seen[bins[i]] % 1) - 1);
        }
        return offsets;
    }
}
