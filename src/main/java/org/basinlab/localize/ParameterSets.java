package org.basinlab.localize;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.network.NetworkSpec;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.Association;
import org.basinlab.stats.ClusteredSample;

/**
 * The sets of parameters that P4 correlates over, each with its clusters. A hidden neuron's incoming
 * weights, its bias and its outgoing weights are one cluster; an output neuron's bias is one of its own.
 */
final class ParameterSets {
    private final NetworkSpec spec;
    private final int hiddenWeights;
    private final int outputBegin;
    private final int outputBiases;

    ParameterSets(NetworkSpec spec) {
        this.spec = spec;
        hiddenWeights = spec.biasOffset(0);
        outputBegin = spec.weightOffset(1);
        outputBiases = spec.biasOffset(1);
    }

    boolean isWeight(int p) {
        return p < hiddenWeights || p >= outputBegin && p < outputBiases;
    }

    boolean isHidden(int p) {
        return p < outputBegin;
    }

    /** Which input a weight comes from: a pixel, or a hidden unit; -1 for a bias. */
    int input(int p) {
        if (!isWeight(p)) {
            return -1;
        }
        return isHidden(p) ? p % spec.inputs(0) : (p - outputBegin) % spec.inputs(1);
    }

    /** The unit of its layer that a parameter belongs to. */
    int unit(int p) {
        if (isWeight(p)) {
            return isHidden(p) ? p / spec.inputs(0) : (p - outputBegin) / spec.inputs(1);
        }
        return isHidden(p) ? p - hiddenWeights : p - outputBiases;
    }

    private int cluster(int p) {
        if (isHidden(p)) {
            return unit(p);
        }
        return isWeight(p) ? input(p) : spec.units(0) + unit(p);
    }

    /** The association of q with r over the parameters that {@code in} picks. */
    Association association(RelativeSizes sizes, IntPredicate in, RandomStream random) {
        var chosen = IntStream.range(0, spec.parameterCount()).filter(in).toArray();
        var r = IntStream.of(chosen).mapToDouble(p -> sizes.r()[p]).toArray();
        var q = IntStream.of(chosen).mapToDouble(p -> sizes.q()[p]).toArray();
        var clusters = IntStream.of(chosen).map(this::cluster).toArray();
        return ClusteredSample.of(r, q, clusters, spec.units(0) + spec.units(1)).association(random);
    }
}
