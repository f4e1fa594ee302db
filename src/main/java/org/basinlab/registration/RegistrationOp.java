package org.basinlab.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.basinlab.causal.MechanismOp;
import org.basinlab.causal.OpSample;
import org.basinlab.experiment.Threads;
import org.basinlab.registration.ShiftSearch.Optimum;

/**
 * Op (P7) of the search for a shift: n is the true shift in x, A the found shift, m the misregistration in x or the inner objective
 * reached. Frozen, the found shift keeps its value from the world before n was changed.
 *
 * <pre>
 *   m = t_x - d_x:     free dt* /dd - 1,    frozen -1,      Comp = 1 - dt* /dd
 *   m = E(t*, d):      free dE/dd,          frozen dE/dd:   the search stands where dE/dt = 0, so Comp = 1 and Op = 0
 * </pre>
 *
 * <p>So to first order Op sees how the found shift follows the true one, and nothing of the objective that the search raises;
 * nor of a constant distance between the two, which a lesion makes. A finite change of d shows the second order of E.
 */
final class RegistrationOp {
    /** Pixels. */
    private static final double DELTA = 0.5;
    /** Of derivatives: what solving for dt* /dd and the differences of {@link Answer} leave. */
    private static final double ROUNDED_RATE = 1e-7;
    /** Of finite changes, pixels or units of E: twice what the search leaves open. */
    private static final double ROUNDED_CHANGE = 1e-8;

    private static final String N = "true shift in x";
    private static final String A = "found shift";
    static final String MISREGISTRATION = "misregistration in x";
    private static final String INNER = "inner objective reached";
    static final String NO_STEPS = "stopped after 0 steps, at no shift";
    private static final String SHUFFLED = "objective evaluated on a fixed image with shuffled pixels";

    private final Scenes scenes;
    private final int cases;
    private final double strength;

    RegistrationOp(Scenes scenes, int cases, double strength) {
        this.scenes = scenes;
        this.cases = cases;
        this.strength = strength;
    }

    /** What one case gives: changes of m by a change of n. */
    private record Change(double free, double frozen) {}

    /** One case, asked everything: rows of changes in the order of {@link Row}. */
    private record Asked(Change[] intact, Change[] broken) {}

    private enum Row {
        RATE_OF_ERROR,
        CHANGE_OF_ERROR,
        RATE_OF_INNER,
        CHANGE_OF_INNER
    }

    /** Asks every objective under every disturbance. */
    List<MechanismOp> run(int threads) {
        var all = new ArrayList<MechanismOp>();
        var names = Courses.names();
        for (var kind : Similarity.values()) {
            var tasks = new ArrayList<Callable<List<Asked>>>();
            for (var k = 0; k < cases; k++) {
                var number = k;
                tasks.add(() -> Courses.disturbed(scenes, number, strength).stream()
                        .map(scene -> asked(scene, kind))
                        .toList());
            }
            var asked = Threads.all(threads, tasks);
            for (var d = 0; d < names.size(); d++) {
                var at = d;
                var own = asked.stream().map(a -> a.get(at)).toList();
                var mechanism = "registration by " + kind.label()
                        + (d == 0 ? ", undisturbed" : ", " + names.get(d) + " " + strength);
                for (var row : Row.values()) {
                    all.add(op(mechanism, row, own));
                }
            }
            all.add(shuffled(kind, threads));
        }
        return all;
    }

    private static MechanismOp op(String mechanism, Row row, List<Asked> asked) {
        var rate = row == Row.RATE_OF_ERROR || row == Row.RATE_OF_INNER;
        var zero = rate ? ROUNDED_RATE : ROUNDED_CHANGE;
        var inner = row == Row.RATE_OF_INNER || row == Row.CHANGE_OF_INNER;
        return new MechanismOp(
                mechanism,
                N,
                inner ? INNER : MISREGISTRATION,
                A,
                rate ? 0 : DELTA,
                sample(asked.stream().map(a -> a.intact[row.ordinal()]).toList(), zero),
                sample(asked.stream().map(a -> a.broken[row.ordinal()]).toList(), zero),
                NO_STEPS);
    }

    private static OpSample sample(List<Change> changes, double zero) {
        return OpSample.of(
                changes.stream().mapToDouble(Change::free).toArray(),
                changes.stream().mapToDouble(Change::frozen).toArray(),
                zero);
    }

    private static Asked asked(Scene scene, Similarity kind) {
        var objective = Objective.of(scene, kind);
        var at = ShiftSearch.best(objective);
        var moved = objective.against(scene.shifted(scene.dx() + DELTA, scene.dy()));
        var there = ShiftSearch.best(moved);
        var answer = Answer.toShift(objective, at)[0];
        var rate = Answer.ofValue(objective, at.x(), at.y());
        var before = at.score().value();
        // By the chain rule; its first part is 0 but where the border holds the optimum.
        var free = at.score().x() * answer + rate;
        var atRest = objective.value(0, 0);
        var rateAtRest = Answer.ofValue(objective, 0, 0);
        var changeAtRest = moved.value(0, 0) - atRest;
        return new Asked(
                new Change[] {
                    new Change(answer - 1, -1),
                    new Change(there.x() - at.x() - DELTA, -DELTA),
                    new Change(free, rate),
                    new Change(there.score().value() - before, moved.value(at.x(), at.y()) - before)
                },
                new Change[] {
                    new Change(-1, -1),
                    new Change(-DELTA, -DELTA),
                    new Change(rateAtRest, rateAtRest),
                    new Change(changeAtRest, changeAtRest)
                });
    }

    /** Undisturbed, with a target that has no anatomy in it. */
    private MechanismOp shuffled(Similarity kind, int threads) {
        var orders = scenes.stream(6);
        var tasks = IntStream.range(0, cases)
                .mapToObj(k -> (Callable<Change[]>) () -> {
                    var scene = scenes.scene(k, Nuisance.ARTEFACT, 0);
                    var objective = Objective.of(scene, kind);
                    var lost = objective.shuffled(orders.permutation(Points.SIDE * Points.SIDE, k));
                    return new Change[] {
                        rate(objective, ShiftSearch.best(objective)), rate(lost, ShiftSearch.best(lost))
                    };
                })
                .toList();
        var changes = Threads.all(threads, tasks);
        return new MechanismOp(
                "registration by " + kind.label() + ", undisturbed",
                N,
                MISREGISTRATION,
                A,
                0,
                sample(changes.stream().map(c -> c[0]).toList(), ROUNDED_RATE),
                sample(changes.stream().map(c -> c[1]).toList(), ROUNDED_RATE),
                SHUFFLED);
    }

    private static Change rate(Objective objective, Optimum at) {
        return new Change(Answer.toShift(objective, at)[0] - 1, -1);
    }
}
