package org.basinlab.trajectories;

import java.util.Arrays;
import java.util.Set;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.StepTapes;
import org.basinlab.dynamics.Stepping;

/** Factors of {@link LorenzKernels}: of a step by RK4, stage by stage. */
public final class LorenzStep {
    /** Factors of a stage: of A, B and C on the way to the next one, then in the step's end. */
    public static final int STAGE = 6;

    /** Of all stages. */
    public static final int FACTORS = 4 * STAGE;

    private static final double[] ON_THE_WAY = {0.5, 0.5, 1, 0};
    private static final double[] IN_THE_END = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};

    private LorenzStep() {}

    /**
     * A stage's shares of the step, each times -sigma, -1 and -beta, or times 0 for a component that is held.
     *
     * @param held whether a, b and c are
     */
    public static double[] factors(double h, double sigma, double beta, boolean... held) {
        var rates = new double[] {-sigma, -1, -beta};
        var factors = new double[FACTORS];
        for (var stage = 0; stage < ON_THE_WAY.length; stage++) {
            for (var j = 0; j < rates.length; j++) {
                var rate = held[j] ? 0 : rates[j];
                factors[stage * STAGE + j] = ON_THE_WAY[stage] * h * rate;
                factors[stage * STAGE + rates.length + j] = IN_THE_END[stage] * h * rate;
            }
        }
        return factors;
    }

    /** What a, b and c are counted in: A = a / units[0], and so on. */
    public static double[] units(double beta) {
        return new double[] {-Math.sqrt(beta), Math.sqrt(beta), 1};
    }

    /** Why this cannot run an ensemble; null if it can. */
    public static String refusal(Ensemble ensemble) {
        var stepping = ensemble.stepping();
        if (!same(stepping, new Stepping(Lorenz.of(0), Integrator.RK4, stepping.step()))) {
            return "runs Lorenz's system by rk4 and nothing else";
        }
        if (ensemble.parameters().varies(1) || ensemble.parameters().varies(2)) {
            return "needs one sigma and one beta for all trajectories";
        }
        return ensemble.parameters().at(2, 0) > 0 ? null : "needs a positive beta";
    }

    /** Whether they take the same step, whatever their names and the values of their parameters are. */
    private static boolean same(Stepping one, Stepping other) {
        if (one.system().nodes().size() != other.system().nodes().size()
                || one.system().parameters().size()
                        != other.system().parameters().size()) {
            return false;
        }
        var step = new StepTapes(one, Set.of()).plain();
        var same = new StepTapes(other, Set.of()).plain();
        return step.instructions().equals(same.instructions()) && Arrays.equals(step.outputs(), same.outputs());
    }
}
