package org.basinlab.entropy;

import org.basinlab.random.RandomStream;

/**
 * Points of P, P next, P' and P' next of a map of the plane, drawn from a square: P is what some steps make of it, P'
 * the same with the room's states dealt out anew.
 */
final class Samples {
    private final double[][] start;
    private final double[][] next;
    private final double[][] decorrelated;
    private final double[][] decorrelatedNext;

    /** What the room is one step later; the thermostat is then what the room was. */
    @FunctionalInterface
    interface Room {
        double next(double thermostat, double room);
    }

    /**
     * Draws.
     *
     * @param part which of several like samples under one seed
     */
    Samples(Room room, double side, double centre, int before, int steps, int count, long seed, int part) {
        var stream = new RandomStream(seed, RandomStream.SAMPLES, part);
        start = new double[count][];
        for (var i = 0; i < count; i++) {
            start[i] = new double[] {
                centre + side * (stream.uniform(2L * i) - 0.5), centre + side * (stream.uniform(2L * i + 1) - 0.5)
            };
        }
        advance(start, room, before);
        var dealt = new RandomStream(seed, RandomStream.DEALT_SAMPLES, part).permutation(count, 0);
        decorrelated = new double[count][];
        for (var i = 0; i < count; i++) {
            decorrelated[i] = new double[] {start[i][0], start[dealt[i]][1]};
        }
        next = copy(start);
        advance(next, room, steps);
        decorrelatedNext = copy(decorrelated);
        advance(decorrelatedNext, room, steps);
    }

    private static void advance(double[][] points, Room room, int steps) {
        for (var p : points) {
            for (var n = 0; n < steps; n++) {
                var warmer = room.next(p[0], p[1]);
                p[0] = p[1];
                p[1] = warmer;
            }
        }
    }

    private static double[][] copy(double[][] points) {
        var copy = new double[points.length][];
        for (var i = 0; i < copy.length; i++) {
            copy[i] = points[i].clone();
        }
        return copy;
    }

    /** By the estimator of Kozachenko and Leonenko. */
    Bits bits(int k) {
        return Bits.of(
                NearestNeighbourEntropy.entropyInThePlane(start, k),
                NearestNeighbourEntropy.entropyInThePlane(next, k),
                NearestNeighbourEntropy.entropyInThePlane(decorrelated, k),
                NearestNeighbourEntropy.entropyInThePlane(decorrelatedNext, k));
    }

    /** I(A; B) under P by that of Kraskov, Stoegbauer and Grassberger. */
    double mutualInformation(int k) {
        return NearestNeighbourEntropy.mutualInformation(column(0), column(1), k);
    }

    private double[][] column(int c) {
        var column = new double[start.length][];
        for (var i = 0; i < column.length; i++) {
            column[i] = new double[] {start[i][c]};
        }
        return column;
    }
}
