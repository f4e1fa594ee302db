package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

/** Systems, splits and laws: what they do, and what they refuse. */
class FiniteSystemTest {
    private static final StateSpace SPACE = new StateSpace(
            List.of(new Variable("switch", List.of("up", "down")), new Variable("lamp", List.of("lit", "dark"))));

    @Test
    void statesAndNumbersAreInverse() {
        var space = new StateSpace(List.of(
                new Variable("a", List.of("0", "1", "2")),
                new Variable("b", List.of("x", "y")),
                new Variable("c", List.of("p", "q", "r", "s"))));
        assertThat(space.size()).isEqualTo(24);
        for (var s = 0; s < 24; s++) {
            assertThat(space.index(space.state(s))).isEqualTo(s);
        }
        assertThat(space.state(23)).containsExactly("2", "y", "s");
        var split = new Split(space, List.of("c", "a"), List.of("b"));
        for (var s = 0; s < 24; s++) {
            assertThat(split.joint(split.a(s), split.b(s))).isEqualTo(s);
            assertThat(split.a().state(split.a(s)))
                    .containsExactly(space.state(s).get(2), space.state(s).get(0));
        }
        assertThat(Split.of(space, List.of("b")).b().variables())
                .extracting(Variable::name)
                .containsExactly("a", "c");
    }

    @Test
    void rulesMakeTheSameSystemAsATable() {
        var rules = FiniteSystem.rules(
                SPACE,
                List.of(
                        new Rule(
                                "lamp",
                                List.of("switch"),
                                Map.of(List.of("up"), Map.of("lit", 1.0), List.of("down"), Map.of("dark", 1.0))),
                        new Rule(
                                "switch",
                                List.of("lamp", "switch"),
                                Map.of(
                                        List.of("lit", "up"), Map.of("down", 1.0),
                                        List.of("lit", "down"), Map.of("down", 1.0),
                                        List.of("dark", "up"), Map.of("up", 0.75, "down", 0.25),
                                        List.of("dark", "down"), Map.of("up", 1.0)))));
        assertThat(rules.isDeterministic()).isFalse();
        assertThat(rules.followers(List.of("up", "dark")))
                .isEqualTo(Map.of(List.of("up", "lit"), 0.75, List.of("down", "lit"), 0.25));
        assertThat(rules.followers(List.of("down", "lit"))).isEqualTo(Map.of(List.of("down", "dark"), 1.0));
        var next = rules.next(JointLaw.uniform(SPACE));
        assertThat(next.of(List.of("up", "lit"))).isCloseTo(0.1875, within(1e-16));
        assertThatIllegalStateException().isThrownBy(() -> rules.follower(0));
        // H of (3/4, 1/4), at one of four states.
        assertThat(rules.noise(JointLaw.uniform(SPACE)))
                .isCloseTo((2 - 0.75 * Math.log(3) / Math.log(2)) / 4, within(1e-15));
    }

    @Test
    void largeSystemsAreNoTrouble() {
        var states = IntStream.range(0, 150).mapToObj(String::valueOf).toList();
        var space = new StateSpace(List.of(new Variable("x", states), new Variable("y", states)));
        // A shift of both is reversible.
        var system = FiniteSystem.map(
                space,
                state -> List.of(
                        states.get((Integer.parseInt(state.get(0)) + 1) % 150),
                        states.get((Integer.parseInt(state.get(1)) + 2) % 150)));
        assertThat(system.isReversible()).isTrue();
        assertThat(system.next(JointLaw.uniform(space)).entropy())
                .isCloseTo(2 * Math.log(150) / Math.log(2), within(1e-10));
        assertThat(Cycles.of(system)).hasSize(150).allMatch(c -> c.states().size() == 150 && c.basin() == 150);
    }

    @Test
    void whatIsNoSystemIsRefused() {
        refused("lamp has the state lit twice", () -> new Variable("lamp", List.of("lit", "lit")));
        refused("no states", () -> new Variable("lamp", List.of()));
        refused("one word", () -> new Variable("lamp", List.of("very dark")));
        refused(
                "two variables are named x",
                () -> new StateSpace(List.of(new Variable("x", List.of("0")), new Variable("x", List.of("1")))));
        var many = IntStream.range(0, 1100).mapToObj(String::valueOf).toList();
        refused(
                "1048576 joint states",
                () -> new StateSpace(List.of(new Variable("x", many), new Variable("y", many))));
        refused("lamp has no state blue", () -> SPACE.index(List.of("up", "blue")));
        refused("no joint state", () -> SPACE.index(List.of("up")));
        refused(
                "no row for \"down dark\"",
                () -> FiniteSystem.table(
                        SPACE,
                        Map.of(
                                List.of("up", "lit"), Map.of(List.of("up", "lit"), 1.0),
                                List.of("up", "dark"), Map.of(List.of("up", "lit"), 1.0),
                                List.of("down", "lit"), Map.of(List.of("up", "lit"), 1.0))));
        refused(
                "what follows \"up lit\": probabilities add up to 0.9",
                () -> FiniteSystem.chance(SPACE, state -> Map.of(state, 0.9)));
        refused(
                "must be 0 or more, got -0.5",
                () -> FiniteSystem.chance(
                        SPACE,
                        state -> Map.of(
                                state,
                                1.5,
                                List.of("up", "up".equals(state.get(0)) && "lit".equals(state.get(1)) ? "dark" : "lit"),
                                -0.5)));
        refused("must be 0 or more, got NaN", () -> JointLaw.of(SPACE, Map.of(List.of("up", "lit"), Double.NaN)));
        refused("the start: probabilities add up to 0.5", () -> JointLaw.of(SPACE, Map.of(List.of("up", "lit"), 0.5)));
        refused("no rule", () -> FiniteSystem.rules(SPACE, List.of()));
    }

    @Test
    void whatIsNoSplitIsRefused() {
        refused("part A is empty", () -> new Split(SPACE, List.of(), List.of("switch", "lamp")));
        refused("part B is empty", () -> Split.of(SPACE, List.of("switch", "lamp")));
        refused(
                "leaves lamp out",
                () -> new Split(
                        new StateSpace(List.of(
                                new Variable("switch", List.of("0")),
                                new Variable("x", List.of("0")),
                                new Variable("lamp", List.of("0")))),
                        List.of("switch"),
                        List.of("x")));
        refused("names lamp twice", () -> new Split(SPACE, List.of("switch", "lamp"), List.of("lamp")));
        refused("no variable bulb", () -> new Split(SPACE, List.of("switch"), List.of("bulb")));
    }

    private static void refused(String named, Runnable act) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(act::run)
                .withMessageContaining(named)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
