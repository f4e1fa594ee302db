package org.basinlab.entropy;

/** A sum that keeps what rounding would drop (A. Neumaier 1974). */
final class CompensatedSum {
    private double sum;
    private double dropped;

    void add(double value) {
        var next = sum + value;
        dropped += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    double value() {
        return sum + dropped;
    }
}
