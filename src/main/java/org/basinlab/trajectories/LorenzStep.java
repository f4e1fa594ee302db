package org.basinlab.trajectories;

/** Factors of {@link LorenzKernels}: of a step by RK4, stage by stage. */
final class LorenzStep {
    /** Factors of a stage: of A, B and C on the way to the next one, then in the step's end. */
    static final int STAGE = 6;

    /** Of all stages. */
    static final int FACTORS = 4 * STAGE;

    private static final double[] ON_THE_WAY = {0.5, 0.5, 1, 0};
    private static final double[] IN_THE_END = {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6};

    private LorenzStep() {}

    /**
     * A stage's shares of the step, each times -sigma, -1 and -beta, or times 0 for a component that is held.
     *
     * @param held whether a, b and c are
     */
    static double[] factors(double h, double sigma, double beta, boolean... held) {
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
}
