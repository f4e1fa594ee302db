package org.basinlab.registration;

import java.util.stream.IntStream;

/**
 * The best shift within 5 pixels in each direction: every half pixel first, then Newton's method uphill from the three
 * best local maxima of that lattice, inside the square.
 *
 * <p>What can go wrong: a peak narrower than half a pixel between lattice points would be missed. The frames are smooth over
 * a pixel or more, so that objectives are too.
 */
final class ShiftSearch {
    /** Pixels that a shift can have in each direction. */
    static final double REACH = 5;

    private static final int STARTS = 3;
    private static final int MOST_STEPS = 60;
    private static final int MOST_HALVINGS = 40;
    private static final double LONGEST = 0.5;
    /** Newton's method squares its error: after a step this short, the next is below rounding. */
    private static final double SHORTEST = 1e-9;
    /** A step this short changes the objective by its rounding only, which cannot tell better from worse. */
    private static final double SHORT = 1e-6;

    private ShiftSearch() {}

    /**
     * What was found.
     *
     * @param x     of the shift, pixels
     * @param y     of the shift, pixels
     * @param score of the objective there
     */
    record Optimum(double x, double y, Score score) {
        /** Whether it lies on the border in x, held there. */
        boolean heldInX() {
            return beyond(x, score.x());
        }

        /** Whether it lies on the border in y, held there. */
        boolean heldInY() {
            return beyond(y, score.y());
        }

        boolean held() {
            return heldInX() || heldInY();
        }
    }

    /** The best of all. */
    static Optimum best(Objective objective) {
        return best(objective, new Lattice(objective.scene()));
    }

    /** The best of all, with the lattice of the same scene at hand. */
    static Optimum best(Objective objective, Lattice lattice) {
        var values = objective.plane(lattice);
        var starts = IntStream.range(0, values.length)
                .filter(i -> isPeak(values, i))
                .boxed()
                .sorted((one, other) -> Double.compare(values[other], values[one]))
                .limit(STARTS)
                .toList();
        Optimum best = null;
        for (var start : starts) {
            var found = uphill(objective, Lattice.shift(start % Lattice.SHIFTS), Lattice.shift(start / Lattice.SHIFTS));
            if (best == null || found.score().value() > best.score().value()) {
                best = found;
            }
        }
        return best;
    }

    private static boolean isPeak(double[] values, int at) {
        var side = Lattice.SHIFTS;
        for (var b = Math.max(0, at / side - 1); b <= Math.min(side - 1, at / side + 1); b++) {
            for (var a = Math.max(0, at % side - 1); a <= Math.min(side - 1, at % side + 1); a++) {
                if (values[b * side + a] > values[at]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The local maximum uphill of a shift. */
    static Optimum uphill(Objective objective, double startX, double startY) {
        var at = new Optimum(startX, startY, objective.score(startX, startY));
        for (var step = 0; step < MOST_STEPS; step++) {
            var next = step(objective, at);
            var moved = Math.hypot(next.x - at.x, next.y - at.y);
            at = next;
            if (moved < SHORTEST) {
                break;
            }
        }
        return at;
    }

    private static Optimum step(Objective objective, Optimum at) {
        var direction = direction(at);
        var length = Math.hypot(direction[0], direction[1]);
        var share = length > LONGEST ? LONGEST / length : 1;
        for (var halving = 0; halving < MOST_HALVINGS && share * length > SHORTEST / 10; halving++) {
            var x = inside(at.x + share * direction[0]);
            var y = inside(at.y + share * direction[1]);
            var score = objective.score(x, y);
            if (score.value() >= at.score.value() || length < SHORT) {
                return new Optimum(x, y, score);
            }
            share /= 2;
        }
        return at;
    }

    /** Newton's where the objective is concave, the slope's elsewhere; along the border where it holds. */
    private static double[] direction(Optimum at) {
        var s = at.score;
        if (at.heldInX() || at.heldInY()) {
            return new double[] {at.heldInX() ? 0 : alone(s.x(), s.xx()), at.heldInY() ? 0 : alone(s.y(), s.yy())};
        }
        var solved = Curved.of(at).solve(-s.x(), -s.y());
        return s.xx() < 0 && Curved.of(at).determinant() > 0
                ? solved
                : new double[] {LONGEST * Math.signum(s.x()), LONGEST * Math.signum(s.y())};
    }

    private static double alone(double slope, double curvature) {
        return curvature < 0 ? -slope / curvature : LONGEST * Math.signum(slope);
    }

    private static boolean beyond(double t, double slope) {
        return t >= REACH && slope > 0 || t <= -REACH && slope < 0;
    }

    private static double inside(double t) {
        return Math.max(-REACH, Math.min(REACH, t));
    }
}
