package org.basinlab.optimizing;

import java.util.List;
import java.util.Map;
import org.basinlab.causal.Flip;

/**
 * What a run found; the keys of {@code findings.json}.
 *
 * @param op        of each node m, over time
 * @param flips     of the sign of Comp, the first {@value org.basinlab.causal.OpCourse#MOST_FLIPS}
 * @param flipCount all of them
 * @param integral  of 1 - Comp over the starts asked for; null where none were, or where Comp passes infinity among them
 * @param rate      of the first node m; null where Op does not exist at an end
 * @param rateError one standard error by the scatter along the course, or the bound of rounding for differences
 * @param rates     of every node m
 * @param exponents Lyapunov exponents, where asked for; else null
 * @param maps      what is on them, in a few numbers; of every node m
 * @param systems   that come with Basin, side by side
 * @param sets      every A that Lorenz's system has; empty for other systems
 */
public record OpResults(
        Map<String, List<Point>> op,
        List<Flip> flips,
        long flipCount,
        Double integral,
        Double rate,
        Double rateError,
        List<NodeRate> rates,
        Growth exponents,
        List<Landscape> maps,
        List<SystemRow> systems,
        List<SetRow> sets) {
    /**
     * Op at one time.
     *
     * @param op   in nats; null where Comp is 0, infinite or 0/0
     * @param sign of Comp
     */
    public record Point(double time, Double op, int sign) {}

    /** The rate of a node between two times. */
    public record NodeRate(String node, double from, double to, Double rate, Double error) {}

    /** The largest Lyapunov exponent, the largest conditional one, and what is between them. */
    public record Growth(
            double from,
            double to,
            Double largest,
            Double largestError,
            Double conditional,
            Double conditionalError,
            Double difference,
            Double differenceError) {}

    /**
     * A map in a few numbers.
     *
     * @param undefined  share of the points where Comp is 0/0, 0 or infinite
     * @param negative   share where Comp is negative
     * @param basins     how many connected regions have Op above a hundredth of a nat
     * @param inBasins   share of the points in one
     * @param largest    share in the largest
     * @param integrals  of 1 - Comp along the axis of where n starts, at each value of the other; empty where no axis is that
     */
    public record Landscape(
            String node,
            Double lowest,
            Double median,
            Double highest,
            double undefined,
            double negative,
            int basins,
            double inBasins,
            double largest,
            List<Along> integrals) {}

    /** An integral along one axis, at a value of the other. */
    public record Along(double at, Double integral) {}

    /**
     * One system with its usual question.
     *
     * @param optimizer whether A was made to optimize something
     * @param op        at the end; the median over the seeds of a random system
     * @param rate      in the long run
     * @param predicted conditional less largest exponent
     * @param positive  of a random system, the share of the seeds with positive Op; else null
     * @param remark    empty for none
     */
    public record SystemRow(
            String system,
            String frozen,
            String from,
            String to,
            double time,
            boolean optimizer,
            Double op,
            Integer sign,
            Double rate,
            Double rateError,
            Double predicted,
            Double predictedError,
            Double positive,
            String remark) {}

    /**
     * One choice of A.
     *
     * @param conditional the largest exponent of the rest, driven by A
     */
    public record SetRow(
            String frozen,
            String from,
            Double rate,
            Double rateError,
            Double largest,
            Double conditional,
            Double conditionalError) {}
}
