package org.basinlab.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Exponentials by the Vector API's own, {@link #COUNT} of them over arrays that fit the first cache. */
final class ExponentialRate {
    private static final int SIZE = 1024;
    private static final int TIMES = 2048;
    static final int COUNT = SIZE * TIMES;

    private ExponentialRate() {}

    /** In single precision. */
    static final class Floats implements Runnable {
        private final float[] x = new float[SIZE];
        private final float[] e = new float[SIZE];

        Floats() {
            for (var i = 0; i < SIZE; i++) {
                x[i] = -8f * i / SIZE;
            }
        }

        @Override
        public void run() {
            for (var time = 0; time < TIMES; time++) {
                once();
            }
        }

        private void once() {
            var species = FloatVector.SPECIES_PREFERRED;
            for (var i = 0; i < SIZE; i += species.length()) {
                FloatVector.fromArray(species, x, i)
                        .lanewise(VectorOperators.EXP)
                        .intoArray(e, i);
            }
        }
    }

    /** In double precision. */
    static final class Doubles implements Runnable {
        private final double[] x = new double[SIZE];
        private final double[] e = new double[SIZE];

        Doubles() {
            for (var i = 0; i < SIZE; i++) {
                x[i] = -8.0 * i / SIZE;
            }
        }

        @Override
        public void run() {
            for (var time = 0; time < TIMES; time++) {
                once();
            }
        }

        private void once() {
            var species = DoubleVector.SPECIES_PREFERRED;
            for (var i = 0; i < SIZE; i += species.length()) {
                DoubleVector.fromArray(species, x, i)
                        .lanewise(VectorOperators.EXP)
                        .intoArray(e, i);
            }
        }
    }
}
