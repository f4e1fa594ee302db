package org.basinlab.neural.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/** A learning rate that falls from its first value to 0 as half a cosine: r (1 + cos(pi s / steps)) / 2. */
record HalfCosine(double first, int steps) implements ISchedule {
    private static final long serialVersionUID = 1L;

    @Override
    public double valueAt(int iteration, int epoch) {
        return first * (1 + Math.cos(Math.PI * iteration / steps)) / 2;
    }

    @Override
    public ISchedule clone() {
        return this;
    }
}
