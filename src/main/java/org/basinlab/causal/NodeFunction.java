package org.basinlab.causal;

/** How a node follows from its parents. */
public interface NodeFunction {
    /** Its value. */
    double value(double[] parents);

    /** Its derivative along a direction: the sum over the parents of the partial derivative times their direction. */
    double derivative(double[] parents, double[] directions);
}
