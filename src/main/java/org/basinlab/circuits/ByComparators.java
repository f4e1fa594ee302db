package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;

/**
 * The largest numbers in order, by comparators of two: a ReLU layer a stage, {@code ceil(log2 k)} of them for the largest
 * alone.
 *
 * <p>A smaller of two is a difference, {@code B - relu(B - A)}. Differences of such have partial sums twice as large, which
 * single precision cannot hold on a full grid, so a layer that settles every line comes before a stage that would compare
 * one.
 */
final class ByComparators {
    private final Layers layers;
    private List<Signal> lines;
    private boolean begun;

    ByComparators(Layers layers, List<Signal> lines) {
        this.layers = layers;
        this.lines = new ArrayList<>(lines);
    }

    /** The {@code wanted} largest in descending order, as signals of the last layer. */
    List<Signal> largest(int wanted) {
        for (var stage : Comparators.stages(lines.size(), wanted)) {
            if (stage.stream()
                    .anyMatch(c -> !lines.get(c.first()).plain()
                            || !lines.get(c.second()).plain())) {
                next(List.of());
            }
            next(stage);
        }
        return lines.subList(0, wanted);
    }

    private void next(List<Comparators.Comparator> stage) {
        if (begun) {
            layers.next();
        }
        begun = true;
        var after = new ArrayList<Signal>(lines.size());
        lines.forEach(line -> after.add(null));
        var compared = new boolean[lines.size()];
        for (var c : stage) {
            compared[c.first()] = true;
            compared[c.second()] = true;
            var a = lines.get(c.first());
            var b = lines.get(c.second());
            if (c.larger() && c.smaller()) {
                var both = layers.exchange(a, b);
                after.set(c.first(), both.get(0));
                after.set(c.second(), both.get(1));
            } else {
                after.set(c.first(), c.larger() ? layers.max(a, b) : null);
                after.set(c.second(), c.smaller() ? layers.min(a, b) : null);
            }
        }
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i) != null && !compared[i]) {
                after.set(i, layers.carry(lines.get(i)));
            }
        }
        lines = after;
    }
}
