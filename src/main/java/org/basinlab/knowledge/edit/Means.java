package org.basinlab.knowledge.edit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/** Means over replicas, those without the number left out. */
final class Means {
    private Means() {}

    /** NaN where none has it. */
    static <T> double of(List<T> replicas, ToDoubleFunction<T> value) {
        var there = Arrays.stream(values(replicas, value))
                .filter(v -> !Double.isNaN(v))
                .toArray();
        return there.length == 0 ? Double.NaN : StatUtils.mean(there);
    }

    /** One a replica. */
    static <T> double[] values(List<T> replicas, ToDoubleFunction<T> value) {
        return replicas.stream().mapToDouble(value).toArray();
    }
}
