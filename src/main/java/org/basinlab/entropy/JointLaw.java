package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.basinlab.experiment.InputException;

/** A probability distribution over the joint states of a {@link StateSpace}. */
public final class JointLaw {
    /** Given probabilities may miss 1 by so much: written in ten digits they do. */
    static final double SLACK = 1e-9;

    private final StateSpace space;
    private final double[] p;

    /** For laws whose probabilities are right by construction; keeps the array. */
    JointLaw(StateSpace space, double[] p) {
        this.space = space;
        this.p = p;
    }

    /** All joint states alike. */
    public static JointLaw uniform(StateSpace space) {
        var p = new double[space.size()];
        Arrays.fill(p, 1.0 / p.length);
        return new JointLaw(space, p);
    }

    /**
     * A law by its states.
     *
     * @param probabilities of joint states; of those not named 0
     * @throws org.basinlab.experiment.InputException if one is negative or no number, they do not add up to 1, or there
     *     is no such state
     */
    public static JointLaw of(StateSpace space, Map<List<String>, Double> probabilities) {
        var p = new double[space.size()];
        probabilities.forEach((state, value) -> p[space.index(state)] += value);
        return new JointLaw(space, checked(() -> "the start", p));
    }

    /**
     * The law under which all variables are independent.
     *
     * @param marginals one for each variable, in their order: the probability of each of its states
     * @throws org.basinlab.experiment.InputException if a marginal is no distribution over its variable's states
     */
    public static JointLaw product(StateSpace space, List<double[]> marginals) {
        require(
                marginals.size() == space.variables().size(),
                "a product takes a distribution of each variable, %s, got %s",
                space.variables().size(),
                marginals.size());
        var checked = new double[marginals.size()][];
        for (var v = 0; v < checked.length; v++) {
            var variable = space.variables().get(v);
            require(
                    marginals.get(v).length == variable.states().size(),
                    "the start of %s takes %s probabilities, got %s",
                    variable.name(),
                    variable.states().size(),
                    marginals.get(v).length);
            checked[v] = checked(
                    () -> "the start of " + variable.name(), marginals.get(v).clone());
        }
        var p = new double[space.size()];
        for (var s = 0; s < p.length; s++) {
            p[s] = 1;
            for (var v = 0; v < checked.length; v++) {
                p[s] *= checked[v][space.digit(s, v)];
            }
        }
        return new JointLaw(space, p);
    }

    /** The same array if it is a distribution, scaled to a sum of 1 where it missed that by rounding; modified. */
    static double[] checked(Supplier<String> where, double[] p) {
        var sum = new CompensatedSum();
        for (var value : p) {
            if (!(value >= 0)) {
                throw new InputException(where.get() + ": a probability must be 0 or more, got " + value);
            }
            sum.add(value);
        }
        var total = sum.value();
        if (!(Math.abs(total - 1) <= SLACK)) {
            throw new InputException(
                    where.get() + ": probabilities add up to " + total + ", not to 1; write thirds as 1/3");
        }
        for (var i = 0; i < p.length; i++) {
            p[i] /= total;
        }
        return p;
    }

    /** What it is a law of. */
    public StateSpace space() {
        return space;
    }

    /** The probability of a joint state. */
    public double of(List<String> state) {
        return p[space.index(state)];
    }

    /** The probability of the joint state with this number. */
    public double of(int state) {
        return p[state];
    }

    /** All of them, by number: a copy. */
    public double[] probabilities() {
        return p.clone();
    }

    /** H of the joint state, in bits. */
    public double entropy() {
        return Entropy.bits(p);
    }

    /** H(A) in bits. */
    public double entropyOfA(Split split) {
        return Entropy.bits(marginalA(split));
    }

    /** H(B) in bits. */
    public double entropyOfB(Split split) {
        return Entropy.bits(marginalB(split));
    }

    /** {@code I(A; B) = H(A) + H(B) - H(A, B)} in bits, not below 0. */
    public double mutualInformation(Split split) {
        return Math.max(0, entropyOfA(split) + entropyOfB(split) - entropy());
    }

    /** P': the law with the same marginals of A and of B, and A independent of B. Its entropy is H(A) + H(B). */
    public JointLaw decorrelated(Split split) {
        var a = marginalA(split);
        var b = marginalB(split);
        var product = new double[p.length];
        for (var s = 0; s < p.length; s++) {
            product[s] = a[split.a(s)] * b[split.b(s)];
        }
        return new JointLaw(space, product);
    }

    double[] marginalA(Split split) {
        var marginal = new double[split.a().size()];
        for (var s = 0; s < p.length; s++) {
            marginal[split.a(s)] += p[s];
        }
        return marginal;
    }

    double[] marginalB(Split split) {
        var marginal = new double[split.b().size()];
        for (var s = 0; s < p.length; s++) {
            marginal[split.b(s)] += p[s];
        }
        return marginal;
    }
}
