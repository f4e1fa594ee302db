package org.basinlab.registration;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.registration.RegistrationResult.Cell;

/** What {@link RegistrationStudy} found, as tables. */
public final class RegistrationTables {
    private RegistrationTables() {}

    private record Place(String nuisance, String kind, double stiffness, long step, double inner, double error) {}

    /** All of them. */
    public static List<Table> of(RegistrationResult result) {
        return List.of(cells(result), searches(result), fields(result));
    }

    private static Table cells(RegistrationResult result) {
        var rows = result.cells();
        return new Table(
                "registration_optima",
                List.of(
                        Column.words("source", rows, Cell::source),
                        Column.words("nuisance", rows, Cell::nuisance),
                        Column.doubles("strength", rows, Cell::strength),
                        Column.words("objective", rows, Cell::objective),
                        Column.longs("pairs", rows, Cell::pairs),
                        Column.doubles("mean_error", rows, Cell::meanError),
                        Column.doubles(
                                "mean_error_low",
                                rows,
                                Column.orNaN(c -> c.errorCi95() == null
                                        ? null
                                        : c.errorCi95().low())),
                        Column.doubles(
                                "mean_error_high",
                                rows,
                                Column.orNaN(c -> c.errorCi95() == null
                                        ? null
                                        : c.errorCi95().high())),
                        Column.doubles("median_error", rows, Cell::medianError),
                        Column.doubles("better", rows, Cell::better),
                        Column.longs("failed", rows, Cell::failed),
                        Column.longs("held", rows, Cell::held),
                        Column.doubles("inner_found", rows, Cell::innerFound),
                        Column.doubles("inner_true", rows, Cell::innerTrue)));
    }

    private static Table searches(RegistrationResult result) {
        var rows = new ArrayList<Place>();
        for (var search : result.searches()) {
            for (var k = 0; k < search.budgets().size(); k++) {
                rows.add(new Place(
                        search.nuisance(),
                        search.objective() + ", " + search.method(),
                        Double.NaN,
                        search.budgets().get(k),
                        search.inner().get(k),
                        search.error().get(k)));
            }
        }
        return new Table(
                "registration_searches",
                List.of(
                        Column.words("nuisance", rows, Place::nuisance),
                        Column.words("search", rows, Place::kind),
                        Column.longs("budget", rows, Place::step),
                        Column.doubles("inner", rows, Place::inner),
                        Column.doubles("error", rows, Place::error)));
    }

    private static Table fields(RegistrationResult result) {
        var rows = new ArrayList<Place>();
        for (var field : result.fields()) {
            for (var k = 0; k < field.error().size(); k++) {
                rows.add(new Place(
                        field.nuisance(),
                        Similarity.NCC.label(),
                        field.stiffness(),
                        k,
                        field.similarity().get(k),
                        field.error().get(k)));
            }
        }
        return new Table(
                "registration_fields",
                List.of(
                        Column.words("nuisance", rows, Place::nuisance),
                        Column.doubles("stiffness", rows, Place::stiffness),
                        Column.longs("step", rows, Place::step),
                        Column.doubles("similarity", rows, Place::inner),
                        Column.doubles("error", rows, Place::error)));
    }
}
