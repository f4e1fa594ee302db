package org.basinlab.trajectories;

import java.util.Arrays;

/**
 * Numbers that trajectories begin with: a few, such as the variables at the start or the parameters, for each of them.
 */
@FunctionalInterface
public interface Values {
    /** Number {@code which} of a trajectory. Asked from several threads, in any order. */
    double at(int which, int trajectory);

    /** Whether that number may differ from one trajectory to another. */
    default boolean varies(int which) {
        return true;
    }

    /** The same for every trajectory; copied. */
    static Values same(double... numbers) {
        return of(Arrays.stream(numbers).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
    }

    /** A row a number: as long as there are trajectories, or of one number for all of them. */
    static Values of(double[]... rows) {
        return new Values() {
            @Override
            public double at(int which, int trajectory) {
                var row = rows[which];
                return row[row.length == 1 ? 0 : trajectory];
            }

            @Override
            public boolean varies(int which) {
                return rows[which].length > 1;
            }
        };
    }
}
