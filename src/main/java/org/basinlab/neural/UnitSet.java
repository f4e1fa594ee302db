package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A set A of units, in one layer of a network or in several.
 *
 * @param byLayer the units of each layer that has some, by the layer's number from 0; ascending, none twice
 */
public record UnitSet(SortedMap<Integer, List<Integer>> byLayer) {
    /** The empty set. */
    public static final UnitSet NONE = new UnitSet(new TreeMap<>());

    public UnitSet {
        var copy = new TreeMap<Integer, List<Integer>>();
        byLayer.forEach((layer, units) ->
                copy.put(layer, units.stream().sorted().distinct().toList()));
        byLayer = Collections.unmodifiableSortedMap(copy);
    }

    /** Some units of one layer. */
    public static UnitSet of(int layer, int... units) {
        var one = new TreeMap<Integer, List<Integer>>();
        one.put(layer, Arrays.stream(units).boxed().toList());
        return new UnitSet(one);
    }

    /** All units of a layer. */
    public static UnitSet layer(FeedForward network, int layer) {
        return of(layer, IntStream.range(0, network.layers().get(layer).units()).toArray());
    }

    /** What is in either. */
    public UnitSet and(UnitSet other) {
        var both = new TreeMap<>(byLayer);
        other.byLayer.forEach((layer, units) -> both.merge(layer, units, (one, two) -> {
            var joined = new ArrayList<>(one);
            joined.addAll(two);
            return joined;
        }));
        return new UnitSet(both);
    }

    /** The units of one layer. */
    int[] units(int layer) {
        return byLayer.getOrDefault(layer, List.of()).stream().mapToInt(u -> u).toArray();
    }

    void requireIn(List<FeedForward.Nodes> layers) {
        byLayer.forEach((layer, units) -> {
            require(
                    layer >= 0 && layer < layers.size(),
                    "the network has no layer %s: its layers are 0 to %s",
                    layer,
                    layers.size() - 1);
            for (var unit : units) {
                require(
                        unit >= 0 && unit < layers.get(layer).units(),
                        "layer %s has no unit %s: its units are 0 to %s",
                        layer,
                        unit,
                        layers.get(layer).units() - 1);
            }
        });
    }
}
