package org.basinlab.report;

import java.awt.geom.Rectangle2D;
import org.basinlab.experiment.Figure;

/** Where everything of a {@link Figure.HeatMap} stands, in CSS pixels: panels in two columns, the legend below. */
record HeatMapLayout(Figure.HeatMap figure) {
    static final double MARGIN = 10;
    /** What the rows' names may take. */
    static final double NAMES = 84;
    /** Height of a row of cells. */
    static final double ROW = 23;
    /** Height of the line of a panel's name. */
    static final double HEADING = 24;
    /** Height of the line of the columns' labels. */
    static final double LABELS = 20;
    /** Height of a line of words. */
    static final double LINE = 22;
    /** Height of the colour bar with its numbers. */
    static final double BAR = 34;

    private static final double GAP = 10;
    private static final double TOP = 4;

    /** Panels beside each other. */
    int across() {
        return figure.panels().size() < 2 ? 1 : 2;
    }

    private int down() {
        return Math.max(1, (figure.panels().size() + across() - 1) / across());
    }

    private double panelHeight() {
        return HEADING + ROW * Math.max(1, figure.rows().size()) + LABELS;
    }

    /** The cells of a panel. */
    Rectangle2D cells(int panel) {
        var width = (Drawing.WIDTH - 2 * MARGIN - NAMES - GAP * (across() - 1)) / across();
        var row = panel / across();
        var column = panel % across();
        return new Rectangle2D.Double(
                MARGIN + NAMES + column * (width + GAP),
                TOP + row * panelHeight() + HEADING,
                width,
                ROW * figure.rows().size());
    }

    /** The line of words under the panels: what the columns are. */
    double columnsName() {
        return TOP + down() * panelHeight();
    }

    /** Top of the colour bar's name. */
    double legend() {
        return columnsName() + LINE + 4;
    }

    boolean outlines() {
        return figure.panels().stream().anyMatch(panel -> {
            for (var outlined : panel.outlined()) {
                if (outlined) {
                    return true;
                }
            }
            return false;
        });
    }

    /** Top of the line that explains outlines and the reference. */
    double keys() {
        return legend() + LINE + BAR + 4;
    }

    int height() {
        var lines = (outlines() ? 1 : 0) + (figure.reference() == null ? 0 : 1);
        return (int) Math.ceil(keys() + lines * LINE + 4);
    }
}
