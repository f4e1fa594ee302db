package org.basinlab.current;

import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.walkers.Start;

/**
 * An equation solved from a start: by {@link FokkerPlanck} where there is noise, along {@link Characteristics} where there
 * is none and a mesh that stands still would only smear the density.
 *
 * @param looks at the times asked for
 */
record Solution(List<Snapshot> looks) {
    /** In deviations, how much of a normal law is followed without noise. */
    private static final double FAR = 8;

    /**
     * Solves an equation.
     *
     * @param noise whether there is any
     * @param ends  of the domain; null for one that is wide enough
     * @param times ascending, at least 0, the last positive
     */
    static Solution of(
            Equation equation,
            boolean noise,
            Start.Normal start,
            double[] ends,
            int cells,
            double barrier,
            double[] times,
            Progress progress) {
        if (!noise) {
            var low = ends == null ? Math.max(start.low(), start.mean() - FAR * start.sd()) : ends[0];
            var high = ends == null ? start.mean() + FAR * start.sd() : ends[1];
            return new Solution(
                    new Characteristics(equation, start, Mesh.uniform(low, high, cells)).run(times, barrier));
        }
        var problem = ends == null
                ? FokkerPlanck.of(equation, start, barrier, times[times.length - 1], cells)
                : FokkerPlanck.on(
                        equation, start, barrier, Mesh.adapted(equation, start, ends[0], ends[1], cells, barrier));
        return new Solution(problem.run(times, progress));
    }

    /** The last look. */
    Snapshot end() {
        return looks.get(looks.size() - 1);
    }
}
