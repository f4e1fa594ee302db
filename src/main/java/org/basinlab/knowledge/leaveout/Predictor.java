package org.basinlab.knowledge.leaveout;

/** What may tell, without leaving an element E out, how far each parameter would move were it left out. */
enum Predictor {
    /** The sum over E's datapoints of |update|: P3's. */
    TALLY("own tally"),
    /**
     * Synaptic intelligence (F. Zenke, B. Poole, S. Ganguli, "Continual learning through synaptic intelligence", 2017): the
     * path integral of the gradient along the steps taken, here those of E. A step of plain SGD is
     * {@code dtheta = -T g}, so {@code omega = sum g (-dtheta) = sum dtheta^2 / T}, the sum of squared update sizes. It is
     * their omega, before they divide by the squared displacement to make a curvature of it.
     */
    INTELLIGENCE("synaptic intelligence"),
    /** {@link Fisher#model}, at the end of training. */
    FISHER_MODEL("Fisher, model's"),
    /** {@link Fisher#empirical}, at the end of training. */
    FISHER_EMPIRICAL("Fisher, empirical"),
    /** The sum over all datapoints of |update|: update size alone, whoever caused it. */
    TOTAL("total update size"),
    /** |theta_T - theta_0|. */
    DISPLACEMENT("displacement"),
    /** |theta_T|. */
    MAGNITUDE("weight magnitude"),
    /** Of a weight: what came in through it, on average over E's datapoints; the network's part left out. */
    INPUT("mean input");

    private final String spelling;

    Predictor(String spelling) {
        this.spelling = spelling;
    }

    /** For people and tables. */
    @Override
    public String toString() {
        return spelling;
    }
}
