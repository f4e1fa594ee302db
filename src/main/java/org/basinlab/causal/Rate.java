package org.basinlab.causal;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;

/**
 * How fast Op of a node grows in the long run: {@code (Op(t1) - Op(t0)) / (t1 - t0)}, a unit of time.
 *
 * @param node  m
 * @param from  t0, before which is dropped
 * @param to    t1
 * @param value the rate; NaN where Op does not exist at an end
 * @param error one standard error, by the scatter of the rates of ten equal pieces of the time and by rounding; for worlds that differ
 *              by a finite delta the bound of the rounding instead
 */
public record Rate(String node, double from, double to, double value, double error) {
    /** Of a derivative, in a step: where nothing scatters, this is what is left of an error. */
    private static final double ROUNDING = 0x1p-52;

    /**
     * The rate of each node m.
     *
     * @param worlds   that are compared, at their start
     * @param first    t0 in steps
     * @param last     t1 in steps; more than first
     * @param progress advanced by each step
     */
    public static List<Rate> of(Tangents worlds, long first, long last, Progress progress) {
        var ends = new ArrayList<List<Comp>>();
        var times = new ArrayList<Double>();
        var blocks = Pieces.along(
                first,
                last,
                worlds::advance,
                () -> {
                    ends.add(worlds.comps());
                    times.add(worlds.time());
                },
                progress);
        var rates = new ArrayList<Rate>();
        for (var i = 0; i < worlds.question().to().size(); i++) {
            var pieces = new double[blocks];
            for (var b = 0; b < blocks; b++) {
                pieces[b] = rate(ends, times, b, b + 1, i);
            }
            rates.add(new Rate(
                    worlds.question().to().get(i),
                    times.get(0),
                    times.get(blocks),
                    rate(ends, times, 0, blocks, i),
                    Math.hypot(Pieces.error(pieces), ROUNDING * last / (times.get(blocks) - times.get(0)))));
        }
        return rates;
    }

    private static double rate(List<List<Comp>> ends, List<Double> times, int from, int to, int node) {
        var gained = ends.get(to).get(node).op() - ends.get(from).get(node).op();
        // Where Op does not exist at an end the difference is infinite or NaN.
        return Double.isFinite(gained) ? gained / (times.get(to) - times.get(from)) : Double.NaN;
    }
}
