package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.entropy.EntropyResults.End;
import org.basinlab.entropy.EntropyResults.Ends;
import org.basinlab.entropy.EntropyResults.LawTable;
import org.basinlab.entropy.EntropyResults.Row;

/** A finite run's results from what was computed. */
final class EntropyNumbers {
    /** So many states of cycles are listed. */
    static final int LISTED = 1000;

    private static final int MOST_CELLS = 144;

    private EntropyNumbers() {}

    static EntropyResults of(EntropyConfig config, Course course) {
        var finite = config.finite();
        var map = finite.map();
        return new EntropyResults(
                kind(map),
                names(finite.split().a()),
                names(finite.split().b()),
                map.space().size(),
                course.bits(),
                course.steps().stream().map(EntropyNumbers::row).toList(),
                map.isDeterministic() ? ends(map) : null,
                tables(finite.split(), course),
                finite.thermostat() == null ? null : EpsilonFamily.of(finite.thermostat(), config.epsilons()),
                null);
    }

    private static String kind(FiniteSystem map) {
        if (map.isReversible()) {
            return "reversible";
        }
        return map.isDeterministic() ? "deterministic" : "stochastic";
    }

    private static List<String> names(StateSpace part) {
        return part.variables().stream().map(Variable::name).toList();
    }

    private static Row row(Course.Step step) {
        var free = step.free();
        var other = step.decorrelated();
        return new Row(
                step.step(),
                free.next(),
                other.next(),
                step.bits().strength(),
                step.bits().adjustedStrength(),
                free.a(),
                free.b(),
                free.mutualInformation(),
                other.a(),
                other.b(),
                other.mutualInformation(),
                free.noise(),
                free.loss(),
                other.noise(),
                other.loss());
    }

    private static Ends ends(FiniteSystem map) {
        var cycles = Cycles.of(map);
        var listed = new ArrayList<End>();
        var states = 0;
        for (var cycle : cycles) {
            states += cycle.states().size();
            if (states > LISTED) {
                break;
            }
            listed.add(new End(
                    cycle.states().stream()
                            .map(s -> String.join(" ", map.space().state(s)))
                            .toList(),
                    cycle.basin()));
        }
        return new Ends(
                cycles.size(),
                cycles.stream().mapToInt(cycle -> cycle.states().size()).sum(),
                listed);
    }

    private static List<LawTable> tables(Split split, Course course) {
        if (split.space().size() > MOST_CELLS) {
            return List.of();
        }
        return List.of(
                table("start", split, course.start()),
                table("next", split, course.next()),
                table("decorrelated", split, course.decorrelated()),
                table("decorrelated_next", split, course.decorrelatedNext()));
    }

    private static LawTable table(String name, Split split, JointLaw law) {
        return new LawTable(
                name,
                labels(split.a()),
                labels(split.b()),
                IntStream.range(0, split.a().size())
                        .mapToObj(a -> IntStream.range(0, split.b().size())
                                .mapToObj(b -> law.of(split.joint(a, b)))
                                .toList())
                        .toList());
    }

    static List<String> labels(StateSpace part) {
        return IntStream.range(0, part.size())
                .mapToObj(s -> String.join(" ", part.state(s)))
                .toList();
    }
}
