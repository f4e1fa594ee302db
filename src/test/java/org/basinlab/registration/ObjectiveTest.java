package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveTest {
    private static final double H = 2e-5;

    private final Scenes scenes = new Scenes(5, 0, List.of());
    private final Scenes digits = new Scenes(5, 0, List.of(SplinePicture.digit(Digits.seven())));

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void slopesAndCurvaturesAreDifferences(Similarity kind) {
        for (var nuisance : Nuisance.values()) {
            for (var scene : List.of(scenes.scene(0, nuisance, 0.4), digits.scene(0, nuisance, 0.4))) {
                var objective = Objective.of(scene, kind);
                var x = scene.dx() + 0.7;
                var y = scene.dy() - 0.4;
                var score = objective.score(x, y);
                var right = objective.slope(x + H, y);
                var left = objective.slope(x - H, y);
                var up = objective.slope(x, y + H);
                var down = objective.slope(x, y - H);
                // h^2/6 times a third or fourth derivative of an objective of order 1, below 100 for strokes 2 pixels
                // wide;
                // rounding of 1e-15 over h is less.
                var close = within(1e-6);
                assertThat(score.x()).isCloseTo((right.value() - left.value()) / (2 * H), close);
                assertThat(score.y()).isCloseTo((up.value() - down.value()) / (2 * H), close);
                assertThat(score.xx()).isCloseTo((right.x() - left.x()) / (2 * H), close);
                assertThat(score.xy()).isCloseTo((up.x() - down.x()) / (2 * H), close);
                assertThat(score.yy()).isCloseTo((up.y() - down.y()) / (2 * H), close);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void theLatticeHoldsTheObjectiveItself(Similarity kind) {
        var scene = scenes.scene(1, Nuisance.NOISE, 0.5);
        var objective = Objective.of(scene, kind);
        var plane = objective.plane(new Lattice(scene));
        for (var at : new int[] {0, 57, 220, 440}) {
            var x = Lattice.shift(at % Lattice.SHIFTS);
            var y = Lattice.shift(at / Lattice.SHIFTS);
            // The same sums of a thousand terms.
            assertThat(plane[at]).isCloseTo(objective.value(x, y), within(1e-12));
        }
    }

    @Test
    void undisturbedFramesAreMostAlikeAtTheTrueShift() {
        var scene = scenes.scene(2, Nuisance.SHADING, 0);
        assertThat(Objective.of(scene, Similarity.SSD).value(scene.dx(), scene.dy()))
                .isCloseTo(0, within(1e-15));
        assertThat(Objective.of(scene, Similarity.NCC).value(scene.dx(), scene.dy()))
                .isCloseTo(1, within(1e-14));
        assertThat(Objective.of(scene, Similarity.EDGES).value(scene.dx(), scene.dy()))
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void edgesDoNotMindInversion() {
        var scene = scenes.scene(3, Nuisance.CONTRAST, 1);
        assertThat(Objective.of(scene, Similarity.EDGES).value(scene.dx(), scene.dy()))
                .isCloseTo(1, within(1e-13));
        assertThat(Objective.of(scene, Similarity.NCC).value(scene.dx(), scene.dy()))
                .isCloseTo(-1, within(1e-13));
    }

    @Test
    void aMixtureIsTheWeightedSum() {
        var scene = scenes.scene(4, Nuisance.LESION, 0.5);
        var mixed = Objective.mixture(scene, Map.of(Similarity.NCC, 0.3, Similarity.EDGES, 0.7));
        var ncc = Objective.of(scene, Similarity.NCC).score(0.5, -1);
        var edges = Objective.of(scene, Similarity.EDGES).score(0.5, -1);
        var score = mixed.score(0.5, -1);
        // Rounding.
        assertThat(score.value()).isCloseTo(0.3 * ncc.value() + 0.7 * edges.value(), within(1e-14));
        assertThat(score.xy()).isCloseTo(0.3 * ncc.xy() + 0.7 * edges.xy(), within(1e-14));
    }

    @Test
    void slopesPixelByPixelAreDifferences() {
        var scene = scenes.scene(5, Nuisance.NOISE, 0.5);
        for (var kind : Similarity.values()) {
            var template = new Template(kind, scene.fixed(1));
            var w = kind.feature(scene.moving(Points.FRAME, 1)).values();
            var slopes = template.slopes(w);
            for (var p : new int[] {0, 400, 777}) {
                var more = w.clone();
                var less = w.clone();
                more[p] += H;
                less[p] -= H;
                // One pixel of a thousand: third derivatives are below 1, so h^2/6 of them and 1e-15/h are below 1e-8.
                assertThat(slopes[p]).isCloseTo((template.value(more) - template.value(less)) / (2 * H), within(1e-8));
            }
        }
    }

    @Test
    void shufflingPixelsKeepsThemAndLosesTheAnatomy() {
        var scene = scenes.scene(6, Nuisance.SHADING, 0);
        var objective = Objective.of(scene, Similarity.NCC);
        var same = IntStream.range(0, 1024).toArray();
        assertThat(objective.shuffled(same).value(1, 1)).isCloseTo(objective.value(1, 1), within(1e-15));
        var lost = objective.shuffled(scenes.stream(6).permutation(1024, 0));
        // A correlation of a thousand pixels that move in groups of some 30 is within 4/sqrt(30) of 0.
        assertThat(Math.abs(lost.value(scene.dx(), scene.dy()))).isLessThan(0.7);
    }
}
