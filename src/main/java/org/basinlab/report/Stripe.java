package org.basinlab.report;

import java.awt.Paint;
import org.jfree.chart.renderer.PaintScale;

/** The colours of a legend, by the coordinate on its axis. */
record Stripe(Scale scale, ColourScale colours) implements PaintScale {
    @Override
    public double getLowerBound() {
        return scale.low();
    }

    @Override
    public double getUpperBound() {
        return scale.high();
    }

    @Override
    public Paint getPaint(double coordinate) {
        return colours.at((coordinate - scale.low()) / (scale.high() - scale.low()));
    }
}
