package org.basinlab.experiment;

import java.util.List;

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
     * @param x     one value a point
     * @param y     as long as {@code x}
     * @param lines drawn over it, such as a fit; may be empty
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
            List<Line> lines)
            implements Figure {
        public Density {
            lines = List.copyOf(lines);
        }
    }

    /** Dots, one a point, with lines over them. */
    record Scatter(
            String name,
            String title,
            String caption,
            String alt,
            Axis xAxis,
            Axis yAxis,
            double[] x,
            double[] y,
            List<Line> lines)
            implements Figure {
        public Scatter {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A signed quantity on a grid of cells, such as the pixels of an image: a diverging palette,
     * white at zero, symmetric about it.
     *
     * @param values    row by row from the top left, rows x columns of them
     * @param valueName what the colour means, for the legend
     */
    record SignedMap(
            String name,
            String title,
            String caption,
            String alt,
            int rows,
            int columns,
            double[] values,
            String valueName)
            implements Figure {
        public SignedMap {
            if (values.length != rows * columns) {
                throw new IllegalArgumentException(
                        "figure " + name + ": " + values.length + " values for " + rows + " x " + columns + " cells");
            }
        }
    }

    /** Lines over a common axis, with a legend where there is more than one. */
    record Lines(String name, String title, String caption, String alt, Axis xAxis, Axis yAxis, List<Line> lines)
            implements Figure {
        public Lines {
            lines = List.copyOf(lines);
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
    record Line(String label, double[] x, double[] y) {}
}
