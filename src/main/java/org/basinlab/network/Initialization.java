package org.basinlab.network;

import org.basinlab.random.RandomStream;

/** How a layer's weights are drawn, n the weights of a unit (its fan-in) and m the fan-out. */
public enum Initialization {
    /** Normal with variance 2/n (He et al. 2015). P4's. */
    HE("he"),
    /** Uniform on +-sqrt(6/n), which has the same variance. */
    HE_UNIFORM("he-uniform"),
    /** Normal with variance 2/(n + m) (Glorot and Bengio 2010). */
    GLOROT("glorot"),
    /** Normal with variance 1/n (LeCun et al. 1998). */
    LECUN("lecun");

    private final String spelling;

    Initialization(String spelling) {
        this.spelling = spelling;
    }

    /** Weight {@code k} of a layer. */
    double weight(RandomStream random, long k, int fanIn, int fanOut) {
        return switch (this) {
            case HE -> Math.sqrt(2.0 / fanIn) * random.normal(k);
            case HE_UNIFORM -> Math.sqrt(6.0 / fanIn) * (2 * random.uniform(k) - 1);
            case GLOROT -> Math.sqrt(2.0 / (fanIn + fanOut)) * random.normal(k);
            case LECUN -> Math.sqrt(1.0 / fanIn) * random.normal(k);
        };
    }

    /** As the command line spells it. */
    @Override
    public String toString() {
        return spelling;
    }
}
