package org.basinlab.walkers;

import java.util.Arrays;

/**
 * Where some walkers are, and when.
 *
 * @param w    of each; modified
 * @param time in steps, from the very start; modified
 */
record States(double[] w, int[] time) {
    static final int NEVER = Integer.MAX_VALUE;

    States(int size) {
        this(new double[size], new int[size]);
    }

    /** All at one place, at time 0. */
    static States all(int size, double w) {
        var states = new States(size);
        Arrays.fill(states.w, w);
        return states;
    }

    int size() {
        return w.length;
    }

    void set(int i, double place, int when) {
        w[i] = place;
        time[i] = when;
    }

    /** Those that got somewhere, in their order. */
    States arrived() {
        var count = (int) Arrays.stream(time).filter(t -> t != NEVER).count();
        var arrived = new States(count);
        var next = 0;
        for (var i = 0; i < size(); i++) {
            if (time[i] != NEVER) {
                arrived.set(next++, w[i], time[i]);
            }
        }
        return arrived;
    }

    /** So many of these, by their numbers. */
    States picked(int[] numbers) {
        var picked = new States(numbers.length);
        for (var i = 0; i < numbers.length; i++) {
            picked.set(i, w[numbers[i]], time[numbers[i]]);
        }
        return picked;
    }
}
