package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.basinlab.experiment.InputException;

/**
 * A system with finitely many joint states and a map of them, deterministic or stochastic: {@code K(y | x)}, the
 * probability that state x is followed by y. A law P over states goes to {@code P_next(y) = sum_x K(y | x) P(x)}.
 *
 * <p>Memory is 12 bytes for each x, y with K &gt; 0; there may be at most {@value #MOST_MOVES} of them.
 */
public final class FiniteSystem {
    /** So many pairs of a state and one that may follow it are the most. */
    public static final int MOST_MOVES = 1 << 24;

    private final StateSpace space;
    /** The moves from state x have the places {@code first[x]} to {@code first[x + 1] - 1}. */
    private final int[] first;

    private final int[] to;
    private final double[] chance;

    private FiniteSystem(StateSpace space, int[] first, int[] to, double[] chance) {
        this.space = space;
        this.first = first;
        this.to = to;
        this.chance = chance;
    }

    /**
     * A deterministic system.
     *
     * @param next the joint state that follows a joint state
     */
    public static FiniteSystem map(StateSpace space, UnaryOperator<List<String>> next) {
        return chance(space, state -> Map.of(next.apply(state), 1.0));
    }

    /**
     * A stochastic system.
     *
     * @param next the probability of each joint state that can follow a joint state
     * @throws org.basinlab.experiment.InputException if they are no distribution over joint states
     */
    public static FiniteSystem chance(StateSpace space, Function<List<String>, Map<List<String>, Double>> next) {
        var moves = new Moves(space);
        for (var s = 0; s < space.size(); s++) {
            var state = space.state(s);
            var followers = new HashMap<Integer, Double>();
            next.apply(state).forEach((follower, p) -> followers.merge(space.index(follower), p, Double::sum));
            moves.row(s, state, followers);
        }
        return moves.system();
    }

    /**
     * A system from a table with a row for every joint state.
     *
     * @throws org.basinlab.experiment.InputException if a row is missing, is not of a joint state, or is no
     *     distribution
     */
    public static FiniteSystem table(StateSpace space, Map<List<String>, Map<List<String>, Double>> rows) {
        rows.keySet().forEach(space::index);
        return chance(space, state -> {
            if (!rows.containsKey(state)) {
                throw new InputException(String.format(
                        "the map has no row for \"%s\": every one of the %s joint states needs one",
                        String.join(" ", state), space.size()));
            }
            return rows.get(state);
        });
    }

    /**
     * A system by what each variable does; given the present joint state they draw independently of each other.
     *
     * @param rules one for each variable
     * @throws org.basinlab.experiment.InputException if a variable has no rule or two, or a rule lacks a row, has one
     *     too many or one that is no distribution
     */
    public static FiniteSystem rules(StateSpace space, List<Rule> rules) {
        var parts = new Follower[space.variables().size()];
        for (var rule : rules) {
            var v = space.variable(rule.variable());
            require(parts[v] == null, "%s has two rules: give it one", rule.variable());
            parts[v] = new Follower(space, rule);
        }
        for (var v = 0; v < parts.length; v++) {
            require(
                    parts[v] != null,
                    "%s has no rule: every variable needs one",
                    space.variables().get(v).name());
        }
        var moves = new Moves(space);
        for (var s = 0; s < space.size(); s++) {
            Map<Integer, Double> followers = Map.of(0, 1.0);
            for (var part : parts) {
                followers = part.times(s, followers);
            }
            moves.row(s, space.state(s), followers);
        }
        return moves.system();
    }

    /** One variable's rule, its rows found by the joint state. */
    private static final class Follower {
        private final StateSpace space;
        private final StateSpace given;
        private final int[] looksAt;
        private final double[][] rows;

        Follower(StateSpace space, Rule rule) {
            this.space = space;
            var states = space.variables().get(space.variable(rule.variable())).states();
            looksAt = rule.given().stream().mapToInt(space::variable).toArray();
            given = new StateSpace(
                    Arrays.stream(looksAt).mapToObj(space.variables()::get).toList());
            rows = new double[given.size()][];
            rule.rows().forEach((from, followers) -> {
                var p = new double[states.size()];
                followers.forEach((state, value) -> {
                    var digit = states.indexOf(state);
                    require(
                            digit >= 0,
                            "the rule of %s, row \"%s\": it has no state %s, it has %s",
                            rule.variable(),
                            String.join(" ", from),
                            state,
                            String.join(", ", states));
                    p[digit] = value;
                });
                rows[given.index(from)] = JointLaw.checked(
                        () -> "the rule of " + rule.variable() + ", row \"" + String.join(" ", from) + "\"", p);
            });
            for (var g = 0; g < rows.length; g++) {
                require(
                        rows[g] != null,
                        "the rule of %s has no row for \"%s\": every state of %s needs one",
                        rule.variable(),
                        String.join(" ", given.state(g)),
                        String.join(", ", rule.given()));
            }
        }

        /** Partial followers, each longer by this variable's next state. */
        Map<Integer, Double> times(int state, Map<Integer, Double> followers) {
            var g = 0;
            for (var v = 0; v < looksAt.length; v++) {
                g = g * given.variables().get(v).states().size() + space.digit(state, looksAt[v]);
            }
            var row = rows[g];
            var longer = new LinkedHashMap<Integer, Double>();
            followers.forEach((follower, p) -> {
                for (var digit = 0; digit < row.length; digit++) {
                    if (row[digit] > 0) {
                        longer.put(follower * row.length + digit, p * row[digit]);
                    }
                }
            });
            return longer;
        }
    }

    /** A system in the making. */
    private static final class Moves {
        private final StateSpace space;
        private final int[] first;
        private int[] to;
        private double[] chance;
        private int count;

        Moves(StateSpace space) {
            this.space = space;
            first = new int[space.size() + 1];
            to = new int[space.size()];
            chance = new double[space.size()];
        }

        void row(int s, List<String> state, Map<Integer, Double> followers) {
            var targets = followers.keySet().stream().sorted().mapToInt(i -> i).toArray();
            var p = Arrays.stream(targets).mapToDouble(followers::get).toArray();
            JointLaw.checked(() -> "what follows \"" + String.join(" ", state) + "\"", p);
            for (var i = 0; i < p.length; i++) {
                if (p[i] > 0) {
                    add(targets[i], p[i]);
                }
            }
            first[s + 1] = count;
        }

        private void add(int target, double p) {
            require(
                    count < MOST_MOVES,
                    "the map has more than %s pairs of a state and one that may follow it, the limit",
                    MOST_MOVES);
            if (count == to.length) {
                to = Arrays.copyOf(to, 2 * count);
                chance = Arrays.copyOf(chance, 2 * count);
            }
            to[count] = target;
            chance[count++] = p;
        }

        FiniteSystem system() {
            return new FiniteSystem(space, first, Arrays.copyOf(to, count), Arrays.copyOf(chance, count));
        }
    }

    /** Its states. */
    public StateSpace space() {
        return space;
    }

    /** The law one step later. */
    public JointLaw next(JointLaw law) {
        var p = new double[space.size()];
        for (var x = 0; x < p.length; x++) {
            for (var i = first[x]; i < first[x + 1]; i++) {
                p[to[i]] += chance[i] * law.of(x);
            }
        }
        return new JointLaw(space, p);
    }

    /** The law some steps later. */
    public JointLaw next(JointLaw law, int steps) {
        var now = law;
        for (var k = 0; k < steps; k++) {
            now = next(now);
        }
        return now;
    }

    /** Whether every state has one that follows it surely. */
    public boolean isDeterministic() {
        return to.length == space.size();
    }

    /** Whether it is deterministic and no two states have the same follower. */
    public boolean isReversible() {
        return isDeterministic() && Arrays.stream(to).distinct().count() == to.length;
    }

    /**
     * The state that follows another.
     *
     * @throws IllegalStateException if the system is stochastic
     */
    public int follower(int state) {
        if (!isDeterministic()) {
            throw new IllegalStateException("what follows a state of a stochastic system is a matter of chance");
        }
        return to[first[state]];
    }

    /** Each joint state that can follow another, with its probability. */
    public Map<List<String>, Double> followers(List<String> state) {
        var x = space.index(state);
        var followers = new LinkedHashMap<List<String>, Double>();
        for (var i = first[x]; i < first[x + 1]; i++) {
            followers.put(space.state(to[i]), chance[i]);
        }
        return followers;
    }

    /** {@code H(next | state)}: the bits that chance adds in one step; 0 of a deterministic system. */
    public double noise(JointLaw law) {
        var sum = new CompensatedSum();
        for (var x = 0; x < space.size(); x++) {
            if (law.of(x) > 0) {
                sum.add(law.of(x) * Entropy.bits(Arrays.copyOfRange(chance, first[x], first[x + 1])));
            }
        }
        return sum.value();
    }

    /**
     * {@code H(state | next)}: the bits of the state that cannot be told from the next one.
     * {@code S[next] = S[state] + noise - loss}; of a reversible system both are 0.
     */
    public double loss(JointLaw law) {
        var origins = new int[space.size() + 1];
        for (var target : to) {
            origins[target + 1]++;
        }
        for (var y = 0; y < space.size(); y++) {
            origins[y + 1] += origins[y];
        }
        var shares = new double[to.length];
        var place = origins.clone();
        for (var x = 0; x < space.size(); x++) {
            for (var i = first[x]; i < first[x + 1]; i++) {
                shares[place[to[i]]++] = chance[i] * law.of(x);
            }
        }
        var sum = new CompensatedSum();
        for (var y = 0; y < space.size(); y++) {
            var share = Arrays.copyOfRange(shares, origins[y], origins[y + 1]);
            var total = Arrays.stream(share).sum();
            if (total > 0) {
                for (var i = 0; i < share.length; i++) {
                    share[i] /= total;
                }
                sum.add(total * Entropy.bits(share));
            }
        }
        return sum.value();
    }
}
