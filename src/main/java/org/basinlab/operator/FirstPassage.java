package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;

/**
 * Mean first passage time and leading eigenvalue of a killed chain by elimination: dear on fine grids, but exact however
 * slowly the law settles. The eigenvalue is by inverse iteration, {@code q <- q (I - P)^-1} scaled to mass 1, whose error
 * falls by (1 - lambda_1) / (1 - lambda_2) a time.
 */
final class FirstPassage {
    private static final int MOST = 500;
    private static final double ACCURACY = 1e-13;
    /** If it will not converge as a power of a ratio but as 1 / rounds, the rest is about the last change times them. */
    private static final double SLOW_ACCURACY = 1e-3;

    private final Elimination elimination;
    private final double[] leaving;
    private final boolean onlyUp;

    FirstPassage(TransitionOperator operator) {
        elimination = new Elimination(operator);
        leaving = operator.above();
        onlyUp = onlyUp(operator);
        var below = operator.below();
        for (var i = 0; i < leaving.length; i++) {
            leaving[i] += below[i];
        }
    }

    /** Whether every step leads to a higher cell: then P^n = 0, and all its eigenvalues are. */
    private static boolean onlyUp(TransitionOperator operator) {
        var down = new boolean[1];
        for (var i = 0; i < operator.grid().cells(); i++) {
            var row = i;
            operator.row(i, (j, p) -> down[0] |= j <= row);
        }
        return !down[0];
    }

    /** The mean number of steps until a law leaves. */
    double meanTime(double[] law) {
        return Arrays.stream(elimination.push(law)).sum();
    }

    /** What a grid must render well: visits from a law and at rest, and the time until W leaves. */
    Fitting.Stakes stakes(double[] law) {
        var mass = elimination.push(law);
        var total = Arrays.stream(mass).sum();
        var rest = settled().law();
        for (var i = 0; i < mass.length; i++) {
            mass[i] = mass[i] / total + rest[i];
        }
        var ones = new double[mass.length];
        Arrays.fill(ones, 1);
        return new Fitting.Stakes(mass, elimination.pull(ones));
    }

    /** 1 - lambda_1 and the quasi-stationary law, of mass 1. */
    Settled settled() {
        var q = new double[leaving.length];
        if (onlyUp) {
            q[q.length - 1] = 1;
            return new Settled(1, q);
        }
        Arrays.fill(q, 1.0 / q.length);
        var before = 0.0;
        for (var round = 1; ; round++) {
            q = elimination.push(q);
            var total = Arrays.stream(q).sum();
            for (var i = 0; i < q.length; i++) {
                q[i] /= total;
            }
            var rate = TransitionOperator.dot(q, leaving);
            var change = Math.abs(rate - before);
            if (change <= ACCURACY * rate || round == MOST && change * round <= SLOW_ACCURACY * rate) {
                return new Settled(rate, q);
            }
            require(
                    round < MOST,
                    "the two slowest ways to decay are too alike to tell apart: no quasi-stationary law was found");
            before = rate;
        }
    }

    /** The slowest decay. */
    record Settled(double rate, double[] law) {}
}
