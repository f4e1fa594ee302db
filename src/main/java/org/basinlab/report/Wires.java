package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeMap;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.NodeRole;
import org.basinlab.experiment.Figure.Wire;

/**
 * The lines of a {@link Figure.Wiring}. All of one look are one shape: each a shape of its own, the wires of a large
 * network would make a picture of megabytes. Those of larger weight lie over the others.
 */
record Wires(Figure.Wiring figure, WiringLayout layout, Theme theme) {
    /** Looks of each sign. */
    private static final int LEVELS = 12;

    private static final double THINNEST = 0.8;
    private static final double WIDEST = 3.2;
    /** Part of a node's share of the height that the widest wire takes, where there are many nodes. */
    private static final double TAKEN = 0.12;
    /** With more wires than this from layer to layer, all are thinner. */
    private static final double FEW = 16;
    /** With more wires than this from layer to layer, the faint ones give way to the others. */
    private static final double CROWD = 100;
    /** With more wires than this from layer to layer, dashes would only make a fog. */
    private static final int DASHED = 80;

    /** Ratio of weights beyond which looks go by their logarithms, and the look of the smallest then. */
    private static final double FAR = 256;

    private static final double SMALLEST = 0.3;

    private static final double FAINTEST = 0.4;
    private static final double STRONGEST = 0.95;
    /** Of a wire at a node that takes no part, in parts of what it would be. */
    private static final double DIMMED = 0.4;

    private static final float[] DASHES = {6, 3};

    /**
     * What wires have in common.
     *
     * @param level from 1 to {@code LEVELS}, by the size of the weight
     */
    private record Look(boolean dimmed, int level, boolean positive) {
        /** From below to above. */
        static final Comparator<Look> ORDER = Comparator.comparing((Look look) -> !look.dimmed())
                .thenComparing(Look::level)
                .thenComparing(Look::positive);
    }

    void draw(Graphics2D g2) {
        var shapes = new TreeMap<Look, Path2D.Double>(Look.ORDER);
        var most = most();
        var least = least();
        for (var wire : figure.wires()) {
            var size = Math.abs(wire.weight());
            if (size > 0) {
                var look = new Look(dimmed(wire), (int) Math.ceil(part(size, least, most) * LEVELS), wire.weight() > 0);
                var from = layout.out(wire.layer(), wire.from());
                var to = layout.in(wire.layer() + 1, wire.to());
                var shape = shapes.computeIfAbsent(look, first -> new Path2D.Double());
                shape.moveTo(from.getX(), from.getY());
                shape.lineTo(to.getX(), to.getY());
            }
        }
        shapes.forEach((look, shape) -> stroke(g2, shape, look));
    }

    /** Draws a line as that of the largest weight of a sign. */
    void sample(Graphics2D g2, Shape line, boolean positive) {
        stroke(g2, line, new Look(false, LEVELS, positive));
    }

    /** Whether weights are so unlike that the small ones could not be seen beside the large: looks go by logarithms then. */
    boolean byLogarithms() {
        return most() > FAR * least();
    }

    private double part(double size, double least, double most) {
        return byLogarithms()
                ? SMALLEST + (1 - SMALLEST) * Math.log(size / least) / Math.log(most / least)
                : size / most;
    }

    private double least() {
        return figure.wires().stream()
                .mapToDouble(wire -> Math.abs(wire.weight()))
                .filter(size -> size > 0)
                .min()
                .orElse(0);
    }

    /** How far the furthest weight is from zero; zero where there is none. */
    double most() {
        return figure.wires().stream()
                .mapToDouble(wire -> Math.abs(wire.weight()))
                .max()
                .orElse(0);
    }

    private void stroke(Graphics2D g2, Shape shape, Look look) {
        var crowd = crowd();
        var part = look.level() / (double) LEVELS;
        var colour = look.positive() ? theme.positive() : theme.negative();
        var opacity = opacity(part, crowd) * (look.dimmed() ? DIMMED : 1);
        g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity)));
        var dashes = look.positive() || crowd > DASHED ? null : DASHES;
        var width = THINNEST + (widest(crowd) - THINNEST) * part;
        g2.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        g2.draw(shape);
    }

    private double widest(int crowd) {
        var width = WIDEST * Math.pow(Math.min(1, FEW / Math.max(1, crowd)), 0.25);
        return Math.max(2 * THINNEST, Math.min(width, TAKEN * layout.narrowest()));
    }

    /** Straight from the faintest to the strongest for few wires; the more there are, the later it rises. */
    private static double opacity(double part, int crowd) {
        var over = Math.max(1, crowd / CROWD);
        var faintest = FAINTEST / Math.sqrt(over);
        return faintest + (STRONGEST - faintest) * Math.pow(part, 1 + 1.5 * Math.log10(over));
    }

    /** Most wires from a layer to the next. */
    private int crowd() {
        var between = new int[figure.layers().size()];
        figure.wires().forEach(wire -> between[wire.layer()]++);
        return Arrays.stream(between).max().orElse(0);
    }

    private boolean dimmed(Wire wire) {
        return role(wire.layer(), wire.from()) == NodeRole.DIMMED
                || role(wire.layer() + 1, wire.to()) == NodeRole.DIMMED;
    }

    private NodeRole role(int layer, int node) {
        return figure.layers().get(layer).nodes().get(node).role();
    }
}
