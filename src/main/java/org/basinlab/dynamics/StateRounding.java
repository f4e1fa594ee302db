package org.basinlab.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;

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
    private final StepRegisters registers;
    private final int given;
    private final Map<Law, StepJacobian> jacobians;
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
        var plain = tapes.plain();
        local = new RunningError(plain);
        registers = new StepRegisters(system, List.of(plain));
        given = plain.parameters();
        jacobians = Map.of(
                Law.FREE, new StepJacobian(system, tapes, Law.FREE),
                Law.FROZEN, new StepJacobian(system, tapes, Law.FROZEN));
        spread = new double[d][d];
        inA = new boolean[d];
        for (var i = 0; i < d; i++) {
            inA[i] = frozen.contains(system.variables().get(i));
        }
    }

    /** The step from this state is taken, with A free or frozen. */
    public void advance(double[] state, Law law) {
        var d = state.length;
        var time = stepping.time(steps);
        var made = local.of(Arrays.copyOf(registers.filled(time, state), given));
        var noise = stepping.noise();
        if (noise.size() > 0) {
            // Adding it rounds once more.
            var added = local.output(noise.variable()) + noise.at(steps, stepping.step());
            made[noise.variable()] += RunningError.U * Math.abs(added);
        }
        var j = new Array2DRowRealMatrix(jacobians.get(law).at(time, state), false);
        var next = j.multiply(new Array2DRowRealMatrix(spread, false))
                .multiply(j.transpose())
                .getData();
        for (var i = 0; i < d; i++) {
            next[i][i] += law == Law.FROZEN && inA[i] ? 0 : made[i] * made[i] / 3;
        }
        spread = next;
        steps++;
    }

    /** What rounding has probably done to a variable at most, now. */
    public double bound(int variable) {
        return DEVIATIONS * Math.sqrt(spread[variable][variable]);
    }
}
