package org.basinlab.circuits;

import static org.basinlab.experiment.KeyNumbers.row;

import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;

/** What to look at first. */
public final class CircuitNumbers {
    private CircuitNumbers() {}

    /** In one sentence. */
    public static String headline(CircuitResult r) {
        return String.format(
                Locale.ROOT,
                "The %s of %d as a ReLU network: %d layers, %d parameters, %s over %d inputs.",
                r.operation(),
                r.options(),
                r.depth(),
                r.parameters(),
                r.maxError() > 0
                        ? String.format(Locale.ROOT, "largest error %.3g (at most %.3g)", r.maxError(), r.errorBound())
                        : "no error",
                r.vectors());
    }

    /** For the console and the report. */
    public static List<KeyNumbers> of(CircuitResult r) {
        return List.of(
                new KeyNumbers(
                        "Ways to build it",
                        List.of(
                                "form",
                                "ReLUs",
                                "layers",
                                "widest",
                                "units",
                                "weights",
                                "error",
                                "at most",
                                "ulp at most"),
                        r.forms().stream()
                                .map(f -> row(
                                        f.carry() == null ? f.form() : f.form() + ", " + f.carry(),
                                        f.relus(),
                                        f.depth(),
                                        f.width(),
                                        f.units(),
                                        f.parameters(),
                                        f.maxError(),
                                        f.errorBound(),
                                        f.errorBoundUlps()))
                                .toList()),
                new KeyNumbers(
                        "Errors of this one",
                        List.of("inputs", "precision", "vectors", "largest", "at most", "in ulp", "ulp at most"),
                        r.tried().stream()
                                .map(t -> row(
                                        t.inputs().replace('_', ' '),
                                        t.precision(),
                                        t.vectors(),
                                        t.maxError(),
                                        t.errorBound(),
                                        t.maxErrorUlps(),
                                        t.errorBoundUlps()))
                                .toList()));
    }
}
