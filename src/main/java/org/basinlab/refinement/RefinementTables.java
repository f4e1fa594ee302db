package org.basinlab.refinement;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.refinement.RefinementResult.Course;

/** The tables of {@link RefinementStudy}: every loop, pass by pass. */
public final class RefinementTables {
    private RefinementTables() {}

    private record Pass(Course course, int iteration) {
        double of(List<Double> values) {
            return values == null ? Double.NaN : values.get(iteration);
        }
    }

    /** One table, a row for each pass of each loop. */
    public static List<Table> of(RefinementResult result) {
        var rows = result.courses().stream()
                .flatMap(c -> IntStream.range(0, c.residual().size()).mapToObj(t -> new Pass(c, t)))
                .toList();
        return List.of(new Table(
                "refinement",
                List.of(
                        Column.words("denoiser", rows, p -> p.course().denoiser()),
                        Column.words("start", rows, p -> p.course().start()),
                        Column.longs("iteration", rows, Pass::iteration),
                        Column.doubles("energy", rows, p -> p.of(p.course().energy())),
                        Column.doubles("residual", rows, p -> p.of(p.course().residual())),
                        Column.doubles("distance", rows, p -> p.of(p.course().distance())),
                        Column.doubles("step_length", rows, p -> p.of(p.course().stepLength())))));
    }
}
