package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import org.basinlab.walkers.Start;

/**
 * An interval of W cut into cells of unequal width.
 *
 * <p>An adapted mesh gives equal shares of a density of cells M(W) to all cells: a part spread evenly, a part each where
 * G~ and D vary, where the start is, and about stable points, whose width may be far below the interval's. The cell
 * width 1/M is made to vary slowly (its slope is bounded), so that refining keeps second order.
 *
 * @param faces cells + 1 of them, ascending
 */
public record Mesh(double[] faces) {
    private static final int SAMPLES = 1 << 15;
    /** Of 1/M; neighbouring cells of n differ in width by about 20/n. */
    private static final double STEEPEST = 5;
    /** In widths of a bump, what it gets cells for. */
    private static final double BREADTH = 6;

    private static final double NARROWEST = 5e-4;

    public Mesh {
        faces = faces.clone();
        require(faces.length >= 2, "a mesh needs at least one cell");
        for (var i = 1; i < faces.length; i++) {
            require(
                    faces[i] > faces[i - 1],
                    "the faces of a mesh must ascend, got %s after %s",
                    faces[i],
                    faces[i - 1]);
        }
    }

    /** Equal cells. */
    public static Mesh uniform(double low, double high, int cells) {
        var faces = new double[cells + 1];
        for (var i = 0; i <= cells; i++) {
            faces[i] = low + (high - low) * i / cells;
        }
        faces[cells] = high;
        return new Mesh(faces);
    }

    /**
     * A mesh for an equation.
     *
     * @param start where the density begins; null for anywhere
     * @param cells about how many, at least 8
     * @param marks places that shall be faces, where they lie inside
     */
    public static Mesh adapted(Equation equation, Start start, double low, double high, int cells, double... marks) {
        require(cells >= 8, "--cells must be at least 8, got %s", cells);
        require(high > low, "the domain must not be empty, got %s to %s", low, high);
        var share = cumulative(wanted(equation, start, low, high), (high - low) / SAMPLES);
        var ends = new ArrayList<Double>();
        ends.add(low);
        Arrays.stream(marks).sorted().filter(m -> m > low && m < high).forEach(ends::add);
        ends.add(high);
        var faces = new ArrayList<Double>();
        faces.add(low);
        for (var k = 1; k < ends.size(); k++) {
            var from = at(share, ends.get(k - 1), low, high);
            var to = at(share, ends.get(k), low, high);
            var count = Math.max(2, (int) Math.rint(cells * (to - from) / share[SAMPLES]));
            for (var i = 1; i < count; i++) {
                faces.add(inverse(share, from + (to - from) * i / count, low, high));
            }
            faces.add(ends.get(k));
        }
        return new Mesh(faces.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** M at the middle of each sample. */
    private static double[] wanted(Equation equation, Start start, double low, double high) {
        var step = (high - low) / SAMPLES;
        var drift = new double[SAMPLES + 1];
        var diffusion = new double[SAMPLES + 1];
        for (var i = 0; i <= SAMPLES; i++) {
            drift[i] = equation.drift(low + i * step);
            diffusion[i] = equation.diffusion(low + i * step);
            require(
                    Double.isFinite(drift[i]) && Double.isFinite(diffusion[i]),
                    "the losses have no finite gradients at W = %s: keep the start and the domain where they do",
                    low + i * step);
        }
        var m = new double[SAMPLES];
        Arrays.fill(m, 1 / (high - low));
        addVariation(m, drift, step);
        addVariation(m, diffusion, step);
        if (start instanceof Start.Normal normal) {
            addBump(m, normal.mean(), normal.sd(), low, step);
        } else if (start instanceof Start.Point point) {
            addBump(m, point.w(), 0, low, step);
        }
        for (var i = 0; i < SAMPLES; i++) {
            if (drift[i] < 0 && drift[i + 1] >= 0) {
                var slope = (drift[i + 1] - drift[i]) / step;
                var width = Math.sqrt(equation.temperature() * diffusion[i] / (2 * slope));
                addBump(m, low + (i + 0.5) * step, width, low, step);
            }
        }
        return smoothed(m, step);
    }

    private static void addVariation(double[] m, double[] f, double step) {
        var total = 0.0;
        for (var i = 0; i < SAMPLES; i++) {
            total += Math.abs(f[i + 1] - f[i]);
        }
        for (var i = 0; i < SAMPLES && total > 0; i++) {
            m[i] += Math.abs(f[i + 1] - f[i]) / (total * step);
        }
    }

    private static void addBump(double[] m, double centre, double width, double low, double step) {
        var breadth = BREADTH * Math.max(width, NARROWEST * step * SAMPLES);
        for (var i = 0; i < SAMPLES; i++) {
            var x = (low + (i + 0.5) * step - centre) / breadth;
            m[i] += 0.5 / (Math.PI * breadth * (1 + x * x));
        }
    }

    /** With 1/M's slope bounded. */
    private static double[] smoothed(double[] m, double step) {
        var width = new double[SAMPLES];
        for (var i = 0; i < SAMPLES; i++) {
            width[i] = 1 / m[i];
        }
        for (var i = 1; i < SAMPLES; i++) {
            width[i] = Math.min(width[i], width[i - 1] + STEEPEST * step);
        }
        for (var i = SAMPLES - 2; i >= 0; i--) {
            width[i] = Math.min(width[i], width[i + 1] + STEEPEST * step);
        }
        return Arrays.stream(width).map(h -> 1 / h).toArray();
    }

    private static double[] cumulative(double[] m, double step) {
        var sums = new double[m.length + 1];
        for (var i = 0; i < m.length; i++) {
            sums[i + 1] = sums[i] + m[i] * step;
        }
        return sums;
    }

    private static double at(double[] share, double w, double low, double high) {
        var place = (w - low) / (high - low) * SAMPLES;
        var i = Math.max(0, Math.min(SAMPLES - 1, (int) place));
        return share[i] + (place - i) * (share[i + 1] - share[i]);
    }

    private static double inverse(double[] share, double value, double low, double high) {
        var found = Arrays.binarySearch(share, value);
        var i = Math.max(0, Math.min(SAMPLES - 1, found >= 0 ? found : -found - 2));
        var place = i + (value - share[i]) / (share[i + 1] - share[i]);
        return low + place / SAMPLES * (high - low);
    }

    /** The same with every cell cut in two. */
    public Mesh halved() {
        var halves = new double[2 * faces.length - 1];
        for (var i = 0; i < cells(); i++) {
            halves[2 * i] = faces[i];
            halves[2 * i + 1] = centre(i);
        }
        halves[2 * cells()] = faces[cells()];
        return new Mesh(halves);
    }

    /** How many there are. */
    public int cells() {
        return faces.length - 1;
    }

    /** The middle of cell i. */
    public double centre(int i) {
        return 0.5 * (faces[i] + faces[i + 1]);
    }

    /** Its width. */
    public double width(int i) {
        return faces[i + 1] - faces[i];
    }

    /** The lower end. */
    public double low() {
        return faces[0];
    }

    /** The upper end. */
    public double high() {
        return faces[cells()];
    }

    /** The faces; a copy. */
    @Override
    public double[] faces() {
        return faces.clone();
    }
}
