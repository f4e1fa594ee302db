package org.basinlab.searching;

import static org.basinlab.experiment.Table.Column.doubles;
import static org.basinlab.experiment.Table.Column.longs;
import static org.basinlab.experiment.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Table;
import org.basinlab.searching.NeuronResult.Compared;
import org.basinlab.searching.NeuronResult.Gap;
import org.basinlab.searching.NeuronResult.GradientError;

/** What {@link NeuronStudy} found, as tables. */
public final class NeuronTables {
    private NeuronTables() {}

    /** The gaps, the gradients and the test errors. */
    public static List<Table> of(NeuronResult result) {
        return List.of(gaps(result.gaps()), gradients(result.gradients()), learned(result));
    }

    private static Table gaps(List<Gap> rows) {
        return new Table(
                "neuron_gaps",
                List.of(
                        words("proposals", rows, Gap::kind),
                        longs("dimensions", rows, Gap::dimensions),
                        longs("points", rows, Gap::points),
                        longs("steps", rows, Gap::steps),
                        longs("evaluations", rows, Gap::evaluations),
                        doubles("mean_gap", rows, Gap::mean),
                        doubles("median_gap", rows, Gap::median),
                        doubles("most_gap", rows, Gap::most),
                        doubles("found", rows, Gap::found)));
    }

    private static Table gradients(List<GradientError> rows) {
        return new Table(
                "neuron_gradients",
                List.of(
                        words("proposals", rows, GradientError::kind),
                        longs("dimensions", rows, GradientError::dimensions),
                        longs("points", rows, GradientError::points),
                        longs("steps", rows, GradientError::steps),
                        longs("checked", rows, GradientError::checked),
                        longs("ties", rows, GradientError::ties),
                        doubles("most_error", rows, GradientError::most),
                        doubles("median_error", rows, GradientError::median),
                        doubles("residual", rows, GradientError::residual)));
    }

    private record Row(String target, String network, int seed, double error) {}

    private static Table learned(NeuronResult result) {
        var rows = new ArrayList<Row>();
        for (var l : result.learned()) {
            for (var s = 0; s < l.errors().size(); s++) {
                rows.add(new Row(l.target(), l.network(), s, l.errors().get(s)));
            }
        }
        return new Table(
                "neuron_learning",
                List.of(
                        words("target", rows, Row::target),
                        words("network", rows, Row::network),
                        longs("seed", rows, Row::seed),
                        doubles("test_error", rows, Row::error)));
    }

    /** The answer in a sentence. */
    public static String headline(NeuronResult result) {
        var best = NeuronClaims.lastGap(result);
        var dense = result.compared().get(0);
        return String.format(
                Locale.ROOT,
                "Search neurons come within %.2g of the range of the maximum (%s, %d evaluations); on the value of a search"
                        + " a network with them has %.2f times the test error of a dense one (%s).",
                best.mean(),
                best.kind(),
                best.evaluations(),
                dense.ratio(),
                verdict(dense));
    }

    static String verdict(Compared c) {
        return c.better() ? "surely better" : c.worse() ? "surely worse" : "no sure difference";
    }
}
