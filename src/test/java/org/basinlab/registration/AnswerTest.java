package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {
    private final Scenes scenes = new Scenes(11, 0, List.of());

    /**
     * By hand, for one Gaussian of width w that the squared difference registers with a spot S in both frames: with F_x, F_y the
     * slopes of the anatomy, v = -(sum grad F grad F^T)^-1 sum (S(p + d) - S(p)) grad F(p).
     */
    @Test
    void anArtefactMovesTheOptimumAsTheClosedFormSays() {
        var width = 2.5;
        var dx = 1.3;
        var dy = -0.6;
        var place = new Disturbance.Place(3, 1, 0, 0, 0);
        var scene = new Scene(Blobs.one(0, 0, width), dx, dy, new Disturbance(Nuisance.ARTEFACT, 0, place, null, null));
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double bx = 0;
        double by = 0;
        for (var i = 0; i < 32; i++) {
            for (var j = 0; j < 32; j++) {
                var x = i - 15.5;
                var y = j - 15.5;
                var f = Math.exp(-(x * x + y * y) / (2 * width * width));
                var fx = -x / (width * width) * f;
                var fy = -y / (width * width) * f;
                var change = spot(x + dx, y + dy) - spot(x, y);
                xx += fx * fx;
                xy += fx * fy;
                yy += fy * fy;
                bx -= change * fx;
                by -= change * fy;
            }
        }
        var d = xx * yy - xy * xy;
        var v = Answer.toStrength(scene, Similarity.SSD);
        // The difference in s is of fourth order over thousandths, and the slope is a polynomial of second degree in s.
        assertThat(v[0]).isCloseTo((yy * bx - xy * by) / d, within(1e-9));
        assertThat(v[1]).isCloseTo((xx * by - xy * bx) / d, within(1e-9));
    }

    private static double spot(double x, double y) {
        return Math.exp(-((x - 3) * (x - 3) + (y - 1) * (y - 1)) / (2 * 1.5 * 1.5));
    }

    @ParameterizedTest
    @EnumSource(Similarity.class)
    void whatIsBeyondFirstOrderFallsAsTheSquare(Similarity kind) {
        for (var nuisance : List.of(Nuisance.ARTEFACT, Nuisance.SHADING, Nuisance.NOISE, Nuisance.LESION)) {
            var scene = scenes.scene(1, nuisance, 0);
            var v = Answer.toStrength(scene, kind);
            var coarse = Misalignment.remainder(scene, kind, v, 1.0 / 64);
            var fine = Misalignment.remainder(scene, kind, v, 1.0 / 128);
            // 4, but for terms of third order: a part of about s = 1/64 of it, with a factor below 20 or so.
            assertThat(coarse / fine).as("%s", nuisance).isBetween(3.0, 5.4);
        }
    }

    @Test
    void theAnswerToTheTrueShiftIsThatOfTheSearch() {
        for (var kind : Similarity.values()) {
            var scene = scenes.scene(2, Nuisance.ARTEFACT, 0.3);
            var objective = Objective.of(scene, kind);
            var at = ShiftSearch.best(objective);
            var h = 1e-3;
            var more = ShiftSearch.uphill(objective.against(scene.shifted(scene.dx() + h, scene.dy())), at.x(), at.y());
            var less = ShiftSearch.uphill(objective.against(scene.shifted(scene.dx() - h, scene.dy())), at.x(), at.y());
            var answer = Answer.toShift(objective, at);
            // h^2/6 times a third derivative of order 1, and twice the search's 1e-9 over 2h.
            assertThat(answer[0]).isCloseTo((more.x() - less.x()) / (2 * h), within(5e-6));
            assertThat(answer[1]).isCloseTo((more.y() - less.y()) / (2 * h), within(5e-6));
        }
    }

    @Test
    void whatMovesWithTheAnatomyIsFollowedExactly() {
        var scene = scenes.scene(3, Nuisance.LESION, 0.8);
        var objective = Objective.of(scene, Similarity.SSD);
        var at = ShiftSearch.best(objective);
        // Everything moves by dx, so t* does; 1e-8 is what solving with differences leaves.
        assertThat(Answer.toShift(objective, at)[0]).isCloseTo(1, within(1e-8));
        assertThat(Answer.toShift(objective, at)[1]).isCloseTo(0, within(1e-8));
        assertThat(scene.error(at.x(), at.y())).isGreaterThan(0.1);
    }

    @Test
    void theObjectiveItselfAnswersAsItsDifference() {
        var scene = scenes.scene(4, Nuisance.SHADING, 0.5);
        var objective = Objective.of(scene, Similarity.NCC);
        var h = 1e-4;
        var more = objective.against(scene.shifted(scene.dx() + h, scene.dy())).value(0.2, 0.3);
        var less = objective.against(scene.shifted(scene.dx() - h, scene.dy())).value(0.2, 0.3);
        // Central difference: h^2/6 of a third derivative below 1, rounding of 1e-16 over h.
        assertThat(Answer.ofValue(objective, 0.2, 0.3)).isCloseTo((more - less) / (2 * h), within(1e-8));
    }
}
