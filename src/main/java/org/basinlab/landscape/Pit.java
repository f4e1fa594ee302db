package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;
import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.List;
import java.util.Optional;

/**
 * P1's landscape of two datapoints: {@code l0 = -exp(-(W-2)^2)}, {@code l1 = l0 - D exp(-k (W-1)^2)}. The second has a
 * pit near 1.
 *
 * <p>The means are computed in closed form: with g = l0' and s the slope of l1 - l0, G = g + s/2 and S2 = s^2/4.
 */
public final class Pit implements Landscape {
    /** As published. */
    public static final Pit PUBLISHED = new Pit(1, 100);

    private final double depth;
    private final double sharpness;
    private final FormulaLandscape formulas;

    /**
     * The pit with this depth and sharpness.
     *
     * @param depth     D
     * @param sharpness k, at least 0
     */
    public Pit(double depth, double sharpness) {
        require(Double.isFinite(depth), "--depth must be a finite number, got %s", depth);
        require(
                sharpness >= 0 && Double.isFinite(sharpness),
                "--sharpness must be a finite number, not negative, got %s",
                sharpness);
        this.depth = depth;
        this.sharpness = sharpness;
        var well = bell(2, 1).negate();
        formulas = new FormulaLandscape(List.of(
                new Formula(well), new Formula(well.minus(bell(1, sharpness).times(constant(depth))))));
    }

    /** exp(-k (W-c)^2). */
    private static Expression bell(double centre, double k) {
        var distance = parameter().minus(constant(centre));
        return distance.times(distance).times(constant(-k)).exp();
    }

    /** D. */
    public double depth() {
        return depth;
    }

    /** k. */
    public double sharpness() {
        return sharpness;
    }

    @Override
    public List<Formula> losses() {
        return formulas.losses();
    }

    @Override
    public Optional<Tape> gradients() {
        return formulas.gradients();
    }

    @Override
    public double loss(double w) {
        return -Math.exp(-(w - 2) * (w - 2)) - 0.5 * depth * spike(w);
    }

    @Override
    public double gradient(double w) {
        return 2 * (w - 2) * Math.exp(-(w - 2) * (w - 2)) + 0.5 * spikeSlope(w);
    }

    @Override
    public double curvature(double w) {
        var x = (w - 2) * (w - 2);
        return (2 - 4 * x) * Math.exp(-x) + 0.5 * spikeCurve(w);
    }

    @Override
    public double variance(double w) {
        return 0.25 * spikeSlope(w) * spikeSlope(w);
    }

    @Override
    public double varianceSlope(double w) {
        return 0.5 * spikeSlope(w) * spikeCurve(w);
    }

    private double spike(double w) {
        return Math.exp(-sharpness * (w - 1) * (w - 1));
    }

    private double spikeSlope(double w) {
        return 2 * depth * sharpness * (w - 1) * spike(w);
    }

    private double spikeCurve(double w) {
        return 2 * depth * sharpness * (1 - 2 * sharpness * (w - 1) * (w - 1)) * spike(w);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pit pit && depth == pit.depth && sharpness == pit.sharpness;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(depth) + Double.hashCode(sharpness);
    }

    @Override
    public String toString() {
        return "Pit[depth=" + depth + ", sharpness=" + sharpness + "]";
    }
}
