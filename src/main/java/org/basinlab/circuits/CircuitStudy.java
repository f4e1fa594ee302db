package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;

/** Builds a circuit, runs it as a network, and compares it with the other ways to build it. */
public final class CircuitStudy {
    private static final List<Precision> PRECISIONS = List.of(Precision.FLOAT32, Precision.FLOAT64);
    /** Inputs for a form that stands beside the one that was asked for. */
    private static final long BESIDE = 5_000;
    /** Numbers of options that rounding is followed over. */
    private static final int[] GROWTH = {2, 4, 5, 8, 16, 25, 32, 64};

    /** Forms of more weights than this are not made beside it, and those of more than a fourth of it are not run. */
    private static final long LARGE = 4_000_000;

    private CircuitStudy() {}

    /** All of it. */
    public static CircuitResult run(
            CircuitConfig config, long seed, int threads, RealNetworks networks, Progress progress) {
        var design = config.design();
        var circuit = design.circuit(24);
        var kinds = kinds(design);
        progress.note(design.operation() + " of " + design.options());
        var tried = tried(config, kinds, seed, threads, networks, progress);
        progress.note("other forms");
        var forms = forms(design, seed, networks);
        var facts = SelectionFacts.of(networks, seed);
        var single = tried.get(0);
        return new CircuitResult(
                design.operation().toString(),
                design.form().toString(),
                design.options(),
                design.inputs(),
                circuit.layers().get(circuit.depth()).size(),
                design.signed() ? 3 : 2,
                design.grid().toString(),
                design.forAllNumbers() ? Double.NaN : design.margin(),
                circuit.depth(),
                circuit.width(),
                circuit.units(),
                circuit.parameterCount(),
                circuit.nonzero(),
                single.vectors(),
                single.maxError(),
                single.errorBound(),
                tried.stream()
                        .filter(t -> t.precision().equals(Precision.FLOAT32.toString()))
                        .mapToDouble(Tried::maxErrorUlps)
                        .filter(ulps -> !Double.isNaN(ulps))
                        .max()
                        .orElse(Double.NaN),
                single.errorBoundUlps(),
                design.forAllNumbers() && !design.digits() ? design.exactBits(24) : Double.NaN,
                design.forAllNumbers() && !design.digits() ? design.exactBits(53) : Double.NaN,
                design.homogeneous() ? Bounds.largestInput(design, 24) : Double.NaN,
                tried,
                forms,
                growth(design, seed, networks),
                CircuitOp.of(eight(design.form()), seed),
                facts);
    }

    /** Every kind in both precisions, side by side; one precision after the other, so that its networks alone are open. */
    private static List<Tried> tried(
            CircuitConfig config,
            List<Trial.Kind> kinds,
            long seed,
            int threads,
            RealNetworks networks,
            Progress progress) {
        var all = new ArrayList<Tried>();
        for (var precision : PRECISIONS) {
            try (var tester = new Tester(config.design(), precision, networks, threads)) {
                for (var k = 0; k < kinds.size(); k++) {
                    var kind = kinds.get(k);
                    var place = precision == PRECISIONS.get(0) ? k : 2 * k + 1;
                    all.add(place, tester.run(kind, vectors(config, kind, precision), seed, progress));
                }
            }
        }
        return all;
    }

    /** How many inputs there are to try, for progress. */
    public static long units(CircuitConfig config) {
        var units = 0L;
        for (var kind : kinds(config.design())) {
            for (var precision : PRECISIONS) {
                units += vectors(config, kind, precision);
            }
        }
        return units;
    }

    private static List<Trial.Kind> kinds(Design design) {
        var kinds = new ArrayList<>(List.of(Trial.Kind.GRID, Trial.Kind.TIES, Trial.Kind.NEAR_TIES));
        if (design.forAllNumbers() && !design.digits()) {
            kinds.add(1, Trial.Kind.UNIFORM);
        }
        if (design.homogeneous() || design.operation() == Operation.MIN && design.signed()) {
            kinds.addAll(List.of(Trial.Kind.MIXED_SIGNS, Trial.Kind.HUGE, Trial.Kind.TINY));
        }
        return kinds;
    }

    private static long vectors(CircuitConfig config, Trial.Kind kind, Precision precision) {
        if (kind == Trial.Kind.GRID && precision == Precision.FLOAT32) {
            return config.vectors();
        }
        var tenth = Math.max(1, config.vectors() / 10);
        return kind == Trial.Kind.GRID || kind == Trial.Kind.UNIFORM ? tenth : Math.max(1, tenth / 5);
    }

    private static List<CircuitResult.Rounding> growth(Design design, long seed, RealNetworks networks) {
        var rows = new ArrayList<CircuitResult.Rounding>();
        for (var options : GROWTH) {
            if (design.homogeneous() && options >= design.top()) {
                var other = design.withOptions(options);
                var tried = once(other, Trial.Kind.UNIFORM, BESIDE / 5, seed, networks);
                rows.add(new CircuitResult.Rounding(options, tried.maxErrorUlps(), tried.errorBoundUlps()));
            }
        }
        return rows;
    }

    private static Design eight(Form form) {
        return new Design(Operation.MAX, form, 8, 1, 1, false, true, InputGrid.DEFAULT, InputGrid.DEFAULT.margin());
    }

    private static List<CircuitResult.FormRow> forms(Design design, long seed, RealNetworks networks) {
        var rows = new ArrayList<CircuitResult.FormRow>();
        for (var form : Form.values()) {
            for (var signed : design.grid().low() < 0 ? new boolean[] {true} : new boolean[] {true, false}) {
                var other = new Design(
                        design.operation(),
                        form,
                        design.options(),
                        design.top(),
                        design.payload(),
                        design.digits() && form == Form.TREE,
                        signed,
                        design.grid(),
                        design.margin());
                if (other.leastParameters() <= LARGE && other.circuit(24).parameterCount() <= LARGE) {
                    rows.add(row(other, seed, networks));
                }
            }
        }
        return rows;
    }

    private static CircuitResult.FormRow row(Design design, long seed, RealNetworks networks) {
        var circuit = design.circuit(24);
        var seen = circuit.parameterCount() > LARGE / 4
                ? Double.NaN
                : once(design, Trial.Kind.GRID, BESIDE, seed, networks).maxError();
        var bounds = Bounds.of(design, Trial.Kind.GRID, 24);
        return new CircuitResult.FormRow(
                design.form().toString(),
                design.signed() ? 3 : 2,
                design.operation() != Operation.SELECT ? null : design.digits() ? "digits" : "lines",
                design.grid().toString(),
                circuit.depth(),
                circuit.width(),
                circuit.units(),
                circuit.parameterCount(),
                circuit.nonzero(),
                seen,
                bounds.error(),
                bounds.ulps());
    }

    private static Tried once(Design design, Trial.Kind kind, long vectors, long seed, RealNetworks networks) {
        try (var tester = new Tester(design, Precision.FLOAT32, networks, 1)) {
            return tester.run(kind, vectors, seed, Progress.NONE);
        }
    }
}
