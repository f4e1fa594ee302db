package org.basinlab.landscape;

import java.util.List;

/**
 * A datapoint loss given as a formula: its derivatives are formulas too, and all three run as {@link Tape}s. Equal where
 * the formulas are.
 */
public final class Formula implements DatapointLoss {
    private final Expression loss;
    private final Expression slope;
    private final Expression curve;
    private final Tape lossTape;
    private final Tape slopeTape;
    private final Tape curveTape;

    /** The loss with this formula of W. */
    public Formula(Expression loss) {
        this.loss = loss;
        slope = loss.derivative();
        curve = slope.derivative();
        lossTape = Tape.of(List.of(loss));
        slopeTape = Tape.of(List.of(slope));
        curveTape = Tape.of(List.of(curve));
    }

    /** l_j(W). */
    public Expression loss() {
        return loss;
    }

    /** dl_j/dW. */
    public Expression slope() {
        return slope;
    }

    /** The derivative of that. */
    public Expression curve() {
        return curve;
    }

    @Override
    public double value(double w) {
        return lossTape.first(w);
    }

    @Override
    public double gradient(double w) {
        return slopeTape.first(w);
    }

    @Override
    public double curvature(double w) {
        return curveTape.first(w);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && loss.equals(formula.loss);
    }

    @Override
    public int hashCode() {
        return loss.hashCode();
    }

    /** The formula as text. */
    @Override
    public String toString() {
        return loss.toString();
    }
}
