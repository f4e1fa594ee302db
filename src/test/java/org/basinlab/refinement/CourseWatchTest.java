package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.refinement.RefinementResult.Course;
import org.junit.jupiter.api.Test;

class CourseWatchTest {
    /** Two images of two pixels, one of each class. */
    private static final Digits CLEAN = new Digits(1, 2, new double[] {0.25, 0, 0, 0.25}, new int[] {0, 1});

    private static Course course(DenoisingNetwork network, boolean hasTruth) {
        var loop = new RefinementLoop(network, 0.5);
        var watch = new CourseWatch(
                loop,
                network.isTied() ? new Energy(network) : null,
                CLEAN,
                hasTruth,
                new ClassMeans(CLEAN),
                List.of(0, 3),
                2,
                1);
        loop.watch(new double[] {1, 0, 0, 1}, 3, watch);
        return watch.course("a denoiser", "a start");
    }

    /** Tied, with D = 0: x halves at each pass. */
    private static DenoisingNetwork nothing() {
        return DenoisingNetwork.tied(2, 1, new double[2], new double[1], new double[2]);
    }

    @Test
    void theOuterObjectiveIsLeastWhereItPassesTheCleanImage() {
        var course = course(nothing(), true);
        // x_t = 2^-t x_0, all powers of two: exact.
        assertThat(course.distance()).containsExactly(0.75, 0.25, 0.0, 0.125);
        assertThat(course.residual()).containsExactly(1.0, 0.25, 0.0625, 0.015625);
        assertThat(course.stepLength()).containsExactly(0.5, 0.25, 0.125, 0.0625);
        assertThat(course.outer().leastIteration()).isEqualTo(2);
        assertThat(course.outer().least()).isZero();
        assertThat(course.outer().lost()).isInfinite();
        assertThat(course.outer().nearer()).isEqualTo(1);
        assertThat(course.outer().passed()).isEqualTo(1);
        assertThat(course.outer().recognisedEnd()).isEqualTo(1);
        assertThat(course.classesAtEnd()).isEqualTo(2);
    }

    @Test
    void theInnerOneFallsAsProved() {
        var course = course(nothing(), true);
        // E = |x|^2 / 2 - log 2 here, so a pass of 1/2 takes 3/8 of |x|^2, which is the bound itself.
        assertThat(course.leastFall()).isCloseTo(1, within(1e-10));
        assertThat(course.lowered()).isEqualTo(1);
        assertThat(course.endedBelow()).isEqualTo(1);
        assertThat(course.innerFalls()).isTrue();
        assertThat(course.energy().get(3)).isCloseTo(1.0 / 128 - Math.log(2), within(1e-15));
    }

    @Test
    void aResidualThatRisesIsNotLowered() {
        // D(x) = (0, 40 s(4 - 8 x_0)). By hand: from (1, 0) the residual is 1.5, 390, 630, 240, as the unit wakes up;
        // from
        // (0, 1), where it is awake, it falls at all three passes.
        var away = new DenoisingNetwork(
                2, 1, new double[] {-8, 0}, new double[] {4}, new double[] {0, 40}, new double[] {0, 0});
        var course = course(away, false);
        assertThat(course.energy()).isNull();
        assertThat(course.leastFall()).isNull();
        assertThat(course.outer()).isNull();
        assertThat(course.distance()).isNull();
        assertThat(course.lowered()).isEqualTo(4 / 6.0).isEqualTo(course.residualLowered());
        assertThat(course.innerFalls()).isFalse();
        assertThat(course.asymmetry()).extracting(a -> a.iteration()).containsExactly(0, 3);
        assertThat(course.asymmetry().get(1).value()).isGreaterThan(0.1);
    }
}
