package org.basinlab.localize;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.network.Convolution;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.Association;
import org.basinlab.stats.ClusteredSample;

/** The associations of q with r over sets of one replica's parameters, their clusters minded. */
final class Associations {
    /** Parts of the stream of random numbers: the sets' come first, then these. */
    private static final int CONSTANT = 100;

    private static final int INKED = 101;
    private static final int LAYERS = 102;

    private final ParameterMap parameters;
    private final RelativeSizes sizes;
    private final long seed;
    private final Map<ParameterSet, Association> ofSets = new EnumMap<>(ParameterSet.class);

    Associations(ParameterMap parameters, RelativeSizes sizes, long seed) {
        this.parameters = parameters;
        this.sizes = sizes;
        this.seed = seed;
    }

    /** Over a set; computed when first asked for. */
    Association of(ParameterSet set) {
        return ofSets.computeIfAbsent(set, s -> association(parameters.members(s), s.ordinal()));
    }

    /** Over each layer. */
    List<Replica.OfLayer> layers() {
        var spec = parameters.spec();
        return IntStream.range(0, spec.depth())
                .mapToObj(l -> new Replica.OfLayer(
                        l + 1,
                        spec.layers().get(l) instanceof Convolution ? "convolution" : "dense",
                        association(range(spec.weightOffset(l), spec.biasOffset(l), p -> true), LAYERS + 2 * l),
                        association(
                                range(spec.biasOffset(l), spec.weightOffset(l + 1), p -> true), LAYERS + 2 * l + 1)))
                .toList();
    }

    /** Over the first layer's weights from pixels that are inked in some image, or from those that are not. */
    Association ofPixels(boolean[] inked, boolean wanted) {
        var weights = range(0, parameters.spec().biasOffset(0), p -> inked[parameters.input(p)] == wanted);
        return association(weights, wanted ? INKED : CONSTANT);
    }

    /** With the tallies of all of phase 1, and what these add to them. */
    Replica.WholePhase1 against(Associations whole) {
        return new Replica.WholePhase1(
                whole.of(ParameterSet.WEIGHTS),
                whole.of(ParameterSet.BIASES),
                gain(whole, ParameterSet.WEIGHTS),
                gain(whole, ParameterSet.BIASES));
    }

    private Replica.Gain gain(Associations whole, ParameterSet set) {
        var ours = sample(parameters.members(set));
        var theirs = whole.sample(parameters.members(set));
        var r = of(set).r2() - whole.of(set).r2();
        return new Replica.Gain(r, ours.differenceOfR2(theirs));
    }

    private static int[] range(int from, int to, IntPredicate in) {
        return IntStream.range(from, to).filter(in).toArray();
    }

    private Association association(int[] chosen, int part) {
        return sample(chosen).association(new RandomStream(seed, RandomStream.BOOTSTRAP, part));
    }

    private ClusteredSample sample(int[] chosen) {
        return ClusteredSample.of(
                IntStream.of(chosen).mapToDouble(p -> sizes.r()[p]).toArray(),
                IntStream.of(chosen).mapToDouble(p -> sizes.q()[p]).toArray(),
                IntStream.of(chosen).map(parameters::cluster).toArray(),
                parameters.clusters());
    }
}
