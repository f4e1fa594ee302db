package org.basinlab.current;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;

/** The density and its current at some times, and what both come to. */
final class DensityFigures {
    /** Parts of the whole time: much happens early. */
    private static final double[] PARTS = {0, 0.05, 0.1, 0.25, 0.5, 1};

    private static final int POINTS = 700;
    private static final int BINS = 300;
    /** Of the mass, left out at either end of the picture. */
    private static final double TAIL = 5e-4;
    /** Peaks that differ by more are drawn on a logarithmic axis, */
    private static final double UNEQUAL = 12;
    /** over so many powers of ten below the highest. */
    private static final double DECADES = 1e-6;
    /** Nats above its lowest, more of which no walker climbs. */
    private static final double CLIMB = 25;

    private final CurrentConfig config;
    private final ProbabilityCurrent.Course course;
    private final List<Snapshot> picked;
    private final double low;
    private final double high;

    DensityFigures(CurrentConfig config, ProbabilityCurrent.Course course) {
        this.config = config;
        this.course = course;
        var looks = course.looks();
        var times = DoubleStream.of(PARTS)
                .mapToInt(part -> (int) Math.rint(part * (looks.size() - 1)))
                .distinct()
                .mapToObj(looks::get)
                .toList();
        low = times.stream()
                .mapToDouble(look -> quantile(look.mesh(), masses(look), TAIL))
                .min()
                .orElseThrow();
        high = times.stream()
                .mapToDouble(look -> quantile(look.mesh(), masses(look), 1 - TAIL))
                .max()
                .orElseThrow();
        picked = times.stream().map(this::drawn).toList();
    }

    List<Figure> all() {
        var figures = new ArrayList<Figure>();
        figures.add(densities());
        figures.add(currents());
        if (course.exactEnd() != null) {
            figures.add(end());
        }
        if (course.end() instanceof EndState.Density end) {
            figures.add(energy(end));
        }
        return figures;
    }

    private static double[] masses(Snapshot look) {
        var masses = look.density();
        for (var i = 0; i < masses.length; i++) {
            masses[i] *= look.mesh().width(i);
        }
        return masses;
    }

    private static double quantile(Mesh mesh, double[] masses, double part) {
        var sum = 0.0;
        for (var i = 0; i < masses.length; i++) {
            sum += masses[i];
            if (sum >= part) {
                return mesh.centre(i);
            }
        }
        return mesh.high();
    }

    /** Without noise the cells run together to points: the means over even bins can be drawn. */
    private Snapshot drawn(Snapshot look) {
        if (config.hasNoise()) {
            return look;
        }
        var bins = Mesh.uniform(low - margin(), high + margin(), BINS);
        var mesh = look.mesh();
        var masses = masses(look);
        var equation = config.convention().equation(config.step());
        var flows = new double[masses.length];
        for (var i = 0; i < flows.length; i++) {
            flows[i] = -config.temperature() * equation.drift(mesh.centre(i)) * masses[i];
        }
        var flow = binned(mesh, flows, bins);
        var current = new double[BINS + 1];
        for (var face = 1; face < BINS; face++) {
            current[face] = 0.5 * (flow[face - 1] + flow[face]) / bins.width(0);
        }
        return Snapshot.of(look.state().time(), bins, binned(mesh, masses, bins), current, config.barrierAt());
    }

    /** The mass of cells in other cells, each spread evenly over its own. */
    private static double[] binned(Mesh mesh, double[] masses, Mesh bins) {
        var faces = bins.faces();
        var sums = new double[bins.cells()];
        var own = mesh.faces();
        for (var i = 0; i < masses.length; i++) {
            var width = bins.width(0);
            var first = Math.max(0, (int) ((own[i] - bins.low()) / width));
            for (var bin = first; bin < sums.length && faces[bin] < own[i + 1]; bin++) {
                var shared = Math.min(own[i + 1], faces[bin + 1]) - Math.max(own[i], faces[bin]);
                sums[bin] += shared > 0 ? masses[i] * (shared / mesh.width(i)) : 0;
            }
        }
        return sums;
    }

    private double margin() {
        return 0.05 * (high - low);
    }

    private Axis places() {
        return new Axis("W", low - margin(), high + margin(), false);
    }

    private Figure densities() {
        var lines = picked.stream().map(look -> density(after(look), look)).toList();
        return new Lines(
                "densities",
                "The density of W over time, by the equation",
                "P(W, t) at a few times. Every line encloses the same area, and none is ever below 0.",
                String.format(
                        Locale.ROOT,
                        "Densities of W from step 0, about %s, to step %d, about %s.",
                        CurrentFigures.number(picked.get(0).state().mean()),
                        config.time(),
                        CurrentFigures.number(
                                picked.get(picked.size() - 1).state().mean())),
                places(),
                heights(lines),
                lines,
                CurrentFigures.barrier(config));
    }

    private static String after(Snapshot look) {
        return "step " + Math.round(look.state().time());
    }

    private static Axis heights(List<Line> lines) {
        var peaks = lines.stream()
                .mapToDouble(line -> Arrays.stream(line.y()).max().orElse(0))
                .toArray();
        var highest = Arrays.stream(peaks).max().orElseThrow();
        var lowest = Arrays.stream(peaks).min().orElseThrow();
        return highest > UNEQUAL * lowest ? log(highest) : Axis.linear("density P (1 / W)");
    }

    private static Axis log(double highest) {
        return new Axis("density P (1 / W)", DECADES * highest, 2 * highest, true);
    }

    private Line density(String label, Snapshot look) {
        var mesh = look.mesh();
        var density = look.density();
        var cells = within(mesh);
        return new Line(
                label,
                Arrays.stream(cells).mapToDouble(mesh::centre).toArray(),
                Arrays.stream(cells).mapToDouble(i -> density[i]).toArray());
    }

    /** Cells in the picture, so many that a pen can draw. */
    private int[] within(Mesh mesh) {
        var all = IntStream.range(0, mesh.cells())
                .filter(i -> mesh.centre(i) >= low - margin() && mesh.centre(i) <= high + margin())
                .toArray();
        var step = 1 + all.length / POINTS;
        return IntStream.range(0, all.length)
                .filter(k -> k % step == 0 || k == all.length - 1)
                .map(k -> all[k])
                .toArray();
    }

    private Figure currents() {
        var lines = new ArrayList<Line>();
        for (var look : picked) {
            var faces = look.mesh().faces();
            var current = look.current();
            var cells = within(look.mesh());
            lines.add(new Line(
                    after(look),
                    Arrays.stream(cells).mapToDouble(i -> faces[i]).toArray(),
                    Arrays.stream(cells).mapToDouble(i -> current[i]).toArray()));
        }
        return new Lines(
                "current",
                "The probability current",
                "rho(W, t), the probability that passes W upwards a step. In one parameter it dies away as the end state is come"
                        + " to. Where the line is level, what comes in at one end goes out at the other.",
                "Lines of rho against W at the times of the densities.",
                places(),
                Axis.linear("current rho (1 / step)"),
                lines.subList(lines.size() > 2 ? 1 : 0, lines.size()),
                CurrentFigures.barrier(config));
    }

    private Figure end() {
        var look = course.looks().get(course.looks().size() - 1);
        var law = course.exactEnd();
        var grid = new Mesh(law.grid().edges());
        var from = Math.min(quantile(look.mesh(), masses(look), TAIL), quantile(grid, law.mass(), TAIL));
        var to = Math.max(quantile(look.mesh(), masses(look), 1 - TAIL), quantile(grid, law.mass(), 1 - TAIL));
        var more = 0.1 * (to - from);
        var bins = Mesh.uniform(from - more, to + more, BINS);
        var lines = new ArrayList<Line>();
        lines.add(histogram(CurrentWords.name(config.convention()) + " equation", look.mesh(), masses(look), bins));
        lines.add(histogram("SGD's own law", grid, law.mass(), bins));
        if (course.end() instanceof EndState.Density end) {
            lines.add(histogram("the equation's end state", end.mesh(), end.masses(), bins));
        }
        var highest = lines.stream()
                .flatMapToDouble(line -> Arrays.stream(line.y()))
                .max()
                .orElseThrow();
        return new Lines(
                "end",
                "The density at the last step",
                "The equation's density beside SGD's own, and the equation's end state where there is one; means over "
                        + BINS
                        + " bins. An equation that were SGD's would lie on it. SGD's law can have teeth and sharp ends, for it"
                        + " comes to few places from each; and SGD steps over a place without noise, which no equation can.",
                "Densities of W at step " + config.time() + ".",
                new Axis("W", bins.low(), bins.high(), false),
                log(highest),
                lines,
                CurrentFigures.barrier(config));
    }

    private static Line histogram(String label, Mesh mesh, double[] masses, Mesh bins) {
        var sums = binned(mesh, masses, bins);
        return new Line(
                label,
                IntStream.range(0, bins.cells()).mapToDouble(bins::centre).toArray(),
                Arrays.stream(sums).map(sum -> sum / bins.width(0)).toArray());
    }

    private Figure energy(EndState.Density end) {
        var mesh = end.mesh();
        var faces = mesh.faces();
        var energy = end.energy();
        var lowest = Arrays.stream(energy).min().orElseThrow();
        var cells = IntStream.range(0, mesh.cells())
                .filter(i -> energy[i] <= lowest + CLIMB)
                .toArray();
        return new Lines(
                "energy",
                "The energy -log P of the end state",
                "P2's energy, by the run's equation: lowest where W is most in the end. Were S2 the same everywhere, it would be"
                        + " 2 L / (T S2) and a constant.",
                "-log P against W.",
                Axis.linear("W"),
                Axis.linear("-log P (nats)"),
                List.of(new Line(
                        "energy",
                        Arrays.stream(cells).mapToDouble(i -> faces[i]).toArray(),
                        Arrays.stream(cells).mapToDouble(i -> energy[i]).toArray())),
                List.of());
    }
}
