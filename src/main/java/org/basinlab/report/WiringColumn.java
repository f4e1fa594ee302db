package org.basinlab.report;

import java.awt.Font;
import java.util.List;
import org.basinlab.experiment.Figure.WiringLayer;
import org.basinlab.experiment.Figure.WiringNode;

/**
 * The nodes of a layer and where their labels have room, in CSS pixels.
 *
 * @param share  of the height, for each node
 * @param width  of a node
 * @param height of a node
 * @param side   where the labels are
 * @param font   of the labels
 * @param room   longest line of a label
 */
record WiringColumn(WiringLayer layer, double share, double width, double height, Side side, Font font, double room) {
    /** Part of the way from column to column that nodes may take: the rest is for wires. */
    private static final double FILLED = 0.6;

    private static final double HIGHEST = 30;
    private static final double LOWEST = 2;
    /** Part of a node's share of the height that it takes where there are many. */
    private static final double TAKEN = 0.82;
    /** Left and right of the letters in a node, together. */
    private static final double PADDING = 8;
    /** Above and below the letters in a node, together. */
    private static final double RIM = 1.5;

    /** Where the labels of a layer are. */
    enum Side {
        INSIDE,
        LEFT,
        RIGHT,
        NOWHERE
    }

    /**
     * Finds the best place and the largest letters for the labels.
     *
     * @param net     height of the network
     * @param step    the way from column to column
     * @param outer   where labels go that have no room in their nodes
     * @param longest where they are longer there, they are cut
     */
    static WiringColumn of(WiringLayer layer, double net, double step, Side outer, double longest) {
        var share = net / Math.max(1, layer.nodes().size());
        var height = Math.max(LOWEST, Math.min(Math.min(HIGHEST, FILLED * step), TAKEN * share));
        var labels = layer.nodes().stream().map(WiringNode::label).toList();
        var smallest = Lettering.FONT.deriveFont(Lettering.SMALLEST);
        if (labels.stream().allMatch(String::isBlank)) {
            return new WiringColumn(layer, share, height, height, Side.NOWHERE, smallest, 0);
        }
        var within = FILLED * step - PADDING;
        var inside = Lettering.fonts()
                .filter(font ->
                        labels.stream().allMatch(label -> Lettering.fits(label, font, within, lines(height, font))))
                .findFirst();
        if (inside.isPresent()) {
            var font = inside.get();
            var room = widest(labels, font, within, lines(height, font));
            return new WiringColumn(layer, share, Math.max(height, room + PADDING), height, Side.INSIDE, font, room);
        }
        if (outer == Side.NOWHERE || PlacedWords.height(1, smallest) > share) {
            return new WiringColumn(layer, share, height, height, Side.NOWHERE, smallest, 0);
        }
        var font = Lettering.fonts()
                .filter(beside -> PlacedWords.height(1, beside) <= share
                        && labels.stream().allMatch(label -> Lettering.width(label, beside) <= longest))
                .findFirst()
                .orElse(smallest);
        return new WiringColumn(layer, share, height, height, outer, font, widest(labels, font, longest, 1));
    }

    private static int lines(double height, Font font) {
        return (int) ((height - RIM) / PlacedWords.height(1, font));
    }

    private static double widest(List<String> labels, Font font, double length, int lines) {
        return labels.stream()
                .flatMap(label -> Lettering.wrapped(label, font, length, lines).stream())
                .mapToDouble(line -> Lettering.width(line, font))
                .max()
                .orElse(0);
    }

    /** What labels beside the nodes take of the picture's width. */
    double beside() {
        return side == Side.LEFT || side == Side.RIGHT ? room + WiringLayout.BESIDE : 0;
    }

    /** The label of a node as it is to be written; none where there is no room for it. */
    List<String> lines(int node) {
        var label = layer.nodes().get(node).label();
        if (side == Side.NOWHERE || label.isBlank()) {
            return List.of();
        }
        // A length may come back a hair shorter than it was measured.
        return Lettering.wrapped(label, font, room + 0.01, side == Side.INSIDE ? lines(height, font) : 1);
    }
}
