package org.basinlab.registration;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The inner objective of a scene as a function of the shift t: a similarity, or a mixture {@code sum_k weight_k E_k(t)} of
 * some.
 */
final class Objective {
    private final Scene scene;
    private final List<Part> parts;

    private record Part(double weight, Similarity kind, Template template) {}

    private Objective(Scene scene, List<Part> parts) {
        this.scene = scene;
        this.parts = parts;
    }

    static Objective of(Scene scene, Similarity kind) {
        return mixture(scene, Map.of(kind, 1.0));
    }

    /** Of similarities with their weights. */
    static Objective mixture(Scene scene, Map<Similarity, Double> weights) {
        var fixed = scene.fixed(1);
        return new Objective(
                scene,
                new EnumMap<>(weights)
                        .entrySet().stream()
                                .map(e -> new Part(e.getValue(), e.getKey(), new Template(e.getKey(), fixed)))
                                .toList());
    }

    /** The same, with the pixels of the fixed frame in another order. */
    Objective shuffled(int[] order) {
        return new Objective(
                scene,
                parts.stream()
                        .map(p -> new Part(p.weight, p.kind, p.template.shuffled(order)))
                        .toList());
    }

    /** The same fixed frame and weights against the moving frame of another scene. */
    Objective against(Scene other) {
        return new Objective(other, parts);
    }

    Scene scene() {
        return scene;
    }

    /** E at a shift. */
    double value(double tx, double ty) {
        return at(tx, ty, 0).value();
    }

    /** E at a shift with first derivatives. */
    Score slope(double tx, double ty) {
        return at(tx, ty, 1);
    }

    /** E at a shift with first and second derivatives. */
    Score score(double tx, double ty) {
        return at(tx, ty, 2);
    }

    private Score at(double tx, double ty, int order) {
        var extra = parts.stream().mapToInt(p -> p.kind.extraOrder()).max().orElse(0);
        var moved = scene.moving(Points.FRAME.moved(tx, ty), order + extra);
        var sum = Score.ZERO;
        for (var part : parts) {
            var w = part.kind.feature(moved);
            sum = sum.plus(
                    part.weight,
                    order == 0 ? new Score(part.template.value(w.values()), 0, 0, 0, 0, 0) : part.template.score(w));
        }
        return sum;
    }

    /** E at every shift of a lattice, from frames sampled there. */
    double[] plane(Lattice lattice) {
        var sum = new double[lattice.shifts()];
        for (var part : parts) {
            var values = lattice.values(part.kind, part.template);
            for (var i = 0; i < sum.length; i++) {
                sum[i] += part.weight * values[i];
            }
        }
        return sum;
    }
}
