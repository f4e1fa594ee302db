package org.basinlab.dynamics;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.basinlab.landscape.Tape;

/**
 * How far rounding has probably moved a course from the one of exact arithmetic, to first order. With l_s the bounds of the
 * rounding errors made in step s, errors independent and uniform within them, and J what the system makes of small differences in
 * a step, their covariance is at most
 *
 * <pre>
 *   C(t + 1) = J C(t) J^T + diag(l^2) / 3
 * </pre>
 *
 * which is carried along, so no course is stored. Independence is a model (N. J. Higham and T. Mary, A new approach to
 * probabilistic rounding error analysis, SIAM J. Sci. Comput. 41, 2019); what makes up for its faults is that l bounds each error
 * and is not its size, and that {@value #DEVIATIONS} standard deviations are taken. The bound that always holds grows with the
 * number of steps and not with its root, and is too large to be of use. Where A is frozen its variables are given and have no
 * error.
 */
public final class StateRounding {
    private static final int DEVIATIONS = 6;

    private final Stepping stepping;
    private final RunningError local;
    private final Map<Law, Tape> jacobians;
    private final boolean[] inA;
    private double[][] spread;
    private long steps;

    /**
     * At the start, which is exact.
     *
     * @param frozen A
     */
    public StateRounding(Stepping stepping, Set<String> frozen) {
        this.stepping = stepping;
        var system = stepping.system();
        var d = system.dimension();
        var tapes = new StepTapes(stepping, frozen);
        local = new RunningError(tapes.plain());
        jacobians = Map.of(
                Law.FREE, tapes.tangents(Collections.nCopies(d, Law.FREE)),
                Law.FROZEN, tapes.tangents(Collections.nCopies(d, Law.FROZEN)));
        spread = new double[d][d];
        inA = new boolean[d];
        for (var i = 0; i < d; i++) {
            inA[i] = frozen.contains(system.variables().get(i));
        }
    }

    /** The step from this state is taken, with A free or frozen. */
    public void advance(double[] state, Law law) {
        var d = state.length;
        var parameters = stepping.system().parameterValues();
        var given = new double[d + 1 + parameters.length];
        System.arraycopy(state, 0, given, 0, d);
        given[d] = stepping.time(steps);
        System.arraycopy(parameters, 0, given, d + 1, parameters.length);
        var made = local.of(given);
        var noise = stepping.noise();
        if (noise.size() > 0) {
            // Adding it rounds once more.
            var added = local.output(noise.variable()) + noise.at(steps, stepping.step());
            made[noise.variable()] += RunningError.U * Math.abs(added);
        }
        var j = new Array2DRowRealMatrix(jacobian(given, d, law), false);
        var next = j.multiply(new Array2DRowRealMatrix(spread, false))
                .multiply(j.transpose())
                .getData();
        for (var i = 0; i < d; i++) {
            next[i][i] += law == Law.FROZEN && inA[i] ? 0 : made[i] * made[i] / 3;
        }
        spread = next;
        steps++;
    }

    private double[][] jacobian(double[] given, int d, Law law) {
        var tape = jacobians.get(law);
        var registers = new double[tape.registers()];
        System.arraycopy(given, 0, registers, 0, given.length);
        for (var k = 0; k < d; k++) {
            registers[given.length + k * d + k] = law == Law.FROZEN && inA[k] ? 0 : 1;
        }
        var outputs = tape.outputsOf(registers);
        var j = new double[d][d];
        for (var k = 0; k < d; k++) {
            for (var i = 0; i < d; i++) {
                j[i][k] = outputs[(k + 1) * d + i];
            }
        }
        return j;
    }

    /** What rounding has probably done to a variable at most, now. */
    public double bound(int variable) {
        return DEVIATIONS * Math.sqrt(spread[variable][variable]);
    }
}
