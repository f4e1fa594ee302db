package org.basinlab.operator;

import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.stream.Stream;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Formula;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;

/** Landscapes of these tests. */
final class Pits {
    /** Stationary points of l1, as published. */
    static final double START = 1.0036974;

    static final double BARRIER = 1.1959565;

    private Pits() {}

    /** A pit's step, written out: no code of the landscape's. */
    static double step(double w, Pit pit, double temperature, boolean second) {
        var g = 2 * (w - 2) * Math.exp(-(w - 2) * (w - 2));
        var k = pit.sharpness();
        var spike = 2 * pit.depth() * k * (w - 1) * Math.exp(-k * (w - 1) * (w - 1));
        return w - temperature * (second ? g + spike : g);
    }

    static SgdStep published(double temperature) {
        return new SgdStep(Pit.PUBLISHED, temperature);
    }

    static EscapeOperator escape(double temperature) {
        return new EscapeOperator(published(temperature), START, BARRIER);
    }

    /** g_j = slope_j W - offset_j. */
    static Landscape linear(double[] slopes, double[] offsets) {
        var losses = new DatapointLoss[slopes.length];
        for (var j = 0; j < losses.length; j++) {
            var w = parameter();
            losses[j] = new Formula(w.times(w).times(constant(slopes[j] / 2)).minus(w.times(constant(offsets[j]))));
        }
        return Landscape.of(losses);
    }

    /** Two pits, at -1 and 1: (W^2 - 1)^2 / 4 -+ push W. */
    static Landscape twoPits(double push) {
        return Landscape.of(Stream.of(push, -push)
                .map(p -> new Formula(quartic().plus(parameter().times(constant(p)))))
                .toArray(DatapointLoss[]::new));
    }

    private static Expression quartic() {
        var well = parameter().times(parameter()).minus(constant(1));
        return well.times(well).times(constant(0.25));
    }

    /** The losses of W as losses of -W. */
    static Landscape mirrored(Landscape landscape) {
        return Landscape.of(landscape.losses().stream().map(Pits::mirrored).toArray(DatapointLoss[]::new));
    }

    private static DatapointLoss mirrored(DatapointLoss loss) {
        return new DatapointLoss() {
            @Override
            public double value(double w) {
                return loss.value(-w);
            }

            @Override
            public double gradient(double w) {
                return -loss.gradient(-w);
            }

            @Override
            public double curvature(double w) {
                return loss.curvature(-w);
            }
        };
    }
}
