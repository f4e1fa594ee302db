package org.basinlab.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.basinlab.stats.Interval;

/**
 * A picture as data: what to draw, not how. NaN is "no value" and is left blank.
 *
 * <p>{@code name} is the file name without extension; {@code caption} says what to see in it, and
 * what it would look like were the claim false; {@code alt} says in words what the picture shows,
 * with its numbers, for those who do not see it.
 */
public sealed interface Figure {
    String name();

    String title();

    String caption();

    String alt();

    /**
     * How many points fall where: a two-dimensional histogram with counts on a logarithmic scale, for
     * samples too many to draw as dots.
     *
     * @param x      one value a point
     * @param y      as long as {@code x}
     * @param lines  drawn over it, such as a fit; may be empty
     * @param groups which points belong together, so that a cell takes the colour of the group that has
     *     most of it; null where colour shall mean their number alone
     */
    record Density(
            String name,
            String title,
            String caption,
            String alt,
            Axis xAxis,
            Axis yAxis,
            double[] x,
            double[] y,
            List<Line> lines,
            Groups groups)
            implements Figure {
        public Density {
            sameLength(name, "x and y", x.length, y.length);
            if (groups != null) {
                sameLength(name, "points and groups", x.length, groups.of().length);
            }
            lines = List.copyOf(lines);
        }
    }

    /** Dots, one a point, with lines over them and single points that matter more than the rest. */
    record Scatter(
            String name,
            String title,
            String caption,
            String alt,
            Axis xAxis,
            Axis yAxis,
            double[] x,
            double[] y,
            List<Line> lines,
            List<Mark> marks)
            implements Figure {
        public Scatter {
            sameLength(name, "x and y", x.length, y.length);
            lines = List.copyOf(lines);
            marks = List.copyOf(marks);
        }
    }

    /**
     * A signed quantity on a grid of cells, such as the pixels of an image: a diverging palette,
     * white at zero, symmetric about it.
     *
     * @param values    row by row from the top left, rows x columns of them
     * @param valueName what the colour means, for the legend
     * @param outlines  drawn over the map; may be empty
     */
    record SignedMap(
            String name,
            String title,
            String caption,
            String alt,
            int rows,
            int columns,
            double[] values,
            String valueName,
            List<Outline> outlines)
            implements Figure {
        public SignedMap {
            sameLength(name, "cells and values", (long) rows * columns, values.length);
            outlines = List.copyOf(outlines);
            for (var outline : outlines) {
                sameLength(name, "cells and " + outline.label(), values.length, outline.inside().length);
            }
        }
    }

    /**
     * Lines over a common axis, with a legend where there is more than one.
     *
     * @param references places on the x axis, such as the end of a phase; may be empty
     */
    record Lines(
            String name,
            String title,
            String caption,
            String alt,
            Axis xAxis,
            Axis yAxis,
            List<Line> lines,
            List<Reference> references)
            implements Figure {
        public Lines {
            lines = List.copyOf(lines);
            references = List.copyOf(references);
        }
    }

    /**
     * Samples under each other on one axis, every value a dot, each with its mean.
     *
     * @param strips     from top to bottom; up to twelve can be told apart
     * @param references values that every strip is to be held against; may be empty
     */
    record Strips(
            String name,
            String title,
            String caption,
            String alt,
            Axis axis,
            List<Strip> strips,
            List<Reference> references)
            implements Figure {
        public Strips {
            strips = List.copyOf(strips);
            references = List.copyOf(references);
        }
    }

    /**
     * Numbers in tables of rows and columns, as colours of one sequential scale: small multiples, read by eye first and
     * by the numbers in the cells next. NaN is left grey.
     *
     * @param rowsName    what the rows are, for above their labels
     * @param rows        from top to bottom; up to twelve
     * @param columnsName what the columns are, with their unit in parentheses where they have one
     * @param columns     from left to right; short, up to eight
     * @param panels      one to four
     * @param values      what the colours mean and where their scale ends; linear
     * @param reference   a value to mark on the legend; null for none
     * @param outlineName what an outlined cell is, for the legend
     */
    record HeatMap(
            String name,
            String title,
            String caption,
            String alt,
            String rowsName,
            List<String> rows,
            String columnsName,
            List<String> columns,
            List<Panel> panels,
            Axis values,
            Reference reference,
            String outlineName)
            implements Figure {
        public HeatMap {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            panels = List.copyOf(panels);
            for (var panel : panels) {
                var cells = rows.size() * columns.size();
                sameLength(name, "cells and values of " + panel.label(), cells, panel.values().length);
                sameLength(name, "cells and outlines of " + panel.label(), cells, panel.outlined().length);
            }
        }
    }

    /**
     * A quantity over a plane, such as of two starting points or of a parameter and time: a map of coloured cells
     * between two axes, up to some thousand by some thousand. Grid points are the centres of cells, whose borders lie
     * half way between neighbours, on a logarithmic axis half way between logarithms. NaN is drawn grey, as "no value".
     *
     * <p>Where a few values lie far beyond all others, as around poles, the colours reach from their 1st to their 99th
     * percentile only, and the legend says so; infinite values are beyond its ends too.
     *
     * @param xAxis     its ends, where they are left open, are the borders of the outermost cells
     * @param yAxis     as {@code xAxis}
     * @param x         strictly ascending; positive where {@code xAxis} is logarithmic
     * @param y         strictly ascending; positive where {@code yAxis} is logarithmic
     * @param values    row by row from the lowest y, {@code y.length} rows of {@code x.length}
     * @param valueAxis what the colours mean, and where their scale ends
     * @param diverging whether zero is white and the scale symmetric about it, out to the further of the ends of
     *     {@code valueAxis} where that has any; linear then
     * @param outlines  drawn over the map; may be empty
     * @param lines     in units of the axes, such as a trajectory or a set point; may be empty
     * @param marks     may be empty
     */
    record Field(
            String name,
            String title,
            String caption,
            String alt,
            Axis xAxis,
            Axis yAxis,
            double[] x,
            double[] y,
            double[] values,
            Axis valueAxis,
            boolean diverging,
            List<FieldOutline> outlines,
            List<Line> lines,
            List<Mark> marks)
            implements Figure {
        public Field {
            ascending(name, "x", x, xAxis.log());
            ascending(name, "y", y, yAxis.log());
            sameLength(name, "cells and values", (long) x.length * y.length, values.length);
            outlines = List.copyOf(outlines);
            for (var outline : outlines) {
                sameLength(name, "cells and " + outline.label(), values.length, outline.inside().length);
            }
            if (diverging && valueAxis.log()) {
                throw new IllegalArgumentException(
                        "figure " + name + ": a logarithmic scale of colours has no zero to diverge from");
            }
            lines = List.copyOf(lines);
            marks = List.copyOf(marks);
        }
    }

    /**
     * Small grey images in a table, such as the steps of a reconstruction, one start a row.
     *
     * <p>Brightness is linear from 0, black, to 1, white, on a light page and on a dark one. Values beyond are clipped,
     * infinite ones too, and a line below says where that happened. NaN has a colour of its own. Pixels stay squares
     * with sharp edges; images too large for their place are shrunk by whole factors, to means over squares.
     *
     * @param rows     labels from top to bottom, up to twelve
     * @param columns  labels from left to right, up to twelve; short where there are many
     * @param height   of an image in pixels; twelve columns have room for images 28 pixels wide
     * @param width    of an image in pixels
     * @param pictures row by row from the top left, {@code rows.size()} times {@code columns.size()} of them; each has
     *     height x width values, row by row from the top left, or is null for a place without an image
     */
    record Pictures(
            String name,
            String title,
            String caption,
            String alt,
            List<String> rows,
            List<String> columns,
            int height,
            int width,
            List<double[]> pictures)
            implements Figure {
        private static final int MOST = 12;

        public Pictures {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
            // Not List.copyOf, which refuses null.
            pictures = Collections.unmodifiableList(new ArrayList<>(pictures));
            if (rows.size() > MOST || columns.size() > MOST) {
                throw new IllegalArgumentException("figure " + name + ": pictures are in up to " + MOST + " rows and "
                        + MOST + " columns, not in " + rows.size() + " and " + columns.size());
            }
            if (height < 1 || width < 1) {
                throw new IllegalArgumentException(
                        "figure " + name + ": a picture has at least one pixel, not " + height + " x " + width);
            }
            sameLength(name, "places and pictures", (long) rows.size() * columns.size(), pictures.size());
            for (var picture : pictures) {
                if (picture != null) {
                    sameLength(name, "pixels and values of a picture", (long) height * width, picture.length);
                }
            }
        }
    }

    /**
     * A feed-forward network as nodes in columns, one a layer from left to right, and lines for its weights: the colour
     * says the sign, width and strength of the colour say how far a weight is from zero, in parts of the furthest,
     * by logarithms where that is hundreds of times the least. Where there are few wires, those of negative weight are dashed too. A wire of weight zero is not drawn.
     *
     * <p>Good to look at for up to about 8 layers of up to about 48 nodes. Labels are left out of layers that have no
     * room for them: in a column of more than about 24 nodes, or where they are too long.
     *
     * @param layers       from left to right
     * @param wires        in any order; later ones do not hide earlier ones of larger weight
     * @param positiveName what a wire of positive weight is, for the legend
     * @param negativeName what a wire of negative weight is, for the legend
     */
    record Wiring(
            String name,
            String title,
            String caption,
            String alt,
            List<WiringLayer> layers,
            List<Wire> wires,
            String positiveName,
            String negativeName)
            implements Figure {
        public Wiring {
            layers = List.copyOf(layers);
            wires = List.copyOf(wires);
            for (var wire : wires) {
                if (wire.layer() < 0 || wire.layer() > layers.size() - 2) {
                    throw new IllegalArgumentException("figure " + name + ": a wire starts in layer " + wire.layer()
                            + ", but of " + layers.size() + " layers, numbered from 0, all but the last have wires");
                }
                nodeThere(name, "starts at", layers, wire.layer(), wire.from());
                nodeThere(name, "ends at", layers, wire.layer() + 1, wire.to());
            }
        }

        private static void nodeThere(String name, String does, List<WiringLayer> layers, int layer, int node) {
            var nodes = layers.get(layer).nodes().size();
            if (node < 0 || node >= nodes) {
                throw new IllegalArgumentException("figure " + name + ": a wire " + does + " node " + node
                        + " of layer " + layer + ", whose nodes are " + nodes + ", numbered from 0");
            }
        }
    }

    /**
     * A region of a {@link Field}, such as an optimization basin or where a sign is negative, to be drawn as lines
     * between the cells inside and those outside.
     *
     * @param inside whether a cell belongs to it, row by row from the lowest y
     */
    record FieldOutline(String label, boolean[] inside) {}

    /**
     * One table of a {@link HeatMap}.
     *
     * @param label    what it is of
     * @param values   row by row from the top left
     * @param outlined which cells to mark
     */
    record Panel(String label, double[] values, boolean[] outlined) {}

    /**
     * A column of a {@link Wiring}.
     *
     * @param label what it is, for above it; may be empty
     * @param nodes from top to bottom
     */
    record WiringLayer(String label, List<WiringNode> nodes) {
        public WiringLayer {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node of a {@link Wiring}.
     *
     * @param label short, with its bias where that is to be told; may be empty
     */
    record WiringNode(String label, NodeRole role) {}

    /** How a node of a {@link Wiring} is drawn. */
    enum NodeRole {
        /** Takes a number from outside. */
        INPUT,
        /** One of those between. */
        UNIT,
        /** Gives a number away. */
        OUTPUT,
        /** What the picture is about, whatever it does. */
        HIGHLIGHTED,
        /** What takes no part, whatever it would do; its wires are fainter too. */
        DIMMED
    }

    /**
     * A weight of a {@link Wiring}, from node {@code from} of a layer to node {@code to} of the next.
     *
     * @param layer  in which it starts; layers and nodes are numbered from 0
     * @param weight finite
     */
    record Wire(int layer, int from, int to, double weight) {
        public Wire {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("the wire from node " + from + " of layer " + layer + " to node "
                        + to + " of the next: its weight must be finite, and is " + weight);
            }
        }
    }

    /**
     * An axis.
     *
     * @param label what it measures, with its unit in parentheses where it has one
     * @param low   its lower end; NaN lets the data decide
     * @param high  its upper end; NaN lets the data decide
     * @param log   logarithmic
     */
    record Axis(String label, double low, double high, boolean log) {
        /** A linear axis from 0 to 1. */
        public static Axis unit(String label) {
            return new Axis(label, 0, 1, false);
        }

        /** A linear axis whose ends the data decide. */
        public static Axis linear(String label) {
            return new Axis(label, Double.NaN, Double.NaN, false);
        }

        /** A logarithmic axis whose ends the data decide. */
        public static Axis log(String label) {
            return new Axis(label, Double.NaN, Double.NaN, true);
        }
    }

    /**
     * A polyline.
     *
     * @param label its name in the legend
     * @param x     one value a vertex
     * @param y     as long as {@code x}
     */
    record Line(String label, double[] x, double[] y) {
        public Line {
            sameLength(label, "x and y", x.length, y.length);
        }
    }

    /**
     * Which points belong together.
     *
     * @param label what a group is, such as {@code hidden neuron}
     * @param of    the group of each point, from 0; -1 for none
     */
    record Groups(String label, int[] of) {
        public Groups {
            for (var group : of) {
                if (group < -1) {
                    throw new IllegalArgumentException("groups of " + label + " are numbered from 0, not " + group);
                }
            }
        }
    }

    /** A single point that matters more than the rest, such as a published pair of numbers. */
    record Mark(String label, double x, double y) {}

    /**
     * A region of a map, to be drawn as its outline.
     *
     * @param inside whether a cell belongs to it, row by row from the top left
     */
    record Outline(String label, boolean[] inside) {}

    /** A value to hold others against, such as a published one: a line across the whole picture. */
    record Reference(String label, double value) {}

    /**
     * A sample.
     *
     * @param values   any number of them
     * @param interval of their mean, or of the one value there is; null where none was computed
     */
    record Strip(String label, double[] values, Interval interval) {}

    private static void ascending(String name, String what, double[] points, boolean log) {
        for (var i = 0; i < points.length; i++) {
            if (!Double.isFinite(points[i]) || log && points[i] <= 0 || i > 0 && points[i] <= points[i - 1]) {
                throw new IllegalArgumentException("figure " + name + ": its " + what + " must be finite and ascending"
                        + (log ? " from above zero" : "") + ", and number " + i + " is " + points[i]);
            }
        }
    }

    private static void sameLength(String name, String what, long one, long other) {
        if (one != other) {
            throw new IllegalArgumentException(
                    "figure " + name + ": " + what + " differ in number, " + one + " and " + other);
        }
    }
}
