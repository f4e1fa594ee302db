package org.basinlab.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.random.RandomStream;
import org.basinlab.registration.RegistrationResult.Field;
import org.basinlab.registration.RegistrationResult.Search;

/** Inner and outer objective along searches: for a shift within budgets, and for a field step by step. */
final class Courses {
    /** Evaluations of the objective; square numbers, for lattices. */
    private static final int[] BUDGETS = {1, 4, 9, 16, 25, 36, 49, 64};
    /** The field's true shift is so much smaller: its search starts at no displacement and follows the slope. */
    private static final double NEARER = 0.5;
    /** Length of the first step over all control points together: one of them moves by a tenth of a pixel or so. */
    private static final double FIRST = 1;

    private Courses() {}

    /**
     * One course of one pair.
     *
     * @param inner after each budget or step
     * @param error outer, after each
     * @param truth inner objective at the truth
     */
    record Course(double[] inner, double[] error, double truth) {}

    /** The disturbances: none, then each nuisance. */
    static List<Scene> disturbed(Scenes scenes, int number, double strength) {
        var all = new ArrayList<Scene>();
        all.add(scenes.scene(number, Nuisance.ARTEFACT, 0));
        for (var kind : Nuisance.values()) {
            all.add(scenes.scene(number, kind, strength));
        }
        return all;
    }

    /** Names of the disturbances. */
    static List<String> names() {
        var names = new ArrayList<String>();
        names.add("none");
        Arrays.stream(Nuisance.values()).map(Nuisance::label).forEach(names::add);
        return names;
    }

    /** All searches of one case: disturbance, objective, method, one after the other. */
    static List<Course> searches(Scenes scenes, int number, double strength) {
        var courses = new ArrayList<Course>();
        var random = scenes.stream(5);
        for (var scene : disturbed(scenes, number, strength)) {
            for (var kind : Similarity.values()) {
                var objective = Objective.of(scene, kind);
                for (var method : Method.values()) {
                    courses.add(search(objective, method, random, number));
                }
            }
        }
        return courses;
    }

    private static Course search(Objective objective, Method method, RandomStream random, int number) {
        var scene = objective.scene();
        var found = method.run(objective, BUDGETS, random, number);
        return new Course(
                Arrays.stream(found)
                        .mapToDouble(t -> objective.value(t[0], t[1]))
                        .toArray(),
                Arrays.stream(found).mapToDouble(t -> scene.error(t[0], t[1])).toArray(),
                objective.value(scene.dx(), scene.dy()));
    }

    /** The means of all cases, in the order of {@link #searches}. */
    static List<Search> searches(List<List<Course>> cases) {
        var searches = new ArrayList<Search>();
        for (var nuisance : names()) {
            for (var kind : Similarity.values()) {
                for (var method : Method.values()) {
                    var at = searches.size();
                    var own = cases.stream().map(c -> c.get(at)).toList();
                    searches.add(new Search(
                            nuisance,
                            kind.label(),
                            method.label(),
                            Arrays.stream(BUDGETS).boxed().toList(),
                            list(Turn.means(inner(own))),
                            list(Turn.means(errors(own))),
                            Turn.of(errors(own), BUDGETS)));
                }
            }
        }
        return searches;
    }

    /** One field of one case. */
    static Course field(Scenes scenes, int number, int disturbance, RegistrationConfig config, double stiffness) {
        var far = disturbed(scenes, number, config.strength()).get(disturbance);
        var scene = far.shifted(NEARER * far.dx(), NEARER * far.dy());
        var search = new FreeForm(scene, Similarity.NCC, stiffness);
        var inner = new double[config.warps() + 1];
        var error = new double[config.warps() + 1];
        var count = new int[1];
        Ascent.climb(search, FreeForm.still(), FIRST, config.warps(), c -> {
            inner[count[0]] = search.similarity(c);
            error[count[0]] = search.error(c);
            count[0]++;
        });
        // A search that ended early stays where it is.
        Arrays.fill(inner, count[0], inner.length, inner[count[0] - 1]);
        Arrays.fill(error, count[0], error.length, error[count[0] - 1]);
        return new Course(inner, error, search.similarity(FreeForm.shift(scene.dx(), scene.dy())));
    }

    /** The means of all cases of one field. */
    static Field field(String nuisance, double stiffness, List<Course> cases) {
        var steps = Misalignment.numbers(cases.get(0).inner.length).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        return new Field(
                nuisance,
                stiffness,
                list(Turn.means(inner(cases))),
                list(Turn.means(errors(cases))),
                cases.stream().mapToDouble(Course::truth).average().orElseThrow(),
                Turn.of(errors(cases), steps));
    }

    private static double[][] inner(List<Course> cases) {
        return cases.stream().map(Course::inner).toArray(double[][]::new);
    }

    private static double[][] errors(List<Course> cases) {
        return cases.stream().map(Course::error).toArray(double[][]::new);
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
