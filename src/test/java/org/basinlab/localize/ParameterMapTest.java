package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.network.Activation;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterMapTest {
    private static final Activation F = StandardActivation.SOFTPLUS;

    static Stream<NetworkSpec> networks() {
        return Stream.of(
                dense(5, 3, 2),
                dense(5, 4, 3, 2),
                dense(5, 2, 4, 3, 2),
                new NetworkSpec(
                        List.of(new Convolution(5, 5, 1, 3, 3, 2, F), new Dense(12, 4, F), new Dense(4, 2, F)),
                        Loss.MSE));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyParameterIsOnePlaceOfOneUnit(NetworkSpec spec) {
        var map = new ParameterMap(spec);
        var seen = new ArrayList<Integer>();
        for (var l = 0; l < spec.depth(); l++) {
            for (var j = 0; j < spec.units(l); j++) {
                for (var i = 0; i < spec.fanIn(l); i++) {
                    var p = spec.weightOffset(l) + j * spec.fanIn(l) + i;
                    seen.add(p);
                    assertThat(List.of(map.layer(p), map.unit(p), map.input(p))).isEqualTo(List.of(l, j, i));
                    assertThat(map.isWeight(p)).isTrue();
                    assertThat(map.isHidden(p)).isEqualTo(l < spec.depth() - 1);
                }
                var bias = spec.biasOffset(l) + j;
                seen.add(bias);
                assertThat(List.of(map.layer(bias), map.unit(bias), map.input(bias)))
                        .isEqualTo(List.of(l, j, -1));
                assertThat(map.isWeight(bias)).isFalse();
                assertThat(map.isHidden(bias)).isEqualTo(l < spec.depth() - 1);
            }
        }
        assertThat(map.count()).isEqualTo(spec.parameterCount());
        assertThat(seen).hasSize(map.count()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void clustersAreHiddenUnitsWithTheOutputsWeightsThenOutputBiases(NetworkSpec spec) {
        var map = new ParameterMap(spec);
        var units = IntStream.range(0, spec.depth()).map(spec::units).toArray();
        assertThat(map.clusters()).isEqualTo(IntStream.of(units).sum());
        var output = spec.depth() - 1;
        for (var p = 0; p < map.count(); p++) {
            // An output weight goes with the unit of the last hidden layer that it leads out of.
            var out = map.layer(p) == output && map.isWeight(p);
            var layer = out ? output - 1 : map.layer(p);
            var unit = out ? map.input(p) : map.unit(p);
            assertThat(map.cluster(p)).isEqualTo(Arrays.stream(units, 0, layer).sum() + unit);
        }
    }

    @Test
    void theSixSets() {
        var map = new ParameterMap(dense(5, 4, 3, 2));
        assertThat(map.members(ParameterSet.HIDDEN_WEIGHTS)).hasSize(20 + 12);
        assertThat(map.members(ParameterSet.HIDDEN_BIASES)).hasSize(7);
        assertThat(map.members(ParameterSet.OUTPUT_WEIGHTS)).hasSize(6);
        assertThat(map.members(ParameterSet.OUTPUT_BIASES)).hasSize(2);
        assertThat(joined(map, ParameterSet.HIDDEN_WEIGHTS, ParameterSet.OUTPUT_WEIGHTS))
                .isEqualTo(map.members(ParameterSet.WEIGHTS));
        assertThat(joined(map, ParameterSet.HIDDEN_BIASES, ParameterSet.OUTPUT_BIASES))
                .isEqualTo(map.members(ParameterSet.BIASES));
        assertThat(joined(map, ParameterSet.WEIGHTS, ParameterSet.BIASES))
                .isEqualTo(IntStream.range(0, map.count()).toArray());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void columnsAndWhatStandsApartAreTheWholeSet(NetworkSpec spec) {
        var map = new ParameterMap(spec);
        for (var set : ParameterSet.values()) {
            var columns = map.columns(set);
            assertThat(columns.length).isEqualTo(spec.depth() - 1);
            var all = new ArrayList<Integer>();
            for (var l = 0; l < columns.length; l++) {
                assertThat(columns[l].length).isEqualTo(spec.units(l));
                var first = Arrays.stream(columns[l][0]).map(p -> place(map, p)).toArray();
                for (var u = 0; u < columns[l].length; u++) {
                    var unit = cluster(spec, l, u);
                    assertThat(columns[l][u]).as("row by row the same places").hasSize(columns[l][0].length);
                    assertThat(Arrays.stream(columns[l][u])
                                    .map(p -> place(map, p))
                                    .toArray())
                            .isEqualTo(first);
                    assertThat(IntStream.of(columns[l][u])).allMatch(p -> map.cluster(p) == unit);
                    Arrays.stream(columns[l][u]).forEach(all::add);
                }
            }
            assertThat(IntStream.of(map.apart(set)))
                    .as("biases of output units only")
                    .allMatch(p -> !map.isWeight(p) && !map.isHidden(p));
            Arrays.stream(map.apart(set)).forEach(all::add);
            assertThat(all.stream().sorted().mapToInt(p -> p).toArray()).isEqualTo(map.members(set));
        }
    }

    @Test
    void onlyADenseFirstLayerHasPixels() {
        assertThat(networks().map(spec -> new ParameterMap(spec).hasPixels())).containsExactly(true, true, true, false);
        assertThat(new ParameterMap(dense(5, 2)).hasPixels())
                .as("no hidden layer")
                .isFalse();
    }

    /** What a parameter is to its hidden neuron, whichever that is. */
    private static int place(ParameterMap map, int p) {
        var out = map.isWeight(p) && !map.isHidden(p);
        return out ? -10 - map.unit(p) : map.input(p);
    }

    private static int cluster(NetworkSpec spec, int layer, int unit) {
        return IntStream.range(0, layer).map(spec::units).sum() + unit;
    }

    private static int[] joined(ParameterMap map, ParameterSet one, ParameterSet other) {
        return IntStream.concat(IntStream.of(map.members(one)), IntStream.of(map.members(other)))
                .sorted()
                .toArray();
    }

    private static NetworkSpec dense(Integer... widths) {
        return NetworkSpec.dense(List.of(widths), F, F, Loss.MSE);
    }
}
