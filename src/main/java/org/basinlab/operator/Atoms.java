package org.basinlab.operator;

import java.util.Arrays;

/**
 * The exact law of W after a few steps from a point: K^n atoms of weight K^-n.
 *
 * @param places  where they are
 * @param each    the weight of each
 * @param escaped the weight of those taken away beyond the barrier
 */
record Atoms(double[] places, double each, double escaped) {
    /** So many are cheap beside the grid. */
    private static final int MOST = 65_536;

    static Atoms at(double start) {
        return new Atoms(new double[] {start}, 1, 0);
    }

    /** The weight of those left. */
    double left() {
        return places.length * each;
    }

    /** The weight of those beyond the barrier, the ones taken away included. */
    double beyond(double barrier) {
        var count = 0;
        for (var w : places) {
            count += w > barrier ? 1 : 0;
        }
        return escaped + count * each;
    }

    /** Whether the atoms of one more step are not too many. */
    boolean mayStep(Maps maps) {
        return (long) places.length * maps.count() <= MOST;
    }

    /** A step later; atoms beyond the ceiling are taken away. */
    Atoms step(Maps maps, double ceiling) {
        var moved = new double[places.length * maps.count()];
        var kept = 0;
        var gone = 0;
        for (var w : places) {
            for (var k = 0; k < maps.count(); k++) {
                var to = maps.to(k, w);
                if (to > ceiling) {
                    gone++;
                } else {
                    moved[kept++] = to;
                }
            }
        }
        var weight = each / maps.count();
        return new Atoms(Arrays.copyOf(moved, kept), weight, escaped + gone * weight);
    }
}
