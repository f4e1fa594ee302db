package org.basinlab.registration;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.KeyNumbers;

/** The numbers of {@link RegistrationStudy} to look at first. */
public final class RegistrationNumbers {
    private RegistrationNumbers() {}

    /** All of them. */
    public static List<KeyNumbers> of(RegistrationResult result) {
        return List.of(optima(result), fields(result), learned(result));
    }

    private static KeyNumbers optima(RegistrationResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var source : result.sources()) {
            for (var nuisance : Nuisance.values()) {
                for (var objective : RegistrationClaims.objectives()) {
                    var cells = result.cells(source, nuisance.label(), objective);
                    var last = cells.get(cells.size() - 1);
                    var middle = cells.get(cells.size() / 2);
                    rows.add(KeyNumbers.row(
                            source + ", " + nuisance.label() + ", " + objective,
                            middle.strength(),
                            middle.meanError(),
                            middle.better(),
                            last.strength(),
                            last.meanError(),
                            finite(RegistrationRules.onset(cells))));
                }
            }
        }
        return new KeyNumbers(
                "Error of the best shift by an inner objective (pixels)",
                List.of(
                        "images, nuisance, objective",
                        "strength",
                        "error",
                        "above the truth",
                        "strength",
                        "error",
                        "above half a pixel from"),
                rows);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }

    private static KeyNumbers fields(RegistrationResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var f : result.fields()) {
            rows.add(KeyNumbers.row(
                    f.nuisance() + ", stiffness " + f.stiffness(),
                    f.similarity().get(f.turn().at()),
                    f.similarity().get(f.similarity().size() - 1),
                    f.truth(),
                    f.turn().at(),
                    f.turn().least(),
                    f.turn().last(),
                    f.turn().turns() ? "yes" : "no"));
        }
        return new KeyNumbers(
                "The search for a displacement field: similarity and error (pixels)",
                List.of(
                        "nuisance",
                        "similarity at the best step",
                        "at the end",
                        "at the truth",
                        "best step",
                        "error there",
                        "at the end",
                        "more makes it worse"),
                rows);
    }

    private static KeyNumbers learned(RegistrationResult result) {
        var learned = result.learned();
        var rows = new ArrayList<List<Object>>();
        for (var split : learned.byNuisance()) {
            rows.add(KeyNumbers.row(split.nuisance(), split.before(), split.after()));
        }
        rows.add(KeyNumbers.row("all", learned.before(), learned.after()));
        return new KeyNumbers(
                "Error on test pairs (pixels) before and after training the weight of edges, to " + learned.weight(),
                List.of("nuisance", "equal weights", "trained"),
                rows);
    }
}
