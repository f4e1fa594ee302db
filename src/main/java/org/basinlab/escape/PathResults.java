package org.basinlab.escape;

import java.util.List;

/** What a run of paths found: the paths, in the order of rules, temperatures, starts and walkers. */
public record PathResults(List<Path> paths) {
    public PathResults {
        paths = List.copyOf(paths);
    }

    /**
     * One path.
     *
     * @param rule        how it stepped
     * @param temperature T, or k of Newton's form
     * @param start       where it began
     * @param walker      whose draws it took; null where nothing is drawn
     * @param w           W before the first step and after each
     * @param overflowed  the first step after which W was no finite number; null if it always was
     */
    public record Path(String rule, double temperature, double start, Long walker, double[] w, Integer overflowed) {
        /** The last W. */
        public double end() {
            return w[w.length - 1];
        }
    }
}
