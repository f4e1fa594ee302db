package org.basinlab.searching;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.KeyNumbers;

/** The numbers of {@link NeuronStudy} to look at first. */
public final class NeuronNumbers {
    private NeuronNumbers() {}

    /** Gaps, gradients, learning and Op. */
    public static List<KeyNumbers> of(NeuronResult result) {
        return List.of(gaps(result), gradients(result), learned(result), compared(result), gains(result));
    }

    private static KeyNumbers gaps(NeuronResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var g : result.gaps()) {
            rows.add(KeyNumbers.row(
                    g.kind() + ", " + g.dimensions() + "-dimensional",
                    g.evaluations(),
                    g.mean(),
                    g.median(),
                    g.found()));
        }
        return new KeyNumbers(
                "Search neurons: gap to the true maximum, as a share of the range",
                List.of("proposals", "evaluations", "mean gap", "median", "share within 0.001"),
                rows);
    }

    private static KeyNumbers gradients(NeuronResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var g : result.gradients()) {
            rows.add(KeyNumbers.row(
                    g.kind() + ", " + g.dimensions() + "-dimensional"
                            + (g.steps() > 0 ? ", " + g.steps() + " steps" : ""),
                    g.most(),
                    g.median(),
                    Double.isNaN(g.residual()) ? null : g.residual(),
                    g.ties()));
        }
        return new KeyNumbers(
                "Search neurons: gradients by the envelope theorem against differences",
                List.of("proposals", "largest error", "median", "gradient left", "ties"),
                rows);
    }

    private static KeyNumbers learned(NeuronResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var l : result.learned()) {
            rows.add(KeyNumbers.row(
                    l.target() + ": " + l.network(),
                    l.parameters(),
                    l.evaluations(),
                    l.mean(),
                    l.ci95() == null ? null : l.ci95().low(),
                    l.ci95() == null ? null : l.ci95().high()));
        }
        return new KeyNumbers(
                "Test error of trained networks, as a share of the target's deviation",
                List.of("target and network", "parameters", "evaluations", "error", "from", "to"),
                rows);
    }

    private static KeyNumbers compared(NeuronResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var c : result.compared()) {
            rows.add(KeyNumbers.row(
                    c.target() + ": search over " + c.other(),
                    c.ratio(),
                    c.ci95() == null ? null : c.ci95().low(),
                    c.ci95() == null ? null : c.ci95().high(),
                    NeuronTables.verdict(c)));
        }
        return new KeyNumbers(
                "Test error with search neurons over that without",
                List.of("target and networks", "ratio", "from", "to", "so search is"),
                rows);
    }

    private static KeyNumbers gains(NeuronResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var g : result.gains()) {
            rows.add(KeyNumbers.row(
                    g.kind(),
                    g.deltas().get(0),
                    g.means().get(0),
                    g.means().get(g.means().size() - 1),
                    g.order()));
        }
        return new KeyNumbers(
                "What a free choice adds to the value after a change of the context",
                List.of("proposals", "largest change", "gain there", "gain at the smallest", "order"),
                rows);
    }
}
