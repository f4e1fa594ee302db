package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;

/**
 * A law P and its decorrelated P' over some steps of a finite system, with every entropy on the way.
 *
 * @param start            P
 * @param next             P after the last step
 * @param decorrelated     P'
 * @param decorrelatedNext P' after the last step
 * @param steps            from 0, one more than steps were taken
 */
public record Course(
        JointLaw start, JointLaw next, JointLaw decorrelated, JointLaw decorrelatedNext, List<Step> steps) {
    /** More steps than these are not taken. */
    public static final int MOST_STEPS = 100_000;

    public Course {
        steps = List.copyOf(steps);
    }

    /**
     * After k steps.
     *
     * <p>{@code next = a + b - mutual_information}, and {@code next = S[P] + noise - loss}: noise and loss are sums
     * over the k steps of H(next | state) and H(state | next). For a deterministic map the latter is H(first state |
     * state after k steps).
     *
     * @param next   S of P after k steps
     * @param a      H(A) of it
     * @param b      H(B)
     * @param noise  bits that chance has added
     * @param loss   bits that were forgotten
     */
    public record Side(double next, double a, double b, double mutualInformation, double noise, double loss) {}

    /** Both laws after k steps, and what {@link Bits} says of so many. */
    public record Step(int step, Side free, Side decorrelated, Bits bits) {}

    /** Takes the steps. */
    public static Course of(FiniteSystem system, Split split, JointLaw start, int steps) {
        require(steps >= 0 && steps <= MOST_STEPS, "--steps must be from 0 to %s, got %s", MOST_STEPS, steps);
        var free = new Walk(system, split, start);
        var decorrelated = new Walk(system, split, start.decorrelated(split));
        var rows = new ArrayList<Step>();
        var first = free.side();
        var other = decorrelated.side();
        rows.add(new Step(0, first, other, Bits.of(first.next, first.next, other.next, other.next)));
        for (var k = 1; k <= steps; k++) {
            var one = free.step();
            var two = decorrelated.step();
            rows.add(new Step(k, one, two, Bits.of(first.next, one.next, other.next, two.next)));
        }
        return new Course(start, free.law, start.decorrelated(split), decorrelated.law, rows);
    }

    /** After all steps. */
    public Bits bits() {
        return steps.get(steps.size() - 1).bits();
    }

    /** One law under way. */
    private static final class Walk {
        private final FiniteSystem system;
        private final Split split;
        private JointLaw law;
        private double noise;
        private double loss;

        Walk(FiniteSystem system, Split split, JointLaw law) {
            this.system = system;
            this.split = split;
            this.law = law;
        }

        Side step() {
            noise += system.isDeterministic() ? 0 : system.noise(law);
            loss += system.loss(law);
            law = system.next(law);
            return side();
        }

        Side side() {
            return new Side(
                    law.entropy(),
                    law.entropyOfA(split),
                    law.entropyOfB(split),
                    law.mutualInformation(split),
                    noise,
                    loss);
        }
    }
}
