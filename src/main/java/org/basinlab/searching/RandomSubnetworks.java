package org.basinlab.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;

/** The subnetworks and contexts that search neurons are tried on. */
final class RandomSubnetworks {
    /** Uses of the stream: 0 is of the draws of proposals, 1 of first weights. */
    private static final int CONTEXTS = 2;

    private static final int LESSONS = 3;
    private static final int THETA = 16;

    private RandomSubnetworks() {}

    static List<Subnetwork> of(NeuronConfig config, int dimensions, long seed) {
        var shape = new Shape(NeuronConfig.INPUTS, dimensions, config.hidden(), config.curve());
        return IntStream.range(0, config.networks())
                .mapToObj(k -> Subnetwork.drawn(
                        shape,
                        NeuronConfig.REACH,
                        new RandomStream(seed, RandomStream.PROPOSALS, THETA + 1000 * dimensions + k)))
                .toList();
    }

    /** Standard normal, others for each network. */
    static List<double[]> contexts(NeuronConfig config, int network, long seed) {
        var stream = new RandomStream(seed, RandomStream.PROPOSALS, CONTEXTS);
        var all = new ArrayList<double[]>();
        for (var r = 0; r < config.contexts(); r++) {
            var c = new double[NeuronConfig.INPUTS];
            for (var i = 0; i < c.length; i++) {
                c[i] = stream.normal(((long) network * config.contexts() + r) * c.length + i);
            }
            all.add(c);
        }
        return all;
    }

    /** Uniform on [-1, 1], points x {@link NeuronConfig#INPUTS}. */
    static double[] lessonInputs(int points, long seed, int use) {
        var stream = new RandomStream(seed, RandomStream.PROPOSALS, LESSONS + use);
        return IntStream.range(0, points * NeuronConfig.INPUTS)
                .mapToDouble(k -> 2 * stream.uniform(k) - 1)
                .toArray();
    }
}
