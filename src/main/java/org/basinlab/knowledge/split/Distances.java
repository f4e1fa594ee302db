package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.basinlab.experiment.Threads;
import org.basinlab.network.NetworkSpec;

/** The distances of every network of a crossing from every other. */
final class Distances {
    private static final int LEVELS = Level.values().length;

    private Distances() {}

    /** Means over the pairs of data sets, one a {@link Level}. */
    private record Pair(double[] sameData, double[] otherData) {}

    /**
     * All of them.
     *
     * @param looks [start][data set]
     * @return one a {@link Level}
     */
    static List<SquaredDistances> of(Look[][] looks, NetworkSpec spec, int threads) {
        var starts = looks.length;
        var tasks = new ArrayList<Callable<List<Pair>>>();
        for (var s = 0; s < starts; s++) {
            var own = looks[s];
            var others = Arrays.copyOfRange(looks, s, starts);
            tasks.add(() ->
                    Arrays.stream(others).map(other -> pair(own, other, spec)).toList());
        }
        var pairs = Threads.all(threads, tasks);
        return IntStream.range(0, LEVELS)
                .mapToObj(level -> {
                    var distances = new SquaredDistances(
                            new double[starts], new double[starts][starts], new double[starts][starts]);
                    for (var s = 0; s < starts; s++) {
                        distances.sameStart()[s] = pairs.get(s).get(0).otherData()[level];
                        for (var t = s + 1; t < starts; t++) {
                            var pair = pairs.get(s).get(t - s);
                            distances.sameData()[s][t] = pair.sameData()[level];
                            distances.sameData()[t][s] = pair.sameData()[level];
                            distances.neither()[s][t] = pair.otherData()[level];
                            distances.neither()[t][s] = pair.otherData()[level];
                        }
                    }
                    return distances;
                })
                .toList();
    }

    private static Pair pair(Look[] one, Look[] other, NetworkSpec spec) {
        var sets = one.length;
        var same = new double[LEVELS];
        var different = new double[LEVELS];
        for (var d = 0; d < sets; d++) {
            for (var e = 0; e < sets; e++) {
                // Of one start, each pair of data sets would come twice.
                if (d == e ? one != other : one != other || d < e) {
                    add(one[d].squared(other[e], spec), d == e ? same : different);
                }
            }
        }
        var times = one == other ? 2.0 : 1.0;
        for (var l = 0; l < LEVELS; l++) {
            same[l] /= sets;
            different[l] *= times / (sets * (sets - 1.0));
        }
        return new Pair(same, different);
    }

    private static void add(double[] squared, double[] sum) {
        for (var l = 0; l < LEVELS; l++) {
            sum[l] += squared[l];
        }
    }
}
