package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every finite system, on random ones of three variables under a split of them. */
class IdentitiesTest {
    /** Sums of some hundred terms of the size of a bit. */
    private static final double ROUNDING = 1e-11;

    private static final StateSpace SPACE = new StateSpace(List.of(
            new Variable("u", List.of("a", "b", "c")),
            new Variable("v", List.of("0", "1")),
            new Variable("w", List.of("x", "y", "z", "t"))));
    private static final Split SPLIT = new Split(SPACE, List.of("w", "u"), List.of("v"));

    @Property(tries = 60)
    void entropyIsNoiseLessLossAndPartsLessInformation(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int steps) {
        var random = new Random(seed);
        var course = Course.of(stochastic(random), SPLIT, law(random), steps);
        for (var step : course.steps()) {
            for (var side : List.of(step.free(), step.decorrelated())) {
                assertThat(side.next()).isCloseTo(side.a() + side.b() - side.mutualInformation(), within(ROUNDING));
            }
            var bits = step.bits();
            assertThat(bits.next())
                    .isCloseTo(bits.start() + step.free().noise() - step.free().loss(), within(ROUNDING));
            assertThat(bits.adjustedStrength()).isCloseTo(bits.strength() - bits.mutualInformation(), within(ROUNDING));
            assertThat(bits.adjustedStrength())
                    .isCloseTo(
                            step.free().loss()
                                    - step.decorrelated().loss()
                                    + step.decorrelated().noise()
                                    - step.free().noise(),
                            within(ROUNDING));
        }
        assertThat(course.steps().get(0).decorrelated().mutualInformation()).isCloseTo(0, within(ROUNDING));
        assertThat(course.decorrelated().entropy())
                .isCloseTo(course.start().entropyOfA(SPLIT) + course.start().entropyOfB(SPLIT), within(ROUNDING));
    }

    /** For a deterministic map S[P] - S[P next] = H(state | next), and over N steps H(first state | last). */
    @Property(tries = 40)
    void deterministicMapsForgetWhatTheyLose(@ForAll long seed) {
        var random = new Random(seed);
        var targets = IntStream.range(0, SPACE.size())
                .map(s -> random.nextInt(SPACE.size()))
                .toArray();
        var system = FiniteSystem.map(SPACE, state -> SPACE.state(targets[SPACE.index(state)]));
        var law = law(random);
        assertThat(system.noise(law)).isZero();
        assertThat(system.loss(law)).isCloseTo(law.entropy() - system.next(law).entropy(), within(ROUNDING));
        var course = Course.of(system, SPLIT, law, 4);
        var twice = FiniteSystem.map(SPACE, state -> {
            var s = SPACE.index(state);
            for (var n = 0; n < 4; n++) {
                s = targets[s];
            }
            return SPACE.state(s);
        });
        assertThat(course.steps().get(4).free().loss()).isCloseTo(twice.loss(law), within(ROUNDING));
    }

    @Property(tries = 40)
    void reversibleMapsHaveNoAdjustedStrength(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int steps) {
        var random = new Random(seed);
        var order = new ArrayList<>(IntStream.range(0, SPACE.size()).boxed().toList());
        Collections.shuffle(order, random);
        var system = FiniteSystem.map(SPACE, state -> SPACE.state(order.get(SPACE.index(state))));
        assertThat(system.isReversible()).isTrue();
        var course = Course.of(system, SPLIT, law(random), steps);
        assertThat(course.bits().adjustedStrength()).isCloseTo(0, within(ROUNDING));
        assertThat(course.bits().strength()).isCloseTo(course.start().mutualInformation(SPLIT), within(ROUNDING));
    }

    /** A product law is its own P', so that both strengths are 0 whatever the map. */
    @Property(tries = 20)
    void independentPartsOptimizeNothing(@ForAll long seed) {
        var random = new Random(seed);
        var course = Course.of(stochastic(random), SPLIT, law(random).decorrelated(SPLIT), 3);
        assertThat(course.bits().strength()).isCloseTo(0, within(ROUNDING));
        assertThat(course.bits().mutualInformation()).isCloseTo(0, within(ROUNDING));
    }

    private static FiniteSystem stochastic(Random random) {
        return FiniteSystem.chance(SPACE, state -> {
            Map<List<String>, Double> row = new HashMap<>();
            var left = 1.0;
            for (var n = 0; n < 3; n++) {
                var p = n == 2 ? left : left * random.nextDouble();
                row.merge(SPACE.state(random.nextInt(SPACE.size())), p, Double::sum);
                left -= p;
            }
            return row;
        });
    }

    private static JointLaw law(Random random) {
        var p = IntStream.range(0, SPACE.size())
                .mapToDouble(s -> random.nextInt(4) == 0 ? 0 : -Math.log(1 - random.nextDouble()))
                .toArray();
        p[0] += 1e-3;
        var sum = IntStream.range(0, p.length).mapToDouble(s -> p[s]).sum();
        return new JointLaw(
                SPACE, IntStream.range(0, p.length).mapToDouble(s -> p[s] / sum).toArray());
    }
}
