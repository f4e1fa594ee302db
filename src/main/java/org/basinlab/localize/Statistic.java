package org.basinlab.localize;

/** A measure of one's own, taken of every replica beside Basin's. */
public interface Statistic {
    /** Its key in the results. */
    String name();

    /**
     * Its value; NaN where it has none.
     *
     * @param sizes      r, q and what they are made of, one of each a parameter
     * @param parameters what each parameter is
     */
    double of(RelativeSizes sizes, ParameterMap parameters);
}
