package org.basinlab.training.cuda;

import java.util.stream.IntStream;
import org.basinlab.training.DatapointStream;

/**
 * The datapoints of a stream sorted by class: the group, and whether they come before {@code late} or after.
 *
 * @param places datapoints, class after class, in order
 * @param starts where each class begins there, and the end
 */
record Classes(int[] places, int[] starts) {
    static Classes of(DatapointStream stream, int late, int outputs) {
        var count = 2 * outputs;
        var starts = new int[count + 1];
        var of = IntStream.range(0, stream.length())
                .map(s -> (s < late ? 0 : outputs) + stream.groups()[s])
                .toArray();
        for (var c : of) {
            starts[c + 1]++;
        }
        for (var c = 0; c < count; c++) {
            starts[c + 1] += starts[c];
        }
        var next = starts.clone();
        var places = new int[of.length];
        for (var s = 0; s < of.length; s++) {
            places[next[of[s]]++] = s;
        }
        return new Classes(places, starts);
    }
}
