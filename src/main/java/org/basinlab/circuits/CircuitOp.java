package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.causal.MechanismOp;
import org.basinlab.causal.OpSample;
import org.basinlab.random.RandomStream;

/**
 * Does Op see a circuit choose? n is one of its inputs, A all units that compare, m the output or the regret, which is
 * the right answer less the output; over many inputs, each of its numbers being n in turn. Free, the output follows
 * whichever input is the largest. Frozen, every comparison stands as it stood, and the output moves as if nothing had been
 * chosen.
 */
final class CircuitOp {
    private static final int POINTS = 200;
    /** Long steps, on inputs from 0 to 1: the largest number may change. */
    private static final double DELTA = 0.25;
    /** Rounding of a few sums of numbers up to 1 in double precision. */
    private static final double ZERO = 1e-13;

    private CircuitOp() {}

    /** Of the circuit of a design, whose single output is a maximum. */
    static List<MechanismOp> of(Design design, long seed) {
        var all = new ArrayList<MechanismOp>();
        for (var regret : new boolean[] {false, true}) {
            for (var delta : new double[] {0, DELTA}) {
                var circuit = design.circuit(53);
                all.add(new MechanismOp(
                        "max of " + design.options() + ", " + design.form(),
                        "an input",
                        regret ? "regret" : "value",
                        "the comparisons",
                        delta,
                        sample(design, circuit, delta, regret, seed),
                        sample(design, circuit.miswired(), delta, regret, seed),
                        "every comparison feeds what another one of its layer fed"));
            }
        }
        return all;
    }

    private static OpSample sample(Design design, Circuit circuit, double delta, boolean regret, long seed) {
        var k = design.options();
        var free = new double[POINTS * k];
        var frozen = new double[POINTS * k];
        var random = new RandomStream(seed, RandomStream.CIRCUIT_INPUTS, 100);
        var answer = new Answer(design);
        for (var p = 0; p < POINTS; p++) {
            var x = new double[k];
            for (var i = 0; i < k; i++) {
                x[i] = random.uniform((long) p * k + i);
            }
            var worlds = new Worlds(circuit, x);
            for (var n = 0; n < k; n++) {
                var right = regret ? rightChange(answer, x, n, delta) : 0;
                var sign = regret ? -1 : 1;
                free[p * k + n] = right + sign * moved(worlds, n, delta, false);
                frozen[p * k + n] = right + sign * moved(worlds, n, delta, true);
            }
        }
        return OpSample.of(free, frozen, delta > 0 ? ZERO : 0);
    }

    private static double moved(Worlds worlds, int n, double delta, boolean frozen) {
        return delta > 0 ? worlds.change(n, delta, frozen) : worlds.derivative(n, frozen);
    }

    private static double rightChange(Answer answer, double[] x, int n, double delta) {
        var now = answer.to(x)[0];
        if (delta > 0) {
            var moved = x.clone();
            moved[n] += delta;
            return answer.to(moved)[0] - now;
        }
        return x[n] < now ? 0 : 1;
    }
}
