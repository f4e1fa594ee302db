package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreeFormTest {
    private final Scenes scenes = new Scenes(4, 0, List.of());

    @Test
    void aPlainShiftIsAFieldThatCostsNothing() {
        var scene = scenes.scene(0, Nuisance.LESION, 0.5);
        var search = new FreeForm(scene, Similarity.NCC, 10);
        var c = FreeForm.shift(1.2, -0.7);
        var value = Objective.of(scene, Similarity.NCC).value(1.2, -0.7);
        // Weights of six control points sum to 1 but for rounding, in both directions.
        assertThat(search.similarity(c)).isCloseTo(value, within(1e-12));
        assertThat(search.at(c).value()).isCloseTo(value, within(1e-12));
        assertThat(search.error(c)).isCloseTo(scene.error(1.2, -0.7), within(1e-12));
        assertThat(search.error(FreeForm.shift(scene.dx(), scene.dy()))).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void theGradientIsTheDifference(Similarity kind) {
        var scene = scenes.scene(1, Nuisance.NOISE, 0.5);
        var search = new FreeForm(scene, kind, 0.3);
        var random = new RandomStream(1, RandomStream.REGISTRATION, 99);
        var c = FreeForm.still();
        for (var k = 0; k < c.length; k++) {
            c[k] = 0.3 * random.normal(k);
        }
        var gradient = search.at(c).gradient();
        var h = 1e-5;
        for (var k : new int[] {0, 84, 100, 169, 253, 300}) {
            var more = c.clone();
            var less = c.clone();
            more[k] += h;
            less[k] -= h;
            // Rounding of 1e-15 over h, and h^2 times third derivatives of order 1.
            assertThat(gradient[k])
                    .isCloseTo((search.at(more).value() - search.at(less).value()) / (2 * h), within(1e-8));
        }
    }

    @Test
    void withoutNuisanceAStiffFieldFindsTheShift() {
        var far = scenes.scene(2, Nuisance.LESION, 0);
        var scene = far.shifted(far.dx() / 3, far.dy() / 3);
        var search = new FreeForm(scene, Similarity.NCC, 0.1);
        var last = new double[1];
        Ascent.climb(search, FreeForm.still(), 1, 150, c -> last[0] = search.error(c));
        // The truth costs nothing and has correlation 1; what is left is how far 150 steps come.
        assertThat(last[0]).isLessThan(0.01);
    }

    @Test
    void ascentNeverFallsAndReachesTheTopOfAValley() {
        // Rosenbrock's function upside down, its top 0 at (1, 1).
        Ascent.Hill hill = at -> {
            var u = at[1] - at[0] * at[0];
            var v = 1 - at[0];
            return new Ascent.Height(-100 * u * u - v * v, new double[] {400 * u * at[0] + 2 * v, -200 * u});
        };
        var heights = new ArrayList<Double>();
        var place = new double[1][];
        Ascent.climb(hill, new double[] {-1.2, 1}, 0.1, 200, at -> {
            heights.add(hill.at(at).value());
            place[0] = at;
        });
        assertThat(heights).isSortedAccordingTo(Double::compare);
        // The search ends where a step gains less than rounding, 1e-16 of a curvature between 1 and 1000.
        assertThat(place[0]).containsExactly(new double[] {1, 1}, within(1e-6));
    }
}
