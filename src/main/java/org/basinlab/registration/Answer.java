package org.basinlab.registration;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.basinlab.registration.ShiftSearch.Optimum;

/**
 * How the found shift answers to a change of something, by implicit differentiation of {@code grad E(t*) = 0}: with z what
 * changes, {@code dt* /dz = -H^-1 d(grad E)/dz}. It follows one maximum, and knows nothing of jumps to another.
 *
 * <p>The slopes are exact; their derivative in z is the central difference of fourth order over 1 and 2 thousandths, whose
 * error is below 1e-9 of it for frames as smooth as these.
 */
final class Answer {
    private static final double STEP = 1e-3;

    private Answer() {}

    /** To the true shift in x. */
    static double[] toShift(Objective objective, Optimum at) {
        var scene = objective.scene();
        return Curved.of(at)
                .answer(derivative(
                        h -> objective
                                .against(scene.shifted(scene.dx() + h, scene.dy()))
                                .slope(at.x(), at.y()),
                        STEP));
    }

    /** To the weight of the second of two objectives, (1 - w) one + w second: what their slopes differ by. */
    static double[] toWeight(Objective one, Objective second, Optimum at) {
        var change = second.slope(at.x(), at.y()).plus(-1, one.slope(at.x(), at.y()));
        return Curved.of(at).answer(new double[] {change.x(), change.y()});
    }

    /**
     * To the strength of the nuisance, at strength 0, where the maximum is the true shift.
     *
     * @return pixels a unit of strength
     */
    static double[] toStrength(Scene scene, Similarity kind) {
        var none = Objective.of(scene.with(scene.disturbance().of(0)), kind);
        var truth = new Optimum(scene.dx(), scene.dy(), none.score(scene.dx(), scene.dy()));
        return Curved.of(truth)
                .answer(derivative(
                        h -> Objective.of(scene.with(scene.disturbance().of(h)), kind)
                                .slope(scene.dx(), scene.dy()),
                        STEP));
    }

    /** Of the objective itself at a fixed shift, to the true shift in x. */
    static double ofValue(Objective objective, double x, double y) {
        var scene = objective.scene();
        DoubleUnaryOperator value = h ->
                objective.against(scene.shifted(scene.dx() + h, scene.dy())).value(x, y);
        var near = value.applyAsDouble(STEP) - value.applyAsDouble(-STEP);
        var far = value.applyAsDouble(2 * STEP) - value.applyAsDouble(-2 * STEP);
        return (8 * near - far) / (12 * STEP);
    }

    private static double[] derivative(DoubleFunction<Score> slope, double h) {
        var near = slope.apply(h).plus(-1, slope.apply(-h));
        var far = slope.apply(2 * h).plus(-1, slope.apply(-2 * h));
        return new double[] {(8 * near.x() - far.x()) / (12 * h), (8 * near.y() - far.y()) / (12 * h)};
    }
}
