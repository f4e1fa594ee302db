package org.basinlab.operator;

/**
 * A law of W on an operator's grid, step after step, kept at mass 1 beside the probability S_n of not having left the
 * interval. The hazard of a step is the share that leaves above in it.
 *
 * <p>Settled is the law once hazard and watched share have varied by less than a part in 10^10 over the last quarter of
 * all steps so far. It is then quasi-stationary as far as can be told: S_n goes on geometrically, and any number of
 * further steps is had in closed form. A slower change, of a part in 10^10 per quarter, would be missed.
 */
final class Decay {
    private static final double SETTLED = 1e-10;
    private static final int SOONEST = 32;

    private final TransitionOperator operator;
    private final double[] above;
    private final double[] below;
    private final double[] watched;
    private final boolean leaves;
    private double[] law;
    private double[] next;
    private double survival;
    private double escaped;
    private double lost;
    private double time;
    private final int began;
    private int steps;

    /** Escaped by the last step or in the watched place after it. */
    private double atEnd;

    /** Shares of the last step. */
    private double seen;

    private double hazard;
    private double loss;
    private int windowStart;
    private double least = Double.POSITIVE_INFINITY;
    private double most;
    private double leastSeen = Double.POSITIVE_INFINITY;
    private double mostSeen;
    private boolean settled;

    /**
     * From where a beginning ends.
     *
     * @param watched chances that a step from each cell ends at a place of interest, above the interval included, as
     *     {@link #seen} reports; null for above only
     */
    Decay(TransitionOperator operator, Beginning first, double[] watched) {
        this.operator = operator;
        this.watched = watched;
        var atoms = first.end();
        steps = first.steps();
        began = steps;
        above = operator.above();
        below = operator.below();
        law = new double[above.length];
        next = new double[above.length];
        survival = atoms.left();
        escaped = atoms.escaped();
        windowStart = steps;
        for (var w : atoms.places()) {
            operator.place(w, atoms.each() / survival, law);
        }
        var any = false;
        for (var i = 0; i < above.length; i++) {
            any |= above[i] > 0 || below[i] > 0;
        }
        leaves = any;
    }

    /** One step. */
    void step() {
        time += survival;
        hazard = TransitionOperator.dot(law, above);
        seen = watched == null ? hazard : TransitionOperator.dot(law, watched);
        loss = TransitionOperator.dot(law, below);
        atEnd = escaped + survival * seen;
        escaped += survival * hazard;
        lost += survival * loss;
        operator.push(law, next);
        var total = 0.0;
        for (var m : next) {
            total += m;
        }
        for (var i = 0; i < next.length; i++) {
            next[i] = total > 0 ? next[i] / total : 0;
        }
        survival *= total;
        var spare = law;
        law = next;
        next = spare;
        steps++;
        judge();
    }

    private void judge() {
        least = Math.min(least, hazard);
        most = Math.max(most, hazard);
        leastSeen = Math.min(leastSeen, seen);
        mostSeen = Math.max(mostSeen, seen);
        if (steps < SOONEST || steps < windowStart + windowStart / 3) {
            return;
        }
        var hazardStands = leaves ? least > 0 && most - least <= SETTLED * most : true;
        var shareStands = watched == null || leastSeen > 0 && mostSeen - leastSeen <= SETTLED * mostSeen;
        settled |= hazardStands && shareStands;
        windowStart = steps;
        least = Double.POSITIVE_INFINITY;
        most = 0;
        leastSeen = Double.POSITIVE_INFINITY;
        mostSeen = 0;
    }

    /** Steps until a number of them is reached or the law has settled. */
    void run(int until) {
        while (steps < until && !settled && survival > 0) {
            step();
        }
    }

    int steps() {
        return steps;
    }

    boolean settled() {
        return settled;
    }

    /** The share leaving in a step, above and below. */
    private double leaving() {
        return hazard + loss;
    }

    /** Left above within n steps, n at least those taken; more than those only once settled. */
    double escaped(int n) {
        return escaped + (n == steps || leaving() == 0 ? 0 : survival * hazard / leaving() * gone(n - steps));
    }

    /** Multiplications so far. */
    double work() {
        return (double) operator.entries() * (steps - began);
    }

    Grid grid() {
        return operator.grid();
    }

    /** Left below within n steps. */
    double lost(int n) {
        return lost + (n == steps || leaving() == 0 ? 0 : survival * loss / leaving() * gone(n - steps));
    }

    /** Escaped, or in the watched place, after n steps: looked at without the deposit of the last of them. */
    double seen(int n) {
        return n == steps ? atEnd : escaped(n - 1) + survival(n - 1) * seen;
    }

    private double gone(int further) {
        return -Math.expm1(further * Math.log1p(-leaving()));
    }

    /** S_n. */
    double survival(int n) {
        return n == steps ? survival : survival * Math.exp((n - steps) * Math.log1p(-leaving()));
    }

    /** The law now, of mass 1. */
    double[] law() {
        return law.clone();
    }

    /** The share leaving above in the last step. */
    double hazard() {
        return hazard;
    }

    /** The share leaving below in the last step. */
    double loss() {
        return loss;
    }

    /** The mean number of steps until it leaves, from where this began, once settled: sum of S_n, geometric at the end. */
    double meanTime() {
        return time + survival / leaving();
    }
}
