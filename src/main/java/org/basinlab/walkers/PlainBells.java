package org.basinlab.walkers;

import org.basinlab.landscape.block.PowersOfTwo;

/** The inner loops one by one: the reference, and what runs without the Vector API. */
final class PlainBells implements BellKernels {
    @Override
    public void drawn(double[] w, double[] move, long[] coins, int bit, int n, Bell bell) {
        for (var i = 0; i < n; i++) {
            var v = Math.fma(w[i], bell.scale(), -bell.offset());
            var moves = (coins[i] >>> bit & 1) == 1 && v * v < Bell.REACH;
            move[i] = moves ? v * PowersOfTwo.of(v * v, bell.doubles()) : 0;
        }
    }

    @Override
    public void move(double[] w, double[] move, int n, Bell bell) {
        for (var i = 0; i < n; i++) {
            var v = Math.fma(w[i], bell.scale(), -bell.offset());
            w[i] = Math.fma(v, PowersOfTwo.of(v * v, bell.doubles()), w[i]) + move[i];
        }
    }

    @Override
    public void drawn(float[] w, float[] move, int[] coins, int bit, int n, Bell bell) {
        for (var i = 0; i < n; i++) {
            var v = Math.fma(w[i], (float) bell.scale(), (float) -bell.offset());
            var moves = (coins[i] >>> bit & 1) == 1 && v * v < Bell.REACH_FLOAT;
            move[i] = moves ? v * PowersOfTwo.of(v * v, bell.floats()) : 0;
        }
    }

    @Override
    public void move(float[] w, float[] move, int n, Bell bell) {
        for (var i = 0; i < n; i++) {
            var v = Math.fma(w[i], (float) bell.scale(), (float) -bell.offset());
            w[i] = Math.fma(v, PowersOfTwo.of(v * v, bell.floats()), w[i]) + move[i];
        }
    }

    @Override
    public void mark(double[] w, long[] crossed, int n, double barrier) {
        for (var i = 0; i < n; i++) {
            crossed[i] |= Double.doubleToRawLongBits(barrier - w[i]);
        }
    }

    @Override
    public void mark(float[] w, int[] crossed, int n, float barrier) {
        for (var i = 0; i < n; i++) {
            crossed[i] |= Float.floatToRawIntBits(barrier - w[i]);
        }
    }
}
